import { compareText } from "../core/canonical.js";
import type { Issue, PathStep } from "../core/issue.js";
import { failure, orThrow, type Result } from "../core/result.js";
import { conclude, invalid, wrongType } from "./check-input.js";

/** One scored case whose outcome is known. */
export interface ScoredRow {
  /** Any finite number, higher for riskier: micropoints, or a probability. */
  readonly score: number;
  /** 1 for a finding, 0 for none. */
  readonly label: number;
  /** How many cases the row stands for, at least 0; 1 unless told. All rows state it or none. */
  readonly weight?: number;
  /** What a finding brings, at least 0, in any one unit; only that of findings counts. All rows state it or none. */
  readonly revenue?: number;
  /** Orders rows of equal score (by UTF-16 code units), else their place does. All rows state it or none. */
  readonly id?: string;
}

/** The same as columns of equal length. */
export interface ScoredColumns {
  readonly scores: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  readonly revenue?: ArrayLike<number>;
  readonly ids?: ArrayLike<string>;
}

/** Scored cases, as rows or as columns. */
export type ScoredInput = readonly ScoredRow[] | ScoredColumns;

/** Checked cases from the highest score to the lowest: what every metric reads. Arrays are not to be written to. */
export interface Ranking {
  readonly size: number;
  readonly scores: Float64Array;
  readonly labels: Float64Array;
  readonly weights: Float64Array;
  /** Of findings; 0 for the others. `undefined` where the input states none. */
  readonly revenue: Float64Array | undefined;
  /** The index in the input of each place. */
  readonly order: Int32Array;
  /** The sum of the weights, above 0. */
  readonly totalWeight: number;
  /** The sum of the weights of findings. */
  readonly positiveWeight: number;
}

/**
 * Checks scored cases and puts them in order: by score, ties by id, without ids by their place in the input. Unequal
 * lengths, labels other than 0 and 1, numbers that are not finite and an input in which nothing counts are issues.
 */
export function createRanking(input: ScoredInput): Result<Ranking> {
  const columns = Array.isArray(input) ? toColumns(input) : (input as unknown);
  if (typeof columns !== "object" || columns === null) return failure(wrongType([], "an array of rows, or columns", input, "pass `[{ score, label }]`"));
  const path: ColumnPath = Array.isArray(input) ? (column, index) => (index === undefined ? [] : [index, ROW_KEYS[column]]) : columnPath;
  const { scores, labels, weights, revenue, ids } = columns as Readonly<Record<Column, unknown>>;
  if (!isArrayLike(scores)) return failure(wrongType(path("scores"), "an array of numbers", scores, "pass one score per case"));
  const size = scores.length;
  if (size === 0) return failure(invalid(path("scores"), "at least one case", "no cases", "pass cases whose outcome is known"));
  const issues: Issue[] = [];
  const read = { size, path, issues };
  const score = readColumn(read, "scores", scores, Number.isFinite, "a finite number");
  const label = readColumn(read, "labels", labels, (value) => value === 0 || value === 1, "a label of 0 or 1");
  const weight = weights === undefined ? new Float64Array(size).fill(1) : readColumn(read, "weights", weights, isNotNegative, "a finite weight of at least 0");
  const money = revenue === undefined ? undefined : readColumn(read, "revenue", revenue, isNotNegative, "a finite revenue of at least 0");
  const names = ids === undefined ? undefined : readIds(read, ids);
  if (issues.length === 0 && !weight.some((value) => value > 0)) {
    issues.push(invalid(path("weights"), "a weight above 0", "only weights of 0", "leave the weights out, or give some case one"));
  }
  return conclude(issues, () => arrange(score, label, weight, money, names));
}

/**
 * {@link createRanking} that throws.
 * @throws {IssueError} if the input cannot be ranked
 */
export function createRankingOrThrow(input: ScoredInput): Ranking {
  return orThrow(createRanking(input));
}

/** The same cases in the same order with other weights, given by place. */
export function reweight(ranking: Ranking, weights: Float64Array): Ranking {
  let totalWeight = 0;
  let positiveWeight = 0;
  for (let place = 0; place < ranking.size; place += 1) {
    const weight = weights[place] as number;
    totalWeight += weight;
    positiveWeight += weight * (ranking.labels[place] as number);
  }
  return { ...ranking, weights, totalWeight, positiveWeight };
}

type Column = keyof ScoredColumns;
type ColumnPath = (column: Column, index?: number) => readonly PathStep[];

const ROW_KEYS: Readonly<Record<Column, keyof ScoredRow>> = { scores: "score", labels: "label", weights: "weight", revenue: "revenue", ids: "id" };

function columnPath(column: Column, index?: number): readonly PathStep[] {
  return index === undefined ? [column] : [column, index];
}

function toColumns(rows: readonly unknown[]): Readonly<Record<string, unknown>> {
  const column = (key: keyof ScoredRow): readonly unknown[] => rows.map((row) => (row as Partial<ScoredRow> | null | undefined)?.[key]);
  const stated = (key: keyof ScoredRow): readonly unknown[] | undefined => {
    const values = column(key);
    return values.some((value) => value !== undefined) ? values : undefined;
  };
  return { scores: column("score"), labels: column("label"), weights: stated("weight"), revenue: stated("revenue"), ids: stated("id") };
}

interface Reading {
  readonly size: number;
  readonly path: ColumnPath;
  readonly issues: Issue[];
}

function readColumn({ size, path, issues }: Reading, column: Column, values: unknown, accepts: (value: number) => boolean, expected: string): Float64Array {
  const numbers = new Float64Array(size);
  if (!hasLength({ size, path, issues }, column, values)) return numbers;
  for (let index = 0; index < size; index += 1) {
    const value = values[index];
    if (typeof value === "number" && accepts(value)) numbers[index] = value;
    else issues.push(invalid(path(column, index), expected, value, "mend the value, or leave the case out"));
  }
  return numbers;
}

function readIds({ size, path, issues }: Reading, values: unknown): readonly string[] {
  if (!hasLength({ size, path, issues }, "ids", values)) return [];
  return Array.from(values, (value, index) => {
    if (typeof value === "string") return value;
    issues.push(invalid(path("ids", index), "a text", value, "give every case an id, or none"));
    return "";
  });
}

function hasLength({ size, path, issues }: Reading, column: Column, values: unknown): values is ArrayLike<unknown> {
  if (!isArrayLike(values)) issues.push(wrongType(path(column), "an array", values, "pass one value per case"));
  else if (values.length !== size) issues.push(invalid(path(column), `${size} values, one per score`, `${values.length} values`, "pass one value per case"));
  else return true;
  return false;
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isNotNegative(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function arrange(
  score: Float64Array,
  label: Float64Array,
  weight: Float64Array,
  revenue: Float64Array | undefined,
  ids: readonly string[] | undefined,
): Ranking {
  const byTie = (a: number, b: number): number => (ids === undefined ? 0 : compareText(ids[a] as string, ids[b] as string)) || a - b;
  const order = Int32Array.from(score.keys()).sort((a, b) => (score[b] as number) - (score[a] as number) || byTie(a, b));
  const inOrder = (values: Float64Array): Float64Array => Float64Array.from(order, (index) => values[index] as number);
  const ranking: Ranking = {
    size: score.length,
    scores: inOrder(score),
    labels: inOrder(label),
    weights: inOrder(weight),
    revenue: revenue === undefined ? undefined : Float64Array.from(order, (index) => (revenue[index] as number) * (label[index] as number)),
    order,
    totalWeight: 0,
    positiveWeight: 0,
  };
  return Object.freeze(reweight(ranking, ranking.weights));
}
