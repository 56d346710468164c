import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { categoricalDrift, categoricalDriftOrThrow, factDrift, factDriftOrThrow, numericDrift, numericDriftOrThrow } from "../../src/evaluation/drift.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });
const categories = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 60 });

function factsOf(header: FactSet, ...items: readonly FactSet[]): Facts {
  return { id: "d", asOf: "2026-01-01T00:00:00Z", header, items: items.map((values, index) => ({ item: index + 1, values })) };
}

describe("the population stability index", () => {
  it("is never negative, and adds up", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 2, max: 20 }), (reference, current, bins) => {
        const { psi = Number.NaN, bins: counted } = numericDriftOrThrow(reference, current, { bins });
        expect(psi).toBeGreaterThanOrEqual(0);
        expect(counted.every((bin) => bin.contribution >= 0)).toBe(true);
        expect(counted.reduce((sum, bin) => sum + bin.reference, 0)).toBe(reference.length);
        expect(counted.reduce((sum, bin) => sum + bin.current, 0)).toBe(current.length);
        expect(counted.length).toBeLessThanOrEqual(bins);
        expect(counted.every((bin) => bin.reference > 0)).toBe(true);
      }),
    );
    fc.assert(fc.property(categories, categories, (reference, current) => (categoricalDriftOrThrow(reference, current).psi ?? -1) >= 0));
  });

  it("is 0 for the same values, in any order and any number of times", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 4 }), (values, times) => {
        const repeated = new Array(times).fill([...values].reverse()).flat();
        expect(numericDriftOrThrow(values, repeated).psi).toBe(0);
        expect(categoricalDriftOrThrow(values.map(String), repeated.map(String)).psi).toBe(0);
      }),
    );
  });

  it("is the sum over bins of (p - q) * ln(p / q)", () => {
    const { psi } = categoricalDriftOrThrow(["a", "a", "a", "b"], ["a", "b", "b", "b"]);
    expect(psi).toBeCloseTo(2 * (0.5 * Math.log(3)), 14);
  });

  it("counts half a case where a category is missing on one side", () => {
    const { psi } = categoricalDriftOrThrow(["a", "a"], ["b", "b"]);
    expect(psi).toBeCloseTo(2 * 0.75 * Math.log(4), 14);
  });

  it("cuts numbers at the reference's quantiles, closed above", () => {
    const { bins } = numericDriftOrThrow([1, 2, 3, 4, 5, 6, 7, 8], [2, 2.5, 100, -100], { bins: 4 });
    expect(bins.map((bin) => [bin.label, bin.reference, bin.current])).toEqual([
      ["(-∞, 2]", 2, 2],
      ["(2, 4]", 2, 1],
      ["(4, 6]", 2, 0],
      ["(6, ∞)", 2, 1],
    ]);
  });

  it("lets equal quantiles fall together", () => {
    expect(numericDriftOrThrow([5, 5, 5, 5, 9], [5], { bins: 5 }).bins.map((bin) => bin.label)).toEqual(["(-∞, 5]", "(5, ∞)"]);
    expect(numericDriftOrThrow([5, 5, 5], [5, 6]).bins.map((bin) => bin.label)).toEqual(["(-∞, ∞)"]);
  });

  it("counts rare and new categories together", () => {
    const { bins } = categoricalDriftOrThrow(["a", "a", "a", "b", "b", "c"], ["a", "z"], { levels: 2 });
    expect(bins.map((bin) => [bin.label, bin.reference, bin.current])).toEqual([
      ["a", 3, 1],
      ["b", 2, 0],
      ["(other)", 1, 1],
    ]);
  });

  it.each([
    [() => numericDrift([], [1]), "reference"],
    [() => numericDrift([1], []), "current"],
    [() => numericDrift([1], [Number.NaN]), "current[0]"],
    [() => numericDrift([1], [1], { bins: 1 }), "bins"],
    [() => categoricalDrift(["a"], [1 as unknown as string]), "current[0]"],
    [() => categoricalDrift(["a"], ["a"], { levels: 0 }), "levels"],
    [() => factDrift([], [factsOf({})]), "reference"],
    [() => factDrift([factsOf({})], [null as unknown as Facts]), "current[0]"],
  ])("refuses what cannot be compared (%#)", (compare, path) => {
    const result = compare();
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
  });

  it("throws by its other doors", () => {
    expect(() => numericDriftOrThrow([], [])).toThrow("at least one value");
    expect(() => categoricalDriftOrThrow([], [])).toThrow("at least one value");
    expect(() => factDriftOrThrow([], [])).toThrow("at least one value");
  });
});

describe("factDrift", () => {
  it("reports every indicator, the one that moved most first", () => {
    const reference = Array.from({ length: 100 }, (_, index) => factsOf({ mode: index % 2 === 0 ? "sea" : "air", value: index }, { origin: "VN" }));
    const current = Array.from({ length: 100 }, (_, index) => factsOf({ mode: "sea", value: index }, { origin: "VN" }, { origin: "VN" }));
    const drifts = factDriftOrThrow(reference, current);
    expect(drifts.map(({ indicator, level, kind, signal }) => [indicator, level, kind, signal])).toEqual([
      ["mode", "header", "categorical", "large"],
      ["value", "header", "numeric", "stable"],
      ["origin", "item", "categorical", "stable"],
    ]);
    expect(drifts[1]?.psi).toBe(0);
  });

  it("counts each kind of missing as a bin, an indicator that is not named as absent", () => {
    const [drift] = factDriftOrThrow(
      [factsOf({ value: 1 }), factsOf({})],
      [factsOf({ value: { missing: "failed", reason: "x" } }), factsOf({ value: { missing: "notApplicable" } })],
    );
    expect(drift?.kind).toBe("numeric");
    expect(drift?.bins.map((bin) => [bin.label, bin.reference, bin.current])).toEqual([
      ["(-∞, ∞)", 1, 0],
      ["(absent)", 1, 0],
      ["(failed)", 0, 1],
      ["(notApplicable)", 0, 1],
    ]);
  });

  it("takes a set of codes, and true or false, as categories", () => {
    const [drift, other] = factDriftOrThrow([factsOf({ flags: ["a", "b"], late: true })], [factsOf({ flags: ["a"], late: true })]);
    expect(drift?.bins.map((bin) => bin.label)).toEqual(["a b", "(other)"]);
    expect(other?.bins.map((bin) => bin.label)).toEqual(["true"]);
  });

  it("has no index where one side has no items", () => {
    const drifts = factDriftOrThrow([factsOf({}, { origin: "VN" })], [factsOf({})]);
    expect(drifts).toMatchObject([{ indicator: "origin", psi: undefined, signal: undefined }]);
  });

  it("calls an index from 0.1 moderate", () => {
    const flags = (yes: number) => Array.from({ length: 100 }, (_, index) => factsOf({ flag: index < yes }));
    expect(factDriftOrThrow(flags(50), flags(68))[0]?.signal).toBe("moderate");
  });
});
