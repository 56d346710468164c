import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../src/synthetic/random.js";
import { drawWeighted, weighted } from "../../src/synthetic/weighted.js";

const draws = (random: Random, count: number, draw: (random: Random) => number): readonly number[] => Array.from({ length: count }, () => draw(random));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("createRandom", () => {
  it("gives the same stream for the same seed, record and stream, and another for each that differs", () => {
    const first = (seed: number, index: number, stream: number): string => draws(createRandom(seed, index, stream), 4, ({ next }) => next()).join();
    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    const others = [first(1, 2, 3), first(2, 2, 3), first(1, 3, 3), first(1, 2, 4), first(1 + 2 ** 40, 2, 3), first(1, 2 + 2 ** 40, 3), first(2, 1, 3)];
    expect(new Set(others).size).toBe(others.length);
  });

  it("pins its numbers, since every synthetic declaration hangs on them", () => {
    expect(draws(createRandom(1, 0, 1), 3, ({ next }) => next() * 2 ** 32)).toMatchInlineSnapshot(`
      [
        4147739604,
        1300022977,
        1652368501,
      ]
    `);
  });

  it("is uniform on 0 to 1 over records as over draws", () => {
    for (const values of [
      draws(createRandom(5, 0, 1), 20_000, ({ next }) => next()),
      Array.from({ length: 20_000 }, (_, index) => createRandom(5, index, 1).next()),
    ]) {
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThan(1);
      expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(0.01);
      expect(Math.abs(mean(values.map((value) => value * value)) - 1 / 3)).toBeLessThan(0.01);
    }
  });

  it("draws integers of both ends and nothing beyond", () => {
    expect([...new Set(draws(createRandom(1, 0, 1), 500, ({ integer }) => integer(-1, 2)))].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it("draws a bell of mean 0 and variance 1 that ends before 3.47", () => {
    const values = draws(createRandom(9, 0, 1), 20_000, ({ bell }) => bell());
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(0.03);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(3.47);
  });

  it("draws factors above 0 that are skewed to the right", () => {
    const values = draws(createRandom(9, 0, 1), 20_000, ({ factor }) => factor(0.9));
    const middle = [...values].sort((a, b) => a - b)[10_000] ?? 0;
    expect(Math.min(...values)).toBeGreaterThan(0);
    expect(Math.abs(middle - 1)).toBeLessThan(0.05);
    expect(mean(values)).toBeGreaterThan(1.2);
  });

  it("takes a chance as often as told, and never or always at the ends", () => {
    const random = createRandom(3, 0, 1);
    expect(Math.abs(mean(draws(random, 20_000, ({ chance }) => Number(chance(0.2)))) - 0.2)).toBeLessThan(0.01);
    expect(mean(draws(random, 100, ({ chance }) => Number(chance(0))))).toBe(0);
    expect(mean(draws(random, 100, ({ chance }) => Number(chance(1))))).toBe(1);
  });
});

describe("drawWeighted", () => {
  it("draws by weight, whatever the weights sum to", () => {
    const table = weighted([
      ["a", 2],
      ["b", 6],
      ["c", 0],
    ]);
    const random = createRandom(4, 0, 1);
    const values = Array.from({ length: 20_000 }, () => drawWeighted(table, random));
    expect(values.includes("c")).toBe(false);
    expect(Math.abs(values.filter((value) => value === "a").length / values.length - 0.25)).toBeLessThan(0.01);
  });
});
