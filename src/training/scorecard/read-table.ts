import { compareText } from "../../core/canonical.js";
import { type Instant, parseDate, parseInstant } from "../../core/instant.js";
import type { Issue } from "../../core/issue.js";
import { POINTS_PER_LOGIT } from "../../core/micropoints.js";
import { type Result, settle } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { HistoryKey, HistoryReader, HistoryTally } from "../../history/reader.js";
import { type ExtractOptions, factOf, headerContext } from "../../indicators/extract-facts.js";
import type { Fact } from "../../indicators/fact.js";
import type { AnyIndicator, ItemContext } from "../../indicators/indicator.js";
import type { Declaration } from "../../model/declaration.js";
import { createColumn } from "./column-builder.js";
import { latestOutcomes, type OutcomesByItem, outcomeOfItem } from "./labels.js";
import type { ScorecardRecipe } from "./recipe.js";
import { createRowMemo } from "./row-memo.js";
import type { TrainOptions } from "./train-options.js";
import { earlyOutcome, outcomeOfNoItem, outcomeOfNothing, repeatedDeclaration } from "./training-issues.js";
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
function chooseDeclarations(declarations: Iterable<Declaration>, known: ReadonlyMap<string, OutcomesByItem>, issues: Issue[]): readonly Learned[] {
  const learned: Learned[] = [];
  const seen = new Set<string>();
  const momentOf = rememberMoments();
  for (const declaration of declarations) {
    const { id, registeredAt } = declaration;
    if (seen.has(id)) issues.push(repeatedDeclaration(id));
    seen.add(id);
    const outcomes = known.get(id);
    if (outcomes === undefined) continue;
    const registered = momentOf(registeredAt);
    for (const outcome of outcomes.values()) {
      if (!(momentOf(outcome.knownAt) >= registered)) issues.push(earlyOutcome(outcome, registeredAt));
      if (outcome.item !== undefined && !declaration.items.some((item) => item.lineNumber === outcome.item)) issues.push(outcomeOfNoItem(outcome));
    }
    learned.push({ declaration, outcomes, registeredAt: registered });
  }
  for (const id of known.keys()) if (!seen.has(id)) issues.push(outcomeOfNothing(id));
  return learned.sort((a, b) => a.registeredAt - b.registeredAt || compareText(a.declaration.id, b.declaration.id));
}

/** Reads instants, of which many are the same; NaN for what is none. */
function rememberMoments(): (text: Instant) => number {
  const known = new Map<Instant, number>();
  return (text) => {
    const moment = known.get(text) ?? parseInstant(text) ?? Number.NaN;
    known.set(text, moment);
    return moment;
  };
}

function fillTable(learned: readonly Learned[], recipe: ScorecardRecipe, indicators: readonly AnyIndicator[], options: TrainOptions): TrainingTable {
  const ids: string[] = [];
  const stated: Fact[] = [];
  const signatures: string[] = [];
  const lines: number[] = [];
  const days: number[] = [];
  const labels: number[] = [];
  const offsets: number[] = [];
  const likes: number[] = [];
  const opened = openColumns(recipe, indicators);
  const signature = indicators.find(({ id }) => id === recipe.signature) as AnyIndicator;
  const remembered = rememberable([...opened.map(({ indicator }) => indicator), signature], options);
  const columns = opened.map((one) => ({ ...one, isRemembered: remembered.has(one.indicator) }));
  const others = columns.filter(({ isRemembered }) => !isRemembered);
  const isSignatureRemembered = remembered.has(signature);
  const memo = createRowMemo([...remembered]);
  let asked: ExtractOptions = { ...options, asOf: "", ...(options.history === undefined ? {} : { history: rememberLast(options.history) }) };
  for (const { declaration, outcomes } of learned) {
    const { items, registeredAt } = declaration;
    if (asked.asOf !== registeredAt) asked = { ...asked, asOf: registeredAt };
    const header = headerContext(declaration, asked, recipe.currency);
    const day = parseDate(registeredAt.slice(0, 10)) as number;
    for (const item of items.length === 1 ? items : [...items].sort((a, b) => a.lineNumber - b.lineNumber)) {
      const outcome = outcomeOfItem(outcomes, item.lineNumber, items.length, recipe.labels);
      if (outcome === undefined) continue;
      const row = ids.length;
      // an indicator may read all items: only of a single one the fields are the item's own
      const like = items.length === 1 ? memo.firstLike(declaration, item, row) : undefined;
      const context: ItemContext = { ...header, item };
      const factAt = (indicator: AnyIndicator): Fact => factOf(indicator, indicator.level === "header" ? header : context);
      for (const { indicator, column } of like === undefined ? columns : others) column.push(factAt(indicator));
      const knownAt = isSignatureRemembered ? like : undefined;
      const goods = knownAt === undefined ? factAt(signature) : (stated[knownAt] as Fact);
      stated.push(goods);
      // `=` keeps apart what is stated from what is not
      if (typeof goods !== "string") signatures.push(`${declaration.id} ${item.lineNumber}`);
      else signatures.push(knownAt === undefined ? `=${goods}` : (signatures[knownAt] as string));
      likes.push(like ?? row);
      ids.push(declaration.id);
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
    alike: Int32Array.from(others.some(({ ofTerm }) => ofTerm) ? likes.keys() : likes),
    columns: new Map(columns.map(({ indicator, column, isRemembered }) => [indicator.id, column.finish(isRemembered ? likes : undefined)])),
  };
}

/** A column for every indicator that the recipe learns from; the signature only tells rows apart. */
function openColumns({ terms, repeat }: ScorecardRecipe, indicators: readonly AnyIndicator[]) {
  const ofTerms = new Set(terms.flatMap((term) => (term.kind === "cross" ? term.of.map((part) => part.indicator) : [term.indicator])));
  const learned = new Set(repeat === undefined ? ofTerms : [...ofTerms, repeat.inspected, repeat.findings]);
  return indicators
    .filter(({ id }) => learned.has(id))
    .map((indicator) => ({ indicator, column: createColumn(indicator.type), ofTerm: ofTerms.has(indicator.id) }));
}

const BEYOND_FIELDS: readonly string[] = ["history", "intelligence"];

/** The indicators that depend on fields of the declaration alone; none where rates of different days state amounts. */
function rememberable(indicators: readonly AnyIndicator[], { rates = [] }: TrainOptions): ReadonlySet<AnyIndicator> {
  return new Set(rates.length > 0 ? [] : indicators.filter(({ reads }) => reads.length > 0 && !reads.some((path) => BEYOND_FIELDS.includes(path))));
}

/** Several indicators of an item ask a history the same question one after the other; it is answered once. */
function rememberLast(history: HistoryReader): HistoryReader {
  let last: readonly [HistoryKey, Instant, string] | undefined;
  let answer: HistoryTally | undefined;
  return {
    ...(history.recent === undefined ? {} : { recent: history.recent.bind(history) }),
    ...(history.members === undefined ? {} : { members: history.members.bind(history) }),
    tally(key, asOf, excluding) {
      const isSame = last !== undefined && last[2] === excluding && last[1] === asOf && isSameKey(last[0], key);
      if (!isSame) answer = history.tally(key, asOf, excluding);
      last = [key, asOf, excluding];
      return answer;
    },
  };
}

function isSameKey(a: HistoryKey, b: HistoryKey): boolean {
  return a.dimension === b.dimension && a.values.length === b.values.length && a.values.every((value, index) => value === b.values[index]);
}
