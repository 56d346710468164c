import type { HistoryOutcome, OutcomeSelection } from "../history/event.js";
import type { Exchange } from "./exchange.js";

/**
 * What the examinations of an exchange found, as outcomes of history: known when they were recorded, with why and how likely their declaration was
 * selected where the caller knows. Results that partners report of goods elsewhere are none.
 */
export function historyOutcomes(exchange: Exchange, selections: ReadonlyMap<string, OutcomeSelection> = new Map()): readonly HistoryOutcome[] {
  if (exchange.direction === "sent") return [];
  return exchange.actions.flatMap((action): readonly HistoryOutcome[] => {
    if (action.type !== "recordResult" || (action.result.outcome !== "seizure" && action.result.outcome !== "nothingFound")) return [];
    const { outcome, declarationId, lineNumber } = action.result;
    const selection = selections.get(declarationId);
    return [
      Object.freeze({
        declarationId,
        ...(lineNumber === undefined ? {} : { item: lineNumber }),
        finding: outcome === "seizure",
        knownAt: action.at,
        ...(selection === undefined ? {} : { selection }),
      }),
    ];
  });
}
