import type { Instant } from "../../core/instant.js";
import type { Inspection } from "./inspection.js";
import type { SchemeId, YearFinding } from "./schemes/scheme.js";

/** What is true of a declaration, beside anything that it says; never part of it. */
export interface YearTruth {
  readonly declarationId: string;
  /** The number of the family's first declaration. */
  readonly familyId: string;
  /** 0 for a declaration as first lodged, else which amendment it is. */
  readonly version: number;
  /** When this version came to be. */
  readonly at: Instant;
  /**
   * `honest` trade, an `offence` of the base process, a `scheme`, or a `nearMiss`: honest trade that looks like one.
   */
  readonly label: "honest" | "offence" | "scheme" | "nearMiss";
  /** What there is to be found; empty where nothing is. */
  readonly findings: readonly YearFinding[];
  /** The scheme that it belongs to, or looks like. */
  readonly scheme?: SchemeId;
  /** What kind of near-miss it is. */
  readonly variety?: string;
  /** Operations of one scheme or variety are told apart by this number. */
  readonly operation?: number;
  /** The part that it plays in the operation. */
  readonly role?: string;
  /** When the operation began. */
  readonly since?: Instant;
  /** Those who know: their identifiers with schemes, or their names. */
  readonly parties?: readonly string[];
  /** The transport documents. */
  readonly documents?: readonly string[];
  /** The inspection that it had. */
  readonly inspection?: Inspection;
}
