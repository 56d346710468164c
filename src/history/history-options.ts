import { quote } from "../core/issue.js";
import { DAY_MS } from "./days.js";

/** What an outcome that names no item says of the items of a declaration: of each, or only of an item that is the only one. */
export type UndetailedOutcome = "everyItem" | "soleItem";

/** How a history is kept. */
export interface HistoryOptions {
  /** Whole days, 0 to 3,660; 7 unless told: what takes effect up to so long before the watermark may still arrive, in any order. */
  readonly latenessDays?: number;
  /**
   * Whole days, `latenessDays` to 36,600: so long after its last event or outcome took effect a family is closed, that is folded
   * into the tallies for good: it cannot be amended, inspected or excluded any more. So long, too, an outcome waits for its
   * declaration. The order of arrival within the lateness window does not matter as long as what belongs to one family takes
   * effect less than `retentionDays` - `latenessDays` apart. Without it nothing is ever closed, and nothing waiting dropped.
   */
  readonly retentionDays?: number;
  /** 1 or more: beyond so many keys of a dimension that only closed families have, the least recently seen tenth is evicted; else unlimited. */
  readonly maxKeys?: number;
  /** 0 or more, a million unless told: of so many numbers of closed declarations it is remembered that they are closed. */
  readonly maxClosed?: number;
  /**
   * Whole days, 0 to 3,660; 366 unless told: of closed families it is remembered for so long on which day they were seen, so that
   * windows of up to so many days can be read.
   */
  readonly windowDays?: number;
  /** What an outcome without item says of the items' keys; `everyItem` unless told. */
  readonly undetailedOutcome?: UndetailedOutcome;
}

/** Options with every default filled in, durations in milliseconds. */
export interface ResolvedHistoryOptions {
  readonly latenessMs: number;
  readonly retentionMs: number;
  readonly maxKeys: number;
  readonly maxClosed: number;
  readonly windowDays: number;
  readonly undetailedOutcome: UndetailedOutcome;
}

/** The longest lateness window in days. */
export const MAX_LATENESS_DAYS = 3_660;
/** The longest retention in days. */
export const MAX_RETENTION_DAYS = 36_600;
/** The longest window in days. */
export const MAX_WINDOW_DAYS = 3_660;
const DEFAULT_LATENESS_DAYS = 7;
const DEFAULT_MAX_CLOSED = 1_000_000;
const DEFAULT_WINDOW_DAYS = 366;

/**
 * Fills in the defaults.
 * @throws {RangeError} if an option is out of its range
 */
export function resolveHistoryOptions(options: HistoryOptions): ResolvedHistoryOptions {
  const { latenessDays = DEFAULT_LATENESS_DAYS, retentionDays, maxKeys, maxClosed = DEFAULT_MAX_CLOSED } = options;
  const { windowDays = DEFAULT_WINDOW_DAYS, undetailedOutcome = "everyItem" } = options;
  checkInteger("latenessDays", latenessDays, 0, MAX_LATENESS_DAYS);
  if (retentionDays !== undefined) checkInteger("retentionDays", retentionDays, latenessDays, MAX_RETENTION_DAYS);
  if (maxKeys !== undefined) checkInteger("maxKeys", maxKeys, 1, Number.MAX_SAFE_INTEGER);
  checkInteger("maxClosed", maxClosed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger("windowDays", windowDays, 0, MAX_WINDOW_DAYS);
  return {
    latenessMs: latenessDays * DAY_MS,
    retentionMs: retentionDays === undefined ? Infinity : retentionDays * DAY_MS,
    maxKeys: maxKeys ?? Infinity,
    maxClosed,
    windowDays,
    undetailedOutcome,
  };
}

/** The options with their defaults, as a snapshot states them. */
export function statedHistoryOptions(
  options: ResolvedHistoryOptions,
): Required<Pick<HistoryOptions, "latenessDays" | "maxClosed" | "windowDays" | "undetailedOutcome">> & Pick<HistoryOptions, "retentionDays" | "maxKeys"> {
  return {
    latenessDays: options.latenessMs / DAY_MS,
    ...(options.retentionMs === Infinity ? {} : { retentionDays: options.retentionMs / DAY_MS }),
    ...(options.maxKeys === Infinity ? {} : { maxKeys: options.maxKeys }),
    maxClosed: options.maxClosed,
    windowDays: options.windowDays,
    undetailedOutcome: options.undetailedOutcome,
  };
}

function checkInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new RangeError(`${name}: expected an integer from ${min} to ${max}, received ${quote(value)}`);
}
