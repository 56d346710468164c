import type { Result } from "../core/result.js";
import { changeOfEvent, changeOfOutcome, DELTA_SCHEMA, type HistoryChange } from "./change.js";
import type { History, Taken } from "./history.js";

/** A history that writes down what changes it. */
export interface DeltaRecorder {
  /** To be used in place of the history that it was made of. */
  readonly history: History;
  /** What changed since the last call, or since the recorder was made, in the order in which it came; from here on it is forgotten. */
  readonly take: () => readonly HistoryChange[];
}

/**
 * Writes down from now on what a history takes in, so that another history of the same state can `apply` it. What is refused or
 * repeated is no change.
 */
export function recordDelta(history: History): DeltaRecorder {
  let changes: HistoryChange[] = [];
  const noting = (taken: Result<Taken>, change: () => HistoryChange): Result<Taken> => {
    if (taken.ok && taken.value === "added") changes.push(change());
    return taken;
  };
  return Object.freeze({
    history: Object.freeze({
      ...history,
      observe: (event) => noting(history.observe(event), () => changeOfEvent(event)),
      recordOutcome: (outcome) => noting(history.recordOutcome(outcome), () => changeOfOutcome(outcome)),
      advance(to) {
        const advanced = history.advance(to);
        if (advanced.ok) changes.push({ advance: to });
        return advanced;
      },
      apply(change) {
        return noting(history.apply(change), () => change);
      },
    } satisfies History),
    take() {
      const taken = changes;
      changes = [];
      return taken;
    },
  });
}

/** Changes as JSON Lines (`consignment-risk/history-delta@1`), without line ends. */
export function* deltaLines(changes: readonly HistoryChange[]): Generator<string> {
  yield JSON.stringify({ schema: DELTA_SCHEMA, changes: changes.length });
  for (const change of changes) yield JSON.stringify(change);
}
