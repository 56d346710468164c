import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMicropoints } from "../../../src/core/micropoints.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import type { AnyIndicator } from "../../../src/indicators/indicator.js";
import type { DocumentKind } from "../../../src/model/document.js";
import type { GoodsItem } from "../../../src/model/goods-item.js";
import { koreaRecipe } from "../../../src/training/index.js";
import { bestStrength } from "../../../src/training/scorecard/cross-validate.js";
import { fitPlatt } from "../../../src/training/scorecard/fit-platt.js";
import { uniformOf } from "../../../src/training/scorecard/fold-of.js";
import { sigmoid } from "../../../src/training/scorecard/log-loss.js";

import { quantileEdges } from "../../../src/training/scorecard/quantile-edges.js";
import { parseRecipe, parseRecipeOrThrow } from "../../../src/training/scorecard/recipe.js";
import { createRowMemo } from "../../../src/training/scorecard/row-memo.js";
import { thresholdFor } from "../../../src/training/scorecard/thresholds.js";
import { casesOf, recipeOf, trained } from "./support.js";

describe("quantile edges", () => {
  it("cut values into bins of equal numbers where there are no ties", () => {
    expect(quantileEdges(Float64Array.from([8, 1, 7, 2, 6, 3, 5, 4]), 4)).toEqual([3, 5, 7]);
  });

  it("leave a common least value in a bin of its own", () => {
    expect(quantileEdges(Float64Array.from([0, 0, 0, 0, 0, 0, 3, 4, 5, 6]), 4)).toEqual([3, 4]);
    expect(quantileEdges(Float64Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 6]), 3)).toEqual([6]);
  });

  it("are none for values that are all the same or missing", () => {
    expect(quantileEdges(Float64Array.from([2, 2, Number.NaN]), 5)).toEqual([]);
    expect(quantileEdges(Float64Array.from([Number.NaN]), 5)).toEqual([]);
  });

  it("rise strictly, are values themselves, and leave no bin empty", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), fc.integer({ min: 2, max: 12 }), (values, bins) => {
        const edges = quantileEdges(Float64Array.from(values), bins);
        expect(edges.length).toBeLessThan(bins);
        for (const [index, edge] of edges.entries()) {
          expect(values).toContain(edge);
          expect(edge).toBeGreaterThan(edges[index - 1] ?? Math.min(...values));
        }
      }),
    );
  });
});

describe("a threshold from capacity", () => {
  const scoresOf = (...micropoints: readonly number[]) => micropoints.map((value, day) => ({ day: Math.floor(day / 2), micropoints: value }));

  it("lets as many declarations in as the capacity bears, a day on the average or a share of all", () => {
    const scores = scoresOf(60, 50, 40, 30, 20, 10);
    expect(toMicropoints(thresholdFor({ share: 0.5 }, scores))).toBe(40);
    expect(toMicropoints(thresholdFor({ perDay: 1 }, scores))).toBe(40);
    expect(toMicropoints(thresholdFor({ perDay: 0.7 }, scores))).toBe(50);
    expect(toMicropoints(thresholdFor({ perDay: 9 }, scores))).toBe(10);
  });

  it("keeps a group of equal scores out where not all of them fit", () => {
    const scores = scoresOf(60, 40, 40, 40, 20, 10);
    expect(toMicropoints(thresholdFor({ share: 0.5 }, scores))).toBe(41);
    expect(toMicropoints(thresholdFor({ share: 0.7 }, scores))).toBe(40);
  });

  it("stands above all where nothing fits", () => {
    expect(toMicropoints(thresholdFor({ share: 0.1 }, scoresOf(60, 40)))).toBe(61);
  });

  it("is never exceeded, and could not be lower", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 99 }), (values, percent) => {
        const threshold = toMicropoints(thresholdFor({ share: percent / 100 }, scoresOf(...values)));
        const capacity = Math.floor((percent * values.length) / 100);
        const reach = (least: number): number => values.filter((value) => value >= least).length;
        expect(reach(threshold)).toBeLessThanOrEqual(capacity);
        const next = Math.max(...values.filter((value) => value < threshold));
        if (Number.isFinite(next)) expect(reach(next)).toBeGreaterThan(capacity);
      }),
    );
  });
});

