import { compareText } from "../../core/canonical.js";
import { expectation } from "../../core/expectation.js";
import { parseDate, parseInstant } from "../../core/instant.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import { type Result, settle } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { HistoryReader, HistoryTally } from "../../history/reader.js";
import { factOf, headerContext } from "../../indicators/extract-facts.js";
import { isMissing } from "../../indicators/fact.js";
import type { AnyIndicator } from "../../indicators/indicator.js";
import type { Declaration } from "../../model/declaration.js";
import { createColumn } from "./column-builder.js";
import { latestOutcomes, type OutcomesByItem, outcomeOfItem } from "./labels.js";
import type { ScorecardRecipe } from "./recipe.js";
import type { TrainOptions } from "./train-options.js";
import type { TrainingTable } from "./training-table.js";

/** The most issues that one training reports. */
const MAX_ISSUES = 100;

/** Reads the rows to learn from: the goods items whose outcome is known, with their facts as of the registration. */
export function readTable(
  declarations: Iterable<Declaration>,
  outcomes: Iterable<HistoryOutcome>,
  recipe: ScorecardRecipe,
  indicators: readonly AnyIndicator[],
  options: TrainOptions,
): Result<TrainingTable> {
  const known = latestOutcomes(outcomes);
  const issues: Issue[] = [];
  const learned = chooseDeclarations(declarations, known, issues);
  return settle(issues.slice(0, MAX_ISSUES), () => fillTable(learned, recipe, indicators, options));
}

interface Learned {
  readonly declaration: Declaration;
  readonly outcomes: OutcomesByItem;
  readonly registeredAt: number;
}

/** The declarations with outcomes, in order. */
function chooseDeclarations(
  declarations: Iterable<Declaration>,
  known: ReadonlyMap<string, OutcomesByItem>,
  issues: Issue[],
): readonly Learned[] {
  const learned = new Map<string, Learned>();
  const seen = new Set<string>();
  for (const declaration of declarations) {
    const { id, registeredAt } = declaration;
    if (seen.has(id)) issues.push(repeated(id));
    seen.add(id);
    const outcomes = known.get(id);
    if (outcomes === undefined) continue;
    const registered = parseInstant(registeredAt) ?? Number.NaN;
    for (const outcome of outcomes.values()) {
      const at = parseInstant(outcome.knownAt) ?? Number.NaN;
      if (!(at >= registered)) issues.push(tooEarly(outcome, registeredAt));
      if (outcome.item !== undefined && !declaration.items.some((item) => item.lineNumber === outcome.item)) issues.push(noSuchItem(outcome));
    }
    learned.set(id, { declaration, outcomes, registeredAt: registered });
  }
  for (const id of known.keys()) if (!seen.has(id)) issues.push(noDeclaration(id));
  return [...learned.values()].sort((a, b) => a.registeredAt - b.registeredAt || compareText(a.declaration.id, b.declaration.id));
}

function fillTable(learned: readonly Learned[], recipe: ScorecardRecipe, indicators: readonly AnyIndicator[], options: TrainOptions): TrainingTable {
  const ids: string[] = [];
  const signatures: string[] = [];
  const lines: number[] = [];
  const days: number[] = [];
  const labels: number[] = [];
  const offsets: number[] = [];
  const columns = indicators.map((indicator) => ({ indicator, column: createColumn(indicator.type) }));
  const reading = options.history === undefined ? options : { ...options, history: rememberLast(options.history) };
  for (const { declaration, outcomes } of learned) {
    const context = headerContext(declaration, { ...reading, asOf: declaration.registeredAt, currency: recipe.currency }, recipe.currency);
    const header = columns.map(({ indicator }) => (indicator.level === "header" ? factOf(indicator, context) : undefined));
    const day = parseDate(declaration.registeredAt.slice(0, 10)) ?? 0;
    for (const item of [...declaration.items].sort((a, b) => a.lineNumber - b.lineNumber)) {
      const outcome = outcomeOfItem(outcomes, item.lineNumber, declaration.items.length, recipe.labels);
      if (outcome === undefined) continue;
      const own = { ...context, item };
      let signature = `${ids.length}`;
      for (const [at, { indicator, column }] of columns.entries()) {
        const fact = header[at] ?? factOf(indicator, own);
        column.push(fact);
        if (indicator.id === recipe.signature && !isMissing(fact)) signature = `=${String(fact)}`;
      }
      ids.push(declaration.id);
      signatures.push(signature);
      lines.push(item.lineNumber);
      days.push(day);
      labels.push(outcome.finding ? 1 : 0);
      offsets.push((options.expertPoints?.(declaration, item) ?? 0) / POINTS_PER_LOGIT);
    }
  }
  return {
    size: ids.length,
    ids,
    lines: Int32Array.from(lines),
    days: Int32Array.from(days),
    labels: Uint8Array.from(labels),
    signatures,
    offsets: Float64Array.from(offsets),
    columns: new Map(columns.map(({ indicator, column }) => [indicator.id, column.finish()])),
  };
}

/** Several indicators of an item ask a history the same question one after the other; it is answered once. */
function rememberLast(history: HistoryReader): HistoryReader {
  let question = "";
  let answer: HistoryTally | undefined;
  return {
    tally(key, asOf, excluding) {
      const asked = JSON.stringify([key.dimension, key.values, asOf, excluding]);
      if (asked !== question) {
        answer = history.tally(key, asOf, excluding);
        question = asked;
      }
      return answer;
    },
  };
}

function repeated(id: string): Issue {
  return createIssue("value.duplicate", {
    ...expectation(["declarations", id], "each declaration once", "a repetition", "keep the version that was inspected"),
    key: id,
  });
}

function tooEarly({ declarationId, knownAt }: HistoryOutcome, registeredAt: string): Issue {
  const expected = `an outcome known after ${registeredAt}, the registration`;
  return createIssue("fit.data", {
    ...expectation(["outcomes", declarationId], expected, knownAt, "mend the instant, or leave the outcome out"),
    columns: [],
  });
}

function noSuchItem({ declarationId, item }: HistoryOutcome): Issue {
  return createIssue("fit.data", {
    ...expectation(["outcomes", declarationId], "the line number of an item of the declaration", item, "mend the number, or leave the outcome out"),
    columns: [],
  });
}

function noDeclaration(id: string): Issue {
  return createIssue("fit.data", {
    ...expectation(["outcomes", id], "the declaration of the outcome", undefined, "add the declaration, or leave the outcome out"),
    columns: [],
  });
}
