import { createHistory } from "../history/create-history.js";
import type { HistoryOutcome } from "../history/event.js";
import { eventOf } from "../history/event-of.js";
import type { History } from "../history/history.js";
import type { Declaration } from "../model/declaration.js";
import type { ScorecardRecipe } from "../training/scorecard/recipe.js";
import { orFail } from "./failure.js";

/** The history of all that is learned from; what counts at a moment is what was known then. */
export function learnHistory(declarations: readonly Declaration[], outcomes: readonly HistoryOutcome[], recipe: ScorecardRecipe): History {
  const history = createHistory({ undetailedOutcome: recipe.labels === "singleItem" ? "soleItem" : "everyItem" });
  for (const declaration of declarations) orFail(history.observe(eventOf(declaration)), declaration.id);
  for (const outcome of outcomes) orFail(history.recordOutcome(outcome), outcome.declarationId);
  return history;
}
