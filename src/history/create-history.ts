import { createAccumulator } from "./accumulator.js";
import type { History } from "./history.js";
import { type HistoryOptions, resolveHistoryOptions } from "./history-options.js";

/**
 * An empty history.
 * @throws {RangeError} if an option is out of its range
 */
export function createHistory(options: HistoryOptions = {}): History {
  return createAccumulator(resolveHistoryOptions(options)).history;
}
