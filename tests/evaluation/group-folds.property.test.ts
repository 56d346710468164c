import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupFolds, groupFoldsOrThrow } from "../../src/evaluation/group-folds.js";

const names = Array.from({ length: 12 }, (_, index) => `g${index}`);
const groups = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 80 }).filter((list) => new Set(list).size >= 3);

describe("groupFolds", () => {
  it("puts no group into two folds, and leaves no fold empty", () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 3 }), fc.maxSafeInteger(), (list, folds, seed) => {
        const split = groupFoldsOrThrow(list, { folds, seed });
        expect(split).toHaveLength(list.length);
        for (const name of new Set(list)) expect(new Set(split.filter((_, index) => list[index] === name)).size).toBe(1);
        expect([...new Set(split)].sort()).toEqual(Array.from({ length: folds }, (_, fold) => fold));
      }),
    );
  });

  it("depends on the seed and the groups, not on the order of the cases", () => {
    fc.assert(
      fc.property(groups, fc.maxSafeInteger(), (list, seed) => {
        const options = { folds: 3, seed };
        expect([...groupFoldsOrThrow([...list].reverse(), options)].reverse()).toEqual(groupFoldsOrThrow(list, options));
      }),
    );
  });

  it("differs in size by no more than the largest group", () => {
    fc.assert(
      fc.property(groups, fc.maxSafeInteger(), (list, seed) => {
        const split = groupFoldsOrThrow(list, { folds: 3, seed });
        const sizes = [0, 1, 2].map((fold) => split.filter((other) => other === fold).length);
        const largest = Math.max(...names.map((name) => list.filter((other) => other === name).length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });

  it("splits otherwise under another seed", () => {
    const split = (seed: number) => groupFoldsOrThrow(names, { folds: 3, seed });
    expect(split(1)).not.toEqual(split(2));
  });

  it.each([
    [["a"], { folds: 2, seed: 1 }],
    [["a", "b"], { folds: 1, seed: 1 }],
    [["a", "b"], { folds: 2, seed: 0.5 }],
    [[], { folds: 2, seed: 1 }],
  ])("refuses %j with %j", (list, options) => {
    expect(groupFolds(list, options).ok).toBe(false);
    expect(() => groupFoldsOrThrow(list, options)).toThrow();
  });
});
