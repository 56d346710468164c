import { expectation } from "../core/expectation.js";
import { createIssue, type Issue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import { dataIssue } from "./fit-issues.js";

/** A solver for the dense fit. */
export type FitSolver = "newton" | "gradient-descent";

/** What a dense logistic fit reads. */
export interface FitInput {
  /** Rows by columns, finite numbers; the intercept is added. */
  readonly x: readonly ArrayLike<number>[];
  /** One label per row, 0 or 1. */
  readonly y: ArrayLike<number>;
  /** One name per column, for issues; else columns are named by index. */
  readonly names?: readonly string[];
  /** One weight per row, at least 0: how often the row counts. */
  readonly weights?: ArrayLike<number>;
  /** The penalty 1/2 * l2 * |coefficients|^2 on the raw scale, intercept free; 0 unless told. */
  readonly l2?: number;
  /** `newton` unless told; `gradient-descent` goes through ml-logistic-regression and takes neither weights nor penalty. */
  readonly solver?: FitSolver;
  /** The most iterations: 100 for `newton`, 16,384 for `gradient-descent` unless told. */
  readonly maxIterations?: number;
}

/** Validated data: the rows that count, columns one after the other. */
export interface FitData {
  readonly rows: number;
  readonly columns: number;
  /** Column-major: the value of row `i` in column `j` is at `j * rows + i`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weights: Float64Array;
  readonly names: readonly string[];
  readonly l2: number;
}

const KEYS: ReadonlySet<string> = new Set(["x", "y", "names", "weights", "l2", "solver", "maxIterations"]);
/** Magnitudes outside of these are refused, so that squares stay within the range of doubles. */
const SMALLEST = 1e-100;
const LARGEST = 1e100;
const MAX_ISSUES = 10;

/** Checks everything about the input that does not need arithmetic, and drops the rows of weight 0. */
export function readFitInput(input: unknown): Result<FitData> {
  if (typeof input !== "object" || input === null) return failure(createIssue("value.type", expectation([], "an object", input, "pass `{ x, y }`")));
  const { x, y, names, weights, l2 = 0, solver, maxIterations } = input as Readonly<Record<string, unknown>>;
  const issues: Issue[] = Object.keys(input)
    .filter((key) => !KEYS.has(key))
    .map((key) => createIssue("value.unknownKey", { ...expectation([key], "a known key", key, "remove it, or mend its spelling"), key }));
  if (solver !== undefined && solver !== "newton" && solver !== "gradient-descent") {
    issues.push(createIssue("value.invalid", expectation(["solver"], '"newton" or "gradient-descent"', solver, "use one of the values listed")));
  }
  if (maxIterations !== undefined && !(typeof maxIterations === "number" && Number.isInteger(maxIterations) && maxIterations >= 1)) {
    issues.push(createIssue("value.range", expectation(["maxIterations"], "an integer of at least 1", maxIterations, "keep within the bound")));
  }
  if (!(typeof l2 === "number" && l2 >= 0 && l2 <= LARGEST && (l2 === 0 || l2 >= SMALLEST))) {
    issues.push(createIssue("value.range", expectation(["l2"], "0, or a number between 1e-100 and 1e100", l2, "keep within the bound")));
  }
  const table = readTable(x, names, issues);
  const labels = readVector(y, "y", table.rows, (label) => label === 0 || label === 1, "a label of 0 or 1", issues);
  const counts =
    weights === undefined
      ? new Float64Array(table.rows).fill(1)
      : readVector(weights, "weights", table.rows, isWeight, "a finite weight of at least 0", issues);
  if (solver === "gradient-descent" && (l2 !== 0 || counts.some((weight) => weight !== 1))) {
    issues.push(dataIssue(["solver"], "neither weights nor a penalty with `gradient-descent`", solver, "use `newton`"));
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return failure(first, ...rest.slice(0, MAX_ISSUES - 1));
  return checkClasses(dropUnweighted({ ...table, y: labels, weights: counts, l2: l2 as number }));
}

function isWeight(weight: number): boolean {
  return weight === 0 || (weight >= SMALLEST && weight <= LARGEST);
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function readTable(x: unknown, names: unknown, issues: Issue[]): Pick<FitData, "rows" | "columns" | "x" | "names"> {
  const empty = { rows: 0, columns: 0, x: new Float64Array(0), names: [] };
  if (!Array.isArray(x)) {
    issues.push(dataIssue(["x"], "an array of rows", x, "pass one array of numbers per row"));
    return empty;
  }
  const list: readonly unknown[] = x;
  if (list.length === 0) {
    issues.push(dataIssue(["x"], "at least one row", "no rows", "pass the training data"));
    return empty;
  }
  const first: unknown = list[0];
  const columns = isArrayLike(first) ? first.length : 0;
  const rows = list.length;
  const labels = readNames(names, columns, issues);
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows && issues.length < MAX_ISSUES; row += 1) {
    const line: unknown = list[row];
    if (!isArrayLike(line)) {
      issues.push(dataIssue(["x", row], "an array of numbers", line, "pass one array of numbers per row"));
    } else if (line.length !== columns) {
      issues.push(dataIssue(["x", row], `${columns} values as in the first row`, `${line.length} values`, "give every row the same columns"));
    } else {
      for (let column = 0; column < columns; column += 1) {
        const value: unknown = line[column];
        if (isMeasure(value)) values[column * rows + row] = value;
        else
          issues.push(
            dataIssue(["x", row, column], "0 or a finite number of magnitude 1e-100 to 1e100", value, "leave the row out or fill the value in", [
              labels[column] ?? String(column),
            ]),
          );
      }
    }
  }
  return { rows, columns, x: values, names: labels };
}

function isMeasure(value: unknown): value is number {
  if (typeof value !== "number") return false;
  const magnitude = Math.abs(value);
  return (magnitude >= SMALLEST && magnitude <= LARGEST) || value === 0;
}

function readNames(names: unknown, columns: number, issues: Issue[]): readonly string[] {
  const indices = Array.from({ length: columns }, (_, index) => String(index));
  if (names === undefined) return indices;
  if (!Array.isArray(names) || names.length !== columns) {
    issues.push(dataIssue(["names"], `an array of ${columns} names, one per column`, names, "name every column once"));
    return indices;
  }
  const seen = new Set<unknown>();
  for (const [index, name] of (names as readonly unknown[]).entries()) {
    if (typeof name !== "string" || seen.has(name)) issues.push(dataIssue(["names", index], "a text of its own", name, "name every column once"));
    seen.add(name);
  }
  return issues.length === 0
    ? [...(names as readonly string[])]
    : indices.map((index) => (typeof names[Number(index)] === "string" ? String(names[Number(index)]) : index));
}

function readVector(values: unknown, key: "y" | "weights", rows: number, accepts: (value: number) => boolean, expected: string, issues: Issue[]): Float64Array {
  const result = new Float64Array(rows);
  if (!isArrayLike(values) || values.length !== rows) {
    const received = isArrayLike(values) ? `${values.length} values for ${rows} rows` : values;
    issues.push(dataIssue([key], "one value per row", received, "pass one value per row of `x`"));
    return result;
  }
  for (let row = 0; row < rows && issues.length < MAX_ISSUES; row += 1) {
    const value: unknown = values[row];
    if (typeof value === "number" && accepts(value)) result[row] = value;
    else issues.push(dataIssue([key, row], expected, value, "mend the value, or leave the row out"));
  }
  return result;
}

function dropUnweighted(data: FitData): FitData {
  const kept: number[] = [];
  for (let row = 0; row < data.rows; row += 1) if (data.weights[row] !== 0) kept.push(row);
  return kept.length === data.rows ? data : selectRows(data, kept);
}

function selectRows(data: FitData, kept: readonly number[]): FitData {
  const rows = kept.length;
  const x = new Float64Array(rows * data.columns);
  for (let column = 0; column < data.columns; column += 1) {
    for (let row = 0; row < rows; row += 1) x[column * rows + row] = data.x[column * data.rows + (kept[row] ?? 0)] ?? 0;
  }
  const take = (values: Float64Array): Float64Array => Float64Array.from(kept, (row) => values[row] ?? 0);
  return { ...data, rows, x, y: take(data.y), weights: take(data.weights) };
}

/** The data with some columns only. */
export function selectColumns(data: FitData, kept: readonly number[]): FitData {
  const x = new Float64Array(data.rows * kept.length);
  for (const [index, column] of kept.entries()) x.set(data.x.subarray(column * data.rows, (column + 1) * data.rows), index * data.rows);
  return { ...data, columns: kept.length, x, names: kept.map((column) => data.names[column] ?? String(column)) };
}

function checkClasses(data: FitData): Result<FitData> {
  if (data.rows === 0) return failure(dataIssue(["weights"], "at least one row of weight above 0", "none", "pass rows that count"));
  const ones = data.y.reduce((sum, label) => sum + label, 0);
  if (ones > 0 && ones < data.rows) return success(data);
  return failure(dataIssue(["y"], "labels of both classes among the rows of weight above 0", `only ${ones === 0 ? 0 : 1}`, "add rows of the other class"));
}
