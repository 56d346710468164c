import type { Instant } from "../core/instant.js";
import type { Issue } from "../core/issue.js";
import type { Result } from "../core/result.js";
import type { HistoryChange } from "./change.js";
import type { Dropped } from "./dropped.js";
import type { HistoryEvent, HistoryOutcome } from "./event.js";
import type { HistoryReader } from "./reader.js";
import type { HistoryRecord } from "./record.js";

/** What became of an event or outcome: `added`, or `repeated` where the very same was there before. */
export type Taken = "added" | "repeated";

/** What moving the watermark did. */
export interface Advance {
  /** How many families were closed. */
  readonly closed: number;
  /** How many keys were evicted. */
  readonly evicted: number;
  /** The outcomes dropped because their declaration was never observed. */
  readonly issues: readonly Issue[];
}

/** How large a history is, and what it could not keep. */
export interface HistoryStatistics {
  /** Nothing can be read as of a moment before it; absent before the first `advance`. */
  readonly watermark?: Instant;
  /** The latest moment at which anything observed takes effect; absent where nothing waits beyond the watermark. */
  readonly pendingUntil?: Instant;
  /** Families that can still be amended and inspected. */
  readonly families: number;
  /** Numbers of closed families and of their declarations that are remembered. */
  readonly closed: number;
  /** Outcomes that wait for their declaration. */
  readonly orphans: number;
  /** Keys by dimension. */
  readonly keys: Readonly<Record<string, number>>;
  readonly dropped: Dropped;
}

/**
 * What is remembered of earlier declarations, counted by key, point-in-time by construction: an event counts from when it has
 * both occurred and become known, an outcome from when it is known, a family once. It is read as of any moment at or after
 * the watermark; reading changes nothing, only `advance` moves the watermark.
 */
export interface History extends Required<HistoryReader> {
  /** Takes in a declaration or amendment; an event before the lateness window or of a closed family is an issue, and not counted. */
  readonly observe: (event: HistoryEvent) => Result<Taken>;
  /** Takes in the result of an inspection, also before its declaration is observed. */
  readonly recordOutcome: (outcome: HistoryOutcome) => Result<Taken>;
  /** Moves the watermark forward: what takes effect until then is settled, families past the retention are closed. */
  readonly advance: (to: Instant) => Result<Advance>;
  /**
   * Takes in what changed another history, see `recordDelta`: late or not, since it was in time there; an advance to before the
   * watermark is no change. Two histories of the same state that apply the same changes in the same order agree in everything; as
   * long as no family is closed and no key evicted in between, so they do in any order, and what is applied twice counts once.
   */
  readonly apply: (change: HistoryChange) => Result<Taken>;
  readonly statistics: () => HistoryStatistics;
  /** All that it knows as plain records in canonical order: the same state gives the same records. */
  readonly records: () => Iterable<HistoryRecord>;
}
