import type { History } from "./history.js";

/**
 * A history as JSON Lines (`consignment-risk/history@1`), without line ends: the same state gives the same bytes.
 * To be drained before the history changes.
 */
export function* snapshotLines(history: History): Generator<string> {
  for (const record of history.records()) yield JSON.stringify(record);
}
