import type { Instant } from "../core/instant.js";

/**
 * What a history counts by: a dimension such as `importer` or `importer+hsSubheading`, and its values in that order. A dimension
 * that breaks down, such as `address>party`, counts the members of a key too: the last value is the member.
 */
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

/** How far back is counted. */
export interface HistoryWindow {
  /** Whole days in UTC, 1 or more, of which the last is that of the reading: 1 is today, 2 is today and yesterday. */
  readonly days: number;
  /**
   * What was seen so many whole days earlier counts half as much, twice as many a quarter, and so on, in steps; beyond 30 halvings
   * nothing. Unless told everything counts in full.
   */
  readonly halfLifeDays?: number;
}

/** What was seen within a window; whole numbers unless it decays. An outcome stands on the day when its family was seen. */
export interface HistoryCounts {
  readonly declarations: number;
  readonly inspected: number;
  readonly findings: number;
}

/**
 * Reads history as of a moment: nothing that occurred or became known later, and nothing of the declaration or family
 * `excluding` itself, ever shows. `undefined` where the key was never seen. A reader that cannot tell, since it no longer
 * knows what was known at a moment or cannot tell the excluded family apart any more, throws an `IssueError` and does not guess.
 */
export interface HistoryReader {
  tally(key: HistoryKey, asOf: Instant, excluding: string): HistoryTally | undefined;
  /** What was seen within a window; zeros where nothing was. A reader of tallies alone leaves it out. */
  recent?(key: HistoryKey, asOf: Instant, excluding: string, window: HistoryWindow): HistoryCounts;
  /**
   * How many declarations there were under each member of a key of a dimension that breaks down, within the last so many days (as
   * {@link HistoryWindow}) or ever; in no particular order. Of more than 1,000 members any 1,000. A reader of tallies alone leaves it out.
   */
  members?(key: HistoryKey, asOf: Instant, excluding: string, days?: number): ReadonlyMap<string, number>;
}
