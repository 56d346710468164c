import type { Instant } from "../core/instant.js";
import type { Subject } from "../model/subject.js";

/** How much weight the reliability of a source and the credibility of its information give; unknown counts as low. */
export type AlertConfidence = "high" | "medium" | "low";

/** What an alert is about, in the groups that indicators tell apart. */
export type AlertSubjectGroup = "party" | "contact" | "means" | "equipment" | "document" | "route" | "goods";

/** How an alert was found: by an identifier or another exact value, by a name or an address that looks alike, or by a pattern of route or goods. */
export type AlertMatchBasis = "identifier" | "name" | "address" | "pattern";

/** An alert that matches a declaration; already in force, within purpose and releasable to the one who scores. */
export interface AlertMatch {
  readonly alertId: string;
  readonly originator: string;
  readonly confidence: AlertConfidence;
  /** The goods item it concerns; absent where it concerns the whole declaration. */
  readonly lineNumber?: number;
  /** What the alert is about. */
  readonly subject?: AlertSubjectGroup;
  readonly basis?: AlertMatchBasis;
  /** How much the declaration's value looks like the alert's, 0 to 1; 1 for exact matches and patterns. */
  readonly score?: number;
  /** Points by the table of gradings, 0 to 10: they grow with the reliability of the source and the credibility of the information. */
  readonly points?: number;
  /** The channel that brought the alert. */
  readonly channel?: string;
  /** The field of the declaration that matched, as a path of the model. */
  readonly path?: string;
}

/** Finds the alerts that may be used for a declaration at a moment. Governance comes before: what it gives may become facts. */
export interface IntelligenceReader {
  matches(declaration: Subject, asOf: Instant): readonly AlertMatch[];
}
