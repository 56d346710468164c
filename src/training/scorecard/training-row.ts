import type { Fact } from "../../indicators/fact.js";

/** One goods item to learn from: its facts and its header's, the label, and what tells it apart from others. */
export interface TrainingRow {
  /** The declaration's id. */
  readonly id: string;
  /** Whether its inspection found something. */
  readonly label: 0 | 1;
  readonly signature: string;
  /** Days since 1970-01-01 of its registration, in its own offset. */
  readonly day: number;
  readonly read: (indicator: string) => Fact;
}
