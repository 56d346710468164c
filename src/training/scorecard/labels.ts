import { parseInstant } from "../../core/instant.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { ScorecardRecipe } from "./recipe.js";

/** What the inspections of one declaration came to: the latest result of the whole, and of each item. */
export type OutcomesByItem = ReadonlyMap<number | undefined, HistoryOutcome>;

/** The latest outcome of every declaration and item; of two at the same moment, the finding. */
export function latestOutcomes(outcomes: Iterable<HistoryOutcome>): ReadonlyMap<string, OutcomesByItem> {
  const byDeclaration = new Map<string, Map<number | undefined, HistoryOutcome>>();
  for (const outcome of outcomes) {
    const { declarationId, item } = outcome;
    let byItem = byDeclaration.get(declarationId);
    if (byItem === undefined) {
      byItem = new Map();
      byDeclaration.set(declarationId, byItem);
    }
    if (isLater(outcome, byItem.get(item))) byItem.set(item, outcome);
  }
  return byDeclaration;
}

function isLater(outcome: HistoryOutcome, other: HistoryOutcome | undefined): boolean {
  if (other === undefined) return true;
  // what is no instant stays, to be reported
  const moment = parseInstant(outcome.knownAt) ?? Infinity;
  const otherMoment = parseInstant(other.knownAt) ?? Infinity;
  return moment > otherMoment || (moment === otherMoment && outcome.finding && !other.finding);
}

/** The outcome that labels an item: its own, else that of the whole where the recipe lets it speak for the item. */
export function outcomeOfItem(outcomes: OutcomesByItem, line: number, items: number, labels: ScorecardRecipe["labels"]): HistoryOutcome | undefined {
  return outcomes.get(line) ?? (labels === "everyItem" || items === 1 ? outcomes.get(undefined) : undefined);
}
