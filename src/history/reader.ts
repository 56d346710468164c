import type { Instant } from "../core/instant.js";

/** What a history counts by: a dimension such as `importer` or `importer+hsSubheading`, and its values in that order. */
export interface HistoryKey {
  readonly dimension: string;
  readonly values: readonly string[];
}

/**
 * What was known at a moment of all earlier declarations under one key; an uninspected declaration is not a clean one.
 * A family (a declaration with its splits and amendments) counts as one, at the moment when its first part occurred.
 */
export interface HistoryTally {
  readonly declarations: number;
  readonly inspected: number;
  /** Inspected with a finding. */
  readonly findings: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/**
 * Reads history as of a moment: nothing that occurred or became known later, and nothing of the declaration or family
 * `excluding` itself, ever shows. `undefined` where the key was never seen. A reader that cannot tell, since it no longer
 * knows what was known at a moment or cannot tell the excluded family apart any more, throws an `IssueError` and does not guess.
 */
export interface HistoryReader {
  tally(key: HistoryKey, asOf: Instant, excluding: string): HistoryTally | undefined;
}
