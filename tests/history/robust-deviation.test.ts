import { expect, test } from "vitest";
import { robustDeviation } from "../../src/history/robust-deviation.js";

const histogram = (counts: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(counts));

test("the z-score is measured from the median by the median absolute deviation", () => {
  // 1 2 3 4 100: median 3, distances 2 1 0 1 97, median 1
  expect(robustDeviation(histogram({ 1: 1, 2: 1, 3: 1, 4: 1, 100: 1 }), 7)).toEqual({ count: 5, z: 0.6745 * 4 });
  // twice 0 and twice 5: median 2.5, all distances 2.5
  expect(robustDeviation(histogram({ 0: 2, 5: 2 }), -10)).toEqual({ count: 4, z: -0.6745 * 5 });
});

test("a histogram narrower than a bin counts as a bin wide", () => {
  expect(robustDeviation(histogram({ 12: 50 }), 15)).toEqual({ count: 50, z: 0.6745 * 3 });
  expect(robustDeviation(histogram({ 12: 50 }), 12).z).toBe(0);
});

test("the order of the bins makes no difference", () => {
  const a = new Map([
    ["-3", 4],
    ["10", 1],
    ["2", 7],
  ]);
  expect(robustDeviation(new Map([...a].reverse()), 9)).toEqual(robustDeviation(a, 9));
});

test("an empty histogram has no middle", () => {
  expect(robustDeviation(new Map(), 1)).toEqual({ count: 0, z: Number.NaN });
});
