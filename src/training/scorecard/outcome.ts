import type { Instant } from "../../core/instant.js";

/** What the inspection of a declaration found, and since when that is known. */
export interface InspectionOutcome {
  readonly declarationId: string;
  readonly finding: boolean;
  readonly knownAt: Instant;
}
