import type { HistoryOutcome } from "../../history/event.js";
import type { Consignment } from "../../model/consignment.js";
import type { Declaration } from "../../model/declaration.js";
import type { YearTruth } from "./truth.js";

/** One declaration of a synthetic year, with what belongs to it. */
export interface YearRecord {
  /** Records come in the order of `registeredAt`; an amendment is registered by itself. */
  readonly declaration: Declaration;
  /** What carrier and forwarder reported, beside the first declaration of a family. */
  readonly consignments: readonly Consignment[];
  /** The result of its inspection, where it had one; never an input of a score before `knownAt`. */
  readonly outcome?: HistoryOutcome;
  /** What is true of it; for evaluation only. */
  readonly truth: YearTruth;
}
