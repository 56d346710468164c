import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FitInput, fitLogistic, fitLogisticOrThrow, type LogisticFit } from "../../src/training/index.js";

interface Sample {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weights: readonly number[];
}

/** Two to four columns of small decimals, 20 to 50 rows; the labels follow the first column, with noise. */
const sample: fc.Arbitrary<Sample> = fc.integer({ min: 2, max: 4 }).chain((columns) =>
  fc
    .array(
      fc.record({
        row: fc.array(
          fc.integer({ min: -40, max: 40 }).map((value) => value / 8),
          { minLength: columns, maxLength: columns },
        ),
        noise: fc.integer({ min: -6, max: 6 }),
        weight: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 20, maxLength: 50 },
    )
    .map((rows) => ({
      x: rows.map(({ row }) => row),
      y: rows.map(({ row, noise }) => ((row[0] ?? 0) + noise > 0 ? 1 : 0)),
      weights: rows.map(({ weight }) => weight),
    })),
);

function fitOf(input: FitInput): LogisticFit {
  const result = fitLogistic(input);
  fc.pre(result.ok);
  return fitLogisticOrThrow(input);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of actual.entries()) {
    const truth = expected[index] ?? Number.NaN;
    expect(Math.abs(value - truth)).toBeLessThanOrEqual(1e-9 * Math.max(1e-3, Math.abs(truth)));
  }
}

function numbersOf(fit: LogisticFit): readonly number[] {
  return [fit.intercept, ...fit.coefficients, fit.interceptStandardError, ...fit.standardErrors, fit.logLikelihood];
}

const l2 = fc.constantFrom(0, 0.5);

describe("a logistic fit", () => {
  it("is that of doubled weights where every row stands twice", () => {
    fc.assert(
      fc.property(sample, l2, ({ x, y, weights }, penalty) => {
        const doubled = fitOf({ x, y, weights: weights.map((weight) => 2 * weight), l2: penalty });
        expectClose(numbersOf(fitOf({ x: [...x, ...x], y: [...y, ...y], weights: [...weights, ...weights], l2: penalty })), numbersOf(doubled));
      }),
    );
  });

  it("is that of rows repeated as often as they weigh, rows of weight 0 counting for nothing", () => {
    fc.assert(
      fc.property(sample, ({ x, y, weights }) => {
        const times = weights.map((weight) => weight - 1);
        const rows = times.flatMap((count, row) => Array<number>(count).fill(row));
        fc.pre(rows.length > 0);
        const repeated = fitOf({ x: rows.map((row) => x[row] ?? []), y: rows.map((row) => y[row] ?? 0) });
        expectClose(numbersOf(fitOf({ x, y, weights: times })), numbersOf(repeated));
      }),
    );
  });

  it("mirrors its coefficients when the labels are swapped", () => {
    fc.assert(
      fc.property(sample, l2, ({ x, y, weights }, penalty) => {
        const fit = fitOf({ x, y, weights, l2: penalty });
        const swapped = fitOf({ x, y: y.map((label) => 1 - label), weights, l2: penalty });
        expectClose([swapped.intercept, ...swapped.coefficients], [-fit.intercept, ...fit.coefficients.map((value) => -value)]);
        expectClose(swapped.standardErrors, fit.standardErrors);
      }),
    );
  });

  it("does not depend on the order of rows or columns", () => {
    fc.assert(
      fc.property(sample, l2, fc.infiniteStream(fc.nat()), ({ x, y, weights }, penalty, random) => {
        const shuffled = (count: number): readonly number[] => {
          const keys = Array.from({ length: count }, (_, index) => [random.next().value as number, index] as const);
          return keys.sort((a, b) => a[0] - b[0]).map(([, index]) => index);
        };
        const rows = shuffled(x.length);
        const columns = shuffled(x[0]?.length ?? 0);
        const fit = fitOf({ x, y, weights, l2: penalty });
        const other = fitOf({
          x: rows.map((row) => columns.map((column) => x[row]?.[column] ?? 0)),
          y: rows.map((row) => y[row] ?? 0),
          weights: rows.map((row) => weights[row] ?? 0),
          l2: penalty,
        });
        expectClose(
          other.coefficients,
          columns.map((column) => fit.coefficients[column] ?? 0),
        );
        expectClose(
          other.standardErrors,
          columns.map((column) => fit.standardErrors[column] ?? 0),
        );
        expectClose([other.intercept, other.logLikelihood], [fit.intercept, fit.logLikelihood]);
      }),
    );
  });

  it("never grows in norm, and never fits better, with more penalty", () => {
    fc.assert(
      fc.property(
        sample,
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.double({ min: 1.01, max: 100, noNaN: true }),
        ({ x, y, weights }, penalty, factor) => {
          const weak = fitOf({ x, y, weights, l2: penalty });
          const strong = fitOf({ x, y, weights, l2: penalty * factor });
          expect(Math.hypot(...strong.coefficients)).toBeLessThanOrEqual(Math.hypot(...weak.coefficients) * (1 + 1e-12));
          expect(strong.logLikelihood).toBeLessThanOrEqual(weak.logLikelihood + 1e-9);
        },
      ),
    );
  });

  it("moves with the units of the columns", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -8, max: 8 }), fc.integer({ min: -1000, max: 1000 }), ({ x, y, weights }, power, shift) => {
        const unit = 10 ** power;
        const fit = fitOf({ x, y, weights });
        const other = fitOf({ x: x.map((row) => row.map((value) => (value + shift) * unit)), y, weights });
        expectClose(
          other.coefficients.map((value) => value * unit),
          fit.coefficients,
        );
        expectClose([other.logLikelihood], [fit.logLikelihood]);
      }),
    );
  });

  it("is finite or an issue, never an exception or NaN, whatever small table it is given", () => {
    const value = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double(), fc.constantFrom(0, 1e-8, 1e8, 1e99));
    const table = fc.integer({ min: 0, max: 4 }).chain((columns) => fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { maxLength: 12 }));
    let fits = 0;
    fc.assert(
      fc.property(table, fc.array(fc.nat({ max: 1 }), { minLength: 12, maxLength: 12 }), fc.constantFrom(0, 1e-6, 1), (x, labels, penalty) => {
        const result = fitLogistic({ x, y: labels.slice(0, x.length), l2: penalty });
        if (result.ok) {
          fits += 1;
          expect(numbersOf(result.value).every(Number.isFinite)).toBe(true);
        } else expect(result.issues.every((issue) => /^(fit|value)\./.test(issue.code))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(fits).toBeGreaterThan(20);
  });

  it("exists if and only if no column tells some labels without error, in one dimension", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat({ max: 1 })), { minLength: 4, maxLength: 14 }), (points) => {
        const side = (label: number): readonly number[] => points.filter((point) => point[1] === label).map(([value]) => value);
        const [zeros, ones] = [side(0), side(1)];
        fc.pre(zeros.length > 0 && ones.length > 0 && new Set(points.map(([value]) => value)).size > 1);
        const overlap = Math.max(...zeros) > Math.min(...ones) && Math.max(...ones) > Math.min(...zeros);
        expect(fitLogistic({ x: points.map(([value]) => [value]), y: points.map(([, label]) => label) }).ok).toBe(overlap);
      }),
      { numRuns: 500 },
    );
  });
});
