import type { Instant } from "../core/instant.js";

/** What a history counts by: a dimension such as `importer` or `importer+hsSubheading`, and its values in that order. */
export interface HistoryKey {
  readonly dimension: string;
  readonly values: readonly string[];
}

/** What was known at a moment of all earlier declarations under one key; an uninspected declaration is not a clean one. */
export interface HistoryTally {
  readonly declarations: number;
  readonly inspected: number;
  /** Inspected with a finding. */
  readonly findings: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/**
 * Reads history as of a moment: nothing that occurred or became known later, and nothing of the declaration `excluding`
 * itself, ever shows. `undefined` where the key was never seen.
 */
export interface HistoryReader {
  tally(key: HistoryKey, asOf: Instant, excluding: string): HistoryTally | undefined;
}
