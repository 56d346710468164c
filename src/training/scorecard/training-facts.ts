import { expectation } from "../../core/expectation.js";
import { parseDate, parseInstant } from "../../core/instant.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, type Result, settle, success } from "../../core/result.js";
import type { HistoryReader } from "../../history/reader.js";
import { type Catalogue, defineCatalogue } from "../../indicators/define-catalogue.js";
import { extractFacts } from "../../indicators/extract-facts.js";
import { ABSENT } from "../../indicators/fact.js";
import type { Declaration } from "../../model/declaration.js";
import type { InspectionOutcome } from "./outcome.js";
import type { ScorecardRecipe, TermRecipe } from "./recipe.js";
import type { TrainingRow } from "./training-row.js";

/** The most issues that one training reports. */
const MAX_ISSUES = 100;

/** The indicators that a recipe reads. */
export function indicatorsOfRecipe(recipe: ScorecardRecipe): readonly string[] {
  const ofTerm = (term: TermRecipe): readonly string[] => (term.kind === "cross" ? term.of.map((part) => part.indicator) : [term.indicator]);
  const repeat = recipe.repeat === undefined ? [] : [recipe.repeat.inspected, recipe.repeat.findings];
  return [...new Set([recipe.signature, ...recipe.terms.flatMap(ofTerm), ...repeat])];
}

/** The part of a catalogue that a recipe reads; an indicator that is missing, or of an unfit type, is an issue. */
export function recipeCatalogue(recipe: ScorecardRecipe, catalogue: Catalogue): Result<Catalogue> {
  const issues: Issue[] = [];
  const numbers = new Set(recipe.repeat === undefined ? [] : [recipe.repeat.inspected, recipe.repeat.findings]);
  for (const [index, term] of recipe.terms.entries()) {
    for (const part of term.kind === "cross" ? term.of : [term]) {
      const found = catalogue.indicators.get(part.indicator);
      const wanted = "bins" in part && part.bins !== undefined ? ["number"] : ["code", "boolean"];
      if (found !== undefined && !wanted.includes(found.type)) {
        const expected = `an indicator of type ${wanted.join(" or ")}`;
        issues.push(
          createIssue("indicator.misused", {
            ...expectation(["terms", index], expected, `${part.indicator}, of type ${found.type}`, "numbers take bins, codes do not"),
            indicator: part.indicator,
          }),
        );
      }
    }
  }
  const chosen = indicatorsOfRecipe(recipe).flatMap((id) => {
    const indicator = catalogue.indicators.get(id);
    if (indicator === undefined)
      issues.push(
        createIssue("indicator.unknown", { ...expectation([], "an indicator of the catalogue", id, "mend its spelling in the recipe"), indicator: id }),
      );
    else if (numbers.has(id) && indicator.type !== "number")
      issues.push(createIssue("indicator.misused", { ...expectation(["repeat"], "a number", id, "name an indicator that counts"), indicator: id }));
    return indicator === undefined ? [] : [indicator];
  });
  return settle(issues, () => defineCatalogue(catalogue.version, chosen));
}

/** Rows to learn from: one per goods item of every declaration with an outcome, as of its registration. */
export function trainingRows(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<InspectionOutcome>,
  recipe: ScorecardRecipe,
  catalogue: Catalogue,
  history: HistoryReader | undefined,
): Result<readonly TrainingRow[]> {
  const labels = new Map<string, InspectionOutcome>();
  for (const outcome of outcomes) labels.set(outcome.declarationId, outcome);
  const issues: Issue[] = [];
  const rows: TrainingRow[] = [];
  const seen = new Set<string>();
  for (const declaration of declarations) {
    if (issues.length >= MAX_ISSUES) break;
    const outcome = labels.get(declaration.id);
    seen.add(declaration.id);
    if (outcome === undefined || (recipe.labels === "singleItem" && declaration.items.length > 1)) continue;
    if (isEarlier(outcome.knownAt, declaration.registeredAt)) {
      issues.push(
        createIssue("fit.data", {
          ...expectation(
            ["outcomes", declaration.id],
            `an outcome known after ${declaration.registeredAt}, the registration`,
            outcome.knownAt,
            "mend the instant, or leave the outcome out",
          ),
          columns: [],
        }),
      );
      continue;
    }
    const read = readRows(declaration, outcome.finding ? 1 : 0, recipe, catalogue, history);
    if (read.ok) rows.push(...read.value);
    else issues.push(...read.issues);
  }
  if (issues.length === 0) {
    for (const id of labels.keys()) {
      if (!seen.has(id) && issues.length < MAX_ISSUES)
        issues.push(
          createIssue("fit.data", {
            ...expectation(["outcomes", id], "the declaration of the outcome", undefined, "add the declaration, or leave the outcome out"),
            columns: [],
          }),
        );
    }
  }
  return settle(issues, () => rows);
}

function isEarlier(a: string, b: string): boolean {
  return !((parseInstant(a) ?? Number.NaN) >= (parseInstant(b) ?? Number.NaN));
}

function readRows(
  declaration: Declaration,
  label: 0 | 1,
  recipe: ScorecardRecipe,
  catalogue: Catalogue,
  history: HistoryReader | undefined,
): Result<readonly TrainingRow[]> {
  const facts = extractFacts(declaration, {
    asOf: declaration.registeredAt,
    catalogue,
    currency: recipe.currency,
    ...(history === undefined ? {} : { history }),
  });
  if (!facts.ok) return failure(...facts.issues);
  const { header, items } = facts.value;
  const day = parseDate(declaration.registeredAt.slice(0, 10)) ?? 0;
  return success(
    items.map(({ values }) => {
      const read: TrainingRow["read"] = (indicator) => values[indicator] ?? header[indicator] ?? ABSENT;
      return { id: declaration.id, label, day, signature: JSON.stringify(read(recipe.signature)), read };
    }),
  );
}
