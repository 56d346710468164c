import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { type FitInput, fitLogistic, fitLogisticOrThrow, type LogisticFit } from "../../src/training/index.js";

interface Certified {
  readonly intercept: string;
  readonly coefficients: readonly string[];
  readonly seIntercept: string;
  readonly standardErrors: readonly string[];
  readonly logLik?: string;
}

interface Reference {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weights: readonly number[] | null;
  readonly features: readonly string[] | string;
  readonly certified: Certified | null;
  readonly ridge?: readonly { readonly C: number; readonly certified: Pick<Certified, "intercept" | "coefficients"> }[];
}

function load(folder: string): readonly (readonly [string, Reference])[] {
  const url = new URL(`${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.endsWith(".json"));
  return names.map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(new URL(name, url), "utf8")) as Reference]);
}

function inputOf({ X, y, weights, features }: Reference): FitInput {
  return { x: X, y, names: typeof features === "string" ? [features] : features, ...(weights === null ? {} : { weights }) };
}

/** The number of correct digits. */
function digits(value: number, certified: string): number {
  const truth = Number(certified);
  if (value === truth) return 16;
  return truth === 0 ? -Math.log10(Math.abs(value)) : -Math.log10(Math.abs(value - truth) / Math.abs(truth));
}

function leastDigits(values: readonly number[], certified: readonly string[]): number {
  expect(values).toHaveLength(certified.length);
  return Math.min(...values.map((value, index) => digits(value, certified[index] ?? "NaN")));
}

function fitted(input: FitInput): LogisticFit {
  return fitLogisticOrThrow(input);
}

const reference = load("reference");
const hard = load("hard");
const all = [...reference, ...hard];

describe("fitLogistic against certified values", () => {
  it("has sets of every kind", () => {
    expect(reference).toHaveLength(6);
    expect(hard.length).toBeGreaterThanOrEqual(20);
  });

  it.each(all.filter(([, set]) => set.certified !== null))("%s: 13 digits in the coefficients, 12 in the standard errors", (_, set) => {
    const fit = fitted(inputOf(set));
    const { intercept, coefficients, seIntercept, standardErrors, logLik } = set.certified as Certified;
    expect(leastDigits([fit.intercept, ...fit.coefficients], [intercept, ...coefficients])).toBeGreaterThanOrEqual(13);
    expect(leastDigits([fit.interceptStandardError, ...fit.standardErrors], [seIntercept, ...standardErrors])).toBeGreaterThanOrEqual(12);
    if (logLik !== undefined) expect(digits(fit.logLikelihood, logLik)).toBeGreaterThanOrEqual(13);
    expect(fit.converged).toBe(true);
  });

  it.each(all.filter(([, set]) => set.certified === null))("%s: no maximum", (_, set) => {
    const result = fitLogistic(inputOf(set));
    expect(result).toMatchObject({ ok: false, issues: [{ code: "fit.noMaximum" }] });
    expect(() => fitLogisticOrThrow(inputOf(set))).toThrow(IssueError);
  });

  const ridges = all.flatMap(([name, set]) => (set.ridge ?? []).map(({ C, certified }) => ({ name, set, C, certified })));
  it.each(ridges)("$name with l2 = 1 / $C: 13 digits, also where there is no maximum without a penalty", ({ set, C, certified }) => {
    const fit = fitted({ ...inputOf(set), l2: 1 / C });
    expect(leastDigits([fit.intercept, ...fit.coefficients], [certified.intercept, ...certified.coefficients])).toBeGreaterThanOrEqual(13);
    expect([...fit.standardErrors, fit.interceptStandardError, fit.logLikelihood].every(Number.isFinite)).toBe(true);
  });
});

/** The columns that an issue names. */
function columnsOf(input: FitInput): readonly string[] {
  const result = fitLogistic(input);
  const [issue] = result.ok ? [] : result.issues;
  return issue !== undefined && "columns" in issue ? issue.columns : ["no issue"];
}

describe("the columns that an issue names", () => {
  const y = [0, 1, 0, 1, 0, 1, 1, 0];
  const x1 = [1, 2, 3, 4, 5, 6, 7, 8];
  const x2 = [3, 1, 4, 1, 5, 9, 2, 6];

  it("are those of a dependency, not the others", () => {
    const rows = x1.map((a, row) => [a, x2[row] ?? 0, a * 2.20462]);
    expect(columnsOf({ x: rows, y, names: ["kg", "other", "lb"] })).toEqual(["kg", "lb"]);
    expect(columnsOf({ x: rows, y })).toEqual(["0", "2"]);
  });

  it("are all that have a part in a sum with the intercept", () => {
    const rows = x1.map((a, row) => [0.1 * a, 0.7 * (x2[row] ?? 0), 100 - 0.1 * a - 0.7 * (x2[row] ?? 0), a % 3]);
    expect(columnsOf({ x: rows, y, names: ["a", "b", "rest", "free"] })).toEqual(["a", "b", "rest"]);
  });

  it("are the constant one, and the dependent ones beside it", () => {
    expect(columnsOf({ x: x1.map((a) => [a, 7.3]), y, names: ["a", "constant"] })).toEqual(["constant"]);
    expect(columnsOf({ x: x1.map((a, row) => [a, 0, -a, x2[row] ?? 0]), y, names: ["a", "zero", "minus", "b"] })).toEqual(["a", "zero", "minus"]);
  });

  it("are constant where only rows of weight 0 differ", () => {
    expect(columnsOf({ x: [...x1.map((a) => [a, 1]), [9, 2]], y: [...y, 1], weights: [...y.map(() => 1), 0], names: ["a", "b"] })).toEqual(["b"]);
  });

  it("are those that separate alone, and those that separate once these are left out", () => {
    const leak = y.map((label) => label * 2 - 1);
    expect(columnsOf({ x: x1.map((a, row) => [a, leak[row] ?? 0]), y, names: ["a", "leak"] })).toEqual(["leak"]);
    const set = hard.find(([name]) => name === "quasi-joint")?.[1];
    if (set === undefined) throw new Error("the set is missing");
    expect(columnsOf(inputOf(set))).toEqual(["x0", "x1"]);
    const rare = set.y.map((label, row) => (label === 1 && row < 30 ? 1 : 0));
    const both = { ...inputOf(set), x: set.X.map((row, index) => [...row, rare[index] ?? 0]), names: ["x0", "x1", "x2", "x3", "rare"] };
    expect(columnsOf(both)).toEqual(["x0", "x1", "rare"]);
  });

  it("name a level without a case of one label, in whichever direction it is coded", () => {
    const level = [1, 0, 1, 0, 0, 0, 0, 0];
    const rows = (values: readonly number[]): number[][] => x2.map((a, row) => [a, values[row] ?? 0]);
    expect(columnsOf({ x: rows(level), y, names: ["a", "level"] })).toEqual(["level"]);
    expect(columnsOf({ x: rows(level.map((value) => 1 - value)), y, names: ["a", "level"] })).toEqual(["level"]);
  });

  it("say in words which kind of separation it is", () => {
    const complete = fitLogistic({ x: [[1], [2], [3], [4]], y: [0, 0, 1, 1], names: ["x"] });
    const quasi = fitLogistic({ x: [[1], [2], [2], [4]], y: [0, 0, 1, 1], names: ["x"] });
    expect(complete.ok ? "" : complete.issues[0].message).toContain("(complete separation)");
    expect(quasi.ok ? "" : quasi.issues[0].message).toContain("(quasi-complete separation)");
  });
});

describe("fitLogistic on bad input", () => {
  const good: FitInput = { x: [[1], [2], [3], [4]], y: [0, 1, 0, 1] };
  it.each<[string, unknown, string]>([
    ["no object", null, "value.type "],
    ["no rows", { x: [], y: [] }, "fit.data x"],
    ["x that is no table", { ...good, x: "rows" }, "fit.data x"],
    ["a row that is no array", { ...good, x: [[1], 2, [3], [4]] }, "fit.data x.1"],
    ["a first row that is null", { ...good, x: [null, [2], [3], [4]] }, "fit.data x.0"],
    ["ragged rows", { ...good, x: [[1], [2, 3], [3], [4]] }, "fit.data x.1"],
    ["NaN", { ...good, x: [[1], [Number.NaN], [3], [4]] }, "fit.data x.1.0"],
    ["infinity", { ...good, x: [[1], [2], [-Infinity], [4]] }, "fit.data x.2.0"],
    ["a number as text", { ...good, x: [[1], ["2"], [3], [4]] }, "fit.data x.1.0"],
    ["a hole", { ...good, x: [[1], new Array(1), [3], [4]] }, "fit.data x.1.0"],
    ["a magnitude whose square overflows", { ...good, x: [[1], [1e200], [3], [4]] }, "fit.data x.1.0"],
    ["a label that is neither 0 nor 1", { ...good, y: [0, 2, 0, 1] }, "fit.data y.1"],
    ["a label that is a truth value", { ...good, y: [0, true, 0, 1] }, "fit.data y.1"],
    ["a label that is NaN", { ...good, y: [0, Number.NaN, 0, 1] }, "fit.data y.1"],
    ["too few labels", { ...good, y: [0, 1] }, "fit.data y"],
    ["labels of one class", { ...good, y: [1, 1, 1, 1] }, "fit.data y"],
    ["one class among the rows that count", { ...good, weights: [1, 0, 1, 0] }, "fit.data y"],
    ["no row that counts", { ...good, weights: [0, 0, 0, 0] }, "fit.data weights"],
    ["a negative weight", { ...good, weights: [1, -1, 1, 1] }, "fit.data weights.1"],
    ["an infinite weight", { ...good, weights: [1, Infinity, 1, 1] }, "fit.data weights.1"],
    ["too few weights", { ...good, weights: [1] }, "fit.data weights"],
    ["too few names", { ...good, names: [] }, "fit.data names"],
    [
      "a name twice",
      {
        x: [
          [1, 2],
          [2, 1],
          [0, 1],
          [1, 1],
        ],
        y: good.y,
        names: ["a", "a"],
      },
      "fit.data names.1",
    ],
    ["a negative penalty", { ...good, l2: -1 }, "value.range l2"],
    ["a penalty that is NaN", { ...good, l2: Number.NaN }, "value.range l2"],
    ["an unknown solver", { ...good, solver: "lbfgs" }, "value.invalid solver"],
    ["iterations that are no number", { ...good, maxIterations: 0.5 }, "value.range maxIterations"],
    ["an unknown key", { ...good, lambda: 1 }, "value.unknownKey lambda"],
    ["weights for gradient descent", { ...good, solver: "gradient-descent", weights: [1, 2, 1, 1] }, "fit.data solver"],
    ["a penalty for gradient descent", { ...good, solver: "gradient-descent", l2: 1 }, "fit.data solver"],
  ])("gives an issue for %s", (_, input, expected) => {
    const result = fitLogistic(input as FitInput);
    expect(result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toContain(expected);
  });

  it("names the column of a value that cannot be used, and stops listing after ten", () => {
    const result = fitLogistic({ x: Array.from({ length: 40 }, () => [1, Number.NaN]), y: Array.from({ length: 40 }, (_, row) => row % 2), names: ["a", "b"] });
    expect(result.ok ? [] : result.issues.map((issue) => ("columns" in issue ? issue.columns : []))).toEqual(Array(10).fill(["b"]));
  });

  it("gives an issue when the iterations do not suffice", () => {
    expect(fitLogistic({ ...good, y: [0, 1, 0, 1], maxIterations: 1 })).toMatchObject({ ok: false, issues: [{ code: "fit.notConverged" }] });
  });
});

describe("a fit", () => {
  it("without columns gives the log-odds of the share", () => {
    const fit = fitted({ x: [[], [], [], []], y: [0, 1, 1, 1] });
    expect(fit).toMatchObject({
      intercept: expect.closeTo(Math.log(3), 14),
      coefficients: [],
      interceptStandardError: expect.closeTo(Math.sqrt(1 / (4 * 0.75 * 0.25)), 14),
    });
  });

  it("takes typed arrays, and does not change its input", () => {
    const rows = [1, 2, 3, 4, 5, 6].map((value) => Float64Array.of(value));
    const y = Uint8Array.of(0, 1, 0, 1, 0, 1);
    const frozen = structuredClone({ rows, y });
    expect(fitted({ x: rows, y })).toEqual(fitted({ x: rows.map((row) => [...row]), y: [...y] }));
    expect({ rows, y }).toEqual(frozen);
  });

  it("has its penalty on the raw scale and its intercept free", () => {
    const { X: x, y } = reference.find(([name]) => name === "infert")?.[1] ?? { X: [], y: [] };
    const l2 = 3;
    const fit = fitted({ x, y, l2 });
    const residual = x.map(
      (row, index) => (y[index] ?? 0) - 1 / (1 + Math.exp(-row.reduce((sum, value, column) => sum + value * (fit.coefficients[column] ?? 0), fit.intercept))),
    );
    expect(residual.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
    for (const column of [0, 1]) {
      expect(residual.reduce((sum, value, row) => sum + value * (x[row]?.[column] ?? 0), 0)).toBeCloseTo(l2 * (fit.coefficients[column] ?? 0), 10);
    }
  });

  it("with a penalty gives a constant column coefficient 0", () => {
    expect(
      fitted({
        x: [
          [1, 5],
          [2, 5],
          [3, 5],
          [4, 5],
        ],
        y: [0, 1, 0, 1],
        l2: 0.1,
      }).coefficients[1],
    ).toBeCloseTo(0, 25);
  });

  it("of columns from 1e-80 to 1e80 and weights from 1e-60 to 1e60 is exact too", () => {
    const set = reference.find(([name]) => name === "mtcars-am-wt-hp")?.[1];
    if (set?.certified === null || set === undefined) throw new Error("the set is missing");
    for (const factor of [2 ** 200, 2 ** -200]) {
      const fit = fitted({ x: set.X.map(([a = 0, b = 0]) => [a * 2 ** 260, b * 2 ** -260]), y: set.y, weights: set.y.map(() => factor) });
      expect(
        leastDigits(
          [fit.intercept, (fit.coefficients[0] ?? 0) * 2 ** 260, (fit.coefficients[1] ?? 0) * 2 ** -260],
          [set.certified.intercept, ...set.certified.coefficients],
        ),
      ).toBeGreaterThan(13);
      expect(digits(fit.interceptStandardError * Math.sqrt(factor), set.certified.seIntercept)).toBeGreaterThan(13);
    }
  });
});

describe("the gradient-descent solver", () => {
  it.each(["infert", "mtcars-badly-scaled"])("comes near the maximum of %s by ml-logistic-regression, with intercept and scaling", (name) => {
    const set = reference.find(([other]) => other === name)?.[1];
    if (set === undefined) throw new Error("the set is missing");
    const newton = fitted(inputOf(set));
    const descent = fitLogistic({ ...inputOf(set), solver: "gradient-descent", maxIterations: 65_536 });
    if (!descent.ok) throw new IssueError(descent.issues);
    for (const [column, coefficient] of newton.coefficients.entries()) {
      expect(Math.abs((descent.value.coefficients[column] ?? 0) / coefficient - 1)).toBeLessThan(1e-3);
      expect(Math.abs((descent.value.standardErrors[column] ?? 0) / (newton.standardErrors[column] ?? 1) - 1)).toBeLessThan(1e-2);
    }
    expect(Math.abs(descent.value.intercept / newton.intercept - 1)).toBeLessThan(1e-3);
    expect(descent.value.logLikelihood).toBeLessThanOrEqual(newton.logLikelihood);
  });

  it("stops with an issue when the steps do not suffice", () => {
    const set = reference.find(([name]) => name === "mtcars-am-wt-hp")?.[1];
    if (set === undefined) throw new Error("the set is missing");
    expect(fitLogistic({ ...inputOf(set), solver: "gradient-descent", maxIterations: 10 })).toMatchObject({
      ok: false,
      issues: [{ code: "fit.notConverged" }],
    });
  });

  it("finds no maximum where there is none", () => {
    expect(fitLogistic({ x: [[1], [2], [3], [4]], y: [0, 0, 1, 1], solver: "gradient-descent" })).toMatchObject({
      ok: false,
      issues: [{ code: "fit.noMaximum" }],
    });
  });
});
