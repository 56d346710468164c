import type { Instant } from "../core/instant.js";
import type { Subject } from "../model/subject.js";

/** How much weight the reliability of a source and the credibility of its information give; unknown counts as low. */
export type AlertConfidence = "high" | "medium" | "low";

/** An alert that matches a declaration; already in force, within purpose and releasable to the one who scores. */
export interface AlertMatch {
  readonly alertId: string;
  readonly originator: string;
  readonly confidence: AlertConfidence;
  /** The goods item it concerns; absent where it concerns the whole declaration. */
  readonly lineNumber?: number;
}

/** Finds the alerts that may be used for a declaration at a moment. Governance comes before: what it gives may become facts. */
export interface IntelligenceReader {
  matches(declaration: Subject, asOf: Instant): readonly AlertMatch[];
}
