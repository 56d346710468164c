import type { Instant } from "../../core/instant.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { Consignment } from "../../model/consignment.js";
import type { Declaration } from "../../model/declaration.js";
import type { YearTruth } from "./truth.js";

/** One declaration of a synthetic year, with what belongs to it. */
export interface YearRecord {
  readonly declaration: Declaration;
  /** When it is lodged: its registration, or for an amendment that of the amendment. Records come in this order. */
  readonly at: Instant;
  /** What carrier and forwarder reported, beside the first declaration of a family. */
  readonly consignments: readonly Consignment[];
  /** The result of its inspection, where it had one; never an input of a score before `knownAt`. */
  readonly outcome?: HistoryOutcome;
  /** What is true of it; for evaluation only. */
  readonly truth: YearTruth;
}
