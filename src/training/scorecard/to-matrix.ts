import type { Instant } from "../../core/instant.js";
import type { Issue } from "../../core/issue.js";
import { orThrow, type Result, settle } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import { factOf, headerContext } from "../../indicators/extract-facts.js";
import { isMissing } from "../../indicators/fact.js";
import type { AnyIndicator } from "../../indicators/indicator.js";
import type { Declaration } from "../../model/declaration.js";
import { latestOutcomes, outcomeOfItem } from "./labels.js";
import { parseRecipe, type ScorecardRecipe } from "./recipe.js";
import { recipeIndicators } from "./recipe-indicators.js";
import type { TrainOptions } from "./train-options.js";
import { outcomeOfNothing, repeatedDeclaration } from "./training-issues.js";

/** One indicator of every row; NaN or `undefined` where the fact is missing. */
export type MatrixColumn =
  | { readonly name: string; readonly kind: "number"; readonly values: readonly number[] }
  | { readonly name: string; readonly kind: "code"; readonly values: readonly (string | undefined)[] }
  | { readonly name: string; readonly kind: "boolean"; readonly values: readonly (boolean | undefined)[] };

/** Which goods item a row is. */
export interface MatrixRow {
  readonly declaration: string;
  readonly line: number;
  readonly registeredAt: Instant;
  /** Whether an inspection found something; `undefined` where none is known to speak for the item. */
  readonly finding: boolean | undefined;
}

/** Goods items by the indicators that a recipe reads, as values and codes, before any binning. */
export interface Matrix {
  readonly rows: readonly MatrixRow[];
  /** In the order in which the recipe names them; each as long as `rows`. */
  readonly columns: readonly MatrixColumn[];
}

/** What a matrix is made with. */
export interface MatrixOptions extends Omit<TrainOptions, "expertPoints"> {
  /** What inspections found; none unless told. */
  readonly outcomes?: Iterable<HistoryOutcome>;
}

/**
 * The matrix of some declarations: a row per goods item, in order of input and of line, inspected or not, with the facts as of the
 * registration. A repeated declaration, an outcome without one and a recipe on an indicator that the catalogue lacks are issues.
 */
export function toMatrix(declarations: Iterable<Declaration>, recipe: ScorecardRecipe, options: MatrixOptions): Result<Matrix> {
  const parsed = parseRecipe(recipe);
  if (!parsed.ok) return parsed;
  const indicators = recipeIndicators(parsed.value, options.catalogue);
  if (!indicators.ok) return indicators;
  const list = [...declarations];
  const known = latestOutcomes(options.outcomes ?? []);
  return settle(check(list, [...known.keys()]), () => fill(list, known, parsed.value, indicators.value, options));
}

/**
 * {@link toMatrix} that throws.
 * @throws {IssueError} where {@link toMatrix} fails
 */
export function toMatrixOrThrow(declarations: Iterable<Declaration>, recipe: ScorecardRecipe, options: MatrixOptions): Matrix {
  return orThrow(toMatrix(declarations, recipe, options));
}

function check(declarations: readonly Declaration[], outcomes: readonly string[]): readonly Issue[] {
  const seen = new Set<string>();
  const repeated = declarations.flatMap(({ id }) => (seen.size === seen.add(id).size ? [repeatedDeclaration(id)] : []));
  return [...repeated, ...outcomes.flatMap((id) => (seen.has(id) ? [] : [outcomeOfNothing(id)]))];
}

function fill(
  declarations: readonly Declaration[],
  known: ReturnType<typeof latestOutcomes>,
  { currency, labels }: ScorecardRecipe,
  indicators: readonly AnyIndicator[],
  options: MatrixOptions,
): Matrix {
  const rows: MatrixRow[] = [];
  const columns = indicators.map(emptyColumn);
  for (const declaration of declarations) {
    const { id, registeredAt } = declaration;
    const outcomes = known.get(id);
    const context = headerContext(declaration, { ...options, asOf: registeredAt }, currency);
    const header = indicators.map((indicator) => (indicator.level === "header" ? factOf(indicator, context) : undefined));
    for (const item of [...declaration.items].sort((a, b) => a.lineNumber - b.lineNumber)) {
      const { lineNumber: line } = item;
      const outcome = outcomes === undefined ? undefined : outcomeOfItem(outcomes, line, declaration.items.length, labels);
      rows.push({ declaration: id, line, registeredAt, finding: outcome?.finding });
      for (const [at, { indicator, push }] of columns.entries()) {
        const fact = header[at] ?? factOf(indicator, { ...context, item });
        push(isMissing(fact) ? undefined : fact);
      }
    }
  }
  return { rows, columns: columns.map(({ column }) => column) };
}

interface GrowingColumn {
  readonly indicator: AnyIndicator;
  readonly column: MatrixColumn;
  readonly push: (value: unknown) => void;
}

function emptyColumn(indicator: AnyIndicator): GrowingColumn {
  const { id: name, type } = indicator;
  // a fact has the type of its indicator, or is failed
  if (type === "number") {
    const values: number[] = [];
    return { indicator, column: { name, kind: "number", values }, push: (value) => values.push(typeof value === "number" ? value : Number.NaN) };
  }
  if (type === "boolean") {
    const values: (boolean | undefined)[] = [];
    return { indicator, column: { name, kind: "boolean", values }, push: (value) => values.push(typeof value === "boolean" ? value : undefined) };
  }
  const values: (string | undefined)[] = [];
  return { indicator, column: { name, kind: "code", values }, push: (value) => values.push(typeof value === "string" ? value : undefined) };
}