describe("Platt scaling", () => {
  const labelled = Array.from({ length: 400 }, (_, index) => ({
    logit: (index % 20) / 5 - 2,
    label: uniformOf(1, `${index}`) < sigmoid(0.5 * ((index % 20) / 5 - 2) - 1) ? 1 : 0,
  }));
  const logits = Float64Array.from(labelled, ({ logit }) => logit);
  const labels = Uint8Array.from(labelled, ({ label }) => label);
  const none = new Float64Array(400);

  it("finds the slope and the intercept at which the log loss does not change", () => {
    const { slope = Number.NaN, intercept = Number.NaN } = fitPlatt(logits, labels, none) ?? {};
    const errors = labelled.map(({ logit, label }) => sigmoid(slope * logit + intercept) - label);
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 8);
    expect(errors.reduce((sum, error, index) => sum + error * (logits[index] ?? 0), 0)).toBeCloseTo(0, 8);
    expect(slope).toBeGreaterThan(0.2);
  });

  it("takes what stands beside the model off the intercept", () => {
    const plain = fitPlatt(logits, labels, none);
    const beside = fitPlatt(
      logits,
      labels,
      none.map(() => 1),
    );
    expect(beside?.intercept).toBeCloseTo((plain?.intercept ?? 0) - 1, 8);
    expect(beside?.slope).toBeCloseTo(plain?.slope ?? 0, 8);
  });

  it("finds nothing where the ranking is upside down, perfect or constant", () => {
    expect(
      fitPlatt(
        logits,
        labels.map((label) => 1 - label),
        none,
      ),
    ).toBeUndefined();
    expect(
      fitPlatt(
        logits,
        Uint8Array.from(logits, (logit) => (logit > 0 ? 1 : 0)),
        none,
      ),
    ).toBeUndefined();
    expect(fitPlatt(none, labels, none)).toBeUndefined();
  });
});

describe("cross-validation", () => {
  it("chooses the strength with the lowest log loss, of equals the strongest", () => {
    expect(
      bestStrength([
        { strength: 1, logLoss: 0.5 },
        { strength: 3, logLoss: 0.4 },
        { strength: 9, logLoss: 0.4 },
      ]),
    ).toBe(9);
  });

  it("reports its path in the order of the recipe and fits with the best of it", () => {
    const { report } = trained(casesOf(300, 3), recipeOf({ penalty: { kind: "l1", path: [0.5, 500, 5], folds: 4 } }));
    expect(report.path?.map(({ strength }) => strength)).toEqual([0.5, 500, 5]);
    const best = Math.min(...(report.path ?? []).map(({ logLoss }) => logLoss));
    expect(report.path?.find(({ logLoss }) => logLoss === best)?.strength).toBe(report.strength);
    expect(report.strength).not.toBe(500);
  });
});

describe("an L1 card", () => {
  it("lists only what has a weight, and leaves terms without any out", () => {
    const cases = casesOf(300, 3);
    const { model, report } = trained(cases, recipeOf({ penalty: { kind: "l1", strength: 12 } }));
    expect(report.used).toBeLessThan(report.columns / 2);
    const listed = model.terms.flatMap((term) => ("levels" in term ? [...term.levels] : []) as readonly unknown[]);
    expect(listed.length).toBeLessThanOrEqual(report.used);
    const { model: empty } = trained(cases, recipeOf({ penalty: { kind: "l1", strength: 1e4 } }));
    expect(empty.terms).toEqual([]);
  });
});

describe("a fold", () => {
  it("depends on seed and key alone and is spread evenly", () => {
    const values = Array.from({ length: 1_000 }, (_, index) => uniformOf(3, `${index}`));
    expect(uniformOf(3, "7")).toBe(values[7]);
    expect(uniformOf(4, "7")).not.toBe(values[7]);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(values.reduce((sum, value) => sum + value, 0) / 1_000).toBeCloseTo(0.5, 1);
  });
});

describe("the memory of rows", () => {
  it("tells apart what is not stated, and texts that say so or run into each other", () => {
    const indicator = (...reads: readonly string[]) => ({ ...(standardCatalogue.indicators.get("hsCode") as AnyIndicator), reads });
    const memo = createRowMemo([indicator("items[].description", "items[].origin.place", "documents[].kind"), indicator("items[].description")]);
    const [first] = casesOf(1, 1);
    if (first === undefined) throw new Error("no case");
    const rows: readonly (readonly [Record<string, unknown>, readonly DocumentKind[]])[] = [
      [{}, []],
      [{ description: "undefined" }, []],
      [{ description: "null" }, []],
      [{ description: 1 }, []],
      [{ description: "1" }, []],
      [{ description: "a", origin: { place: "b,c" } }, []],
      [{ description: "a,b", origin: { place: "c" } }, []],
      [{ description: "a", origin: { place: "b" } }, ["licence"]],
    ];
    const firstLike = (row: number, at: number) => {
      const [fields, documents] = rows[row] ?? [{}, []];
      return memo.firstLike({ ...first.declaration, documents: documents.map((kind) => ({ kind, number: "1" })) }, fields as unknown as GoodsItem, at);
    };
    expect(rows.map((_, row) => firstLike(row, row))).toEqual(rows.map(() => undefined));
    expect(rows.map((_, row) => firstLike(row, 100 + row))).toEqual([...rows.keys()]);
  });
});

describe("a recipe", () => {
  it("is read from JSON, and refused with paths", () => {
    expect(parseRecipeOrThrow(JSON.parse(JSON.stringify(koreaRecipe)))).toEqual(koreaRecipe);
    expect(parseRecipe({ ...koreaRecipe, seed: 1.5 })).toMatchObject({ ok: false, issues: [{ path: ["seed"] }] });
    expect(parseRecipe(() => 1).ok).toBe(false);
    expect(() => parseRecipeOrThrow({})).toThrow("schema");
  });
});
