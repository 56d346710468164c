import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainNames } from "../../../src/intelligence/names/explain-names.js";
import { matchNames } from "../../../src/intelligence/names/match-names.js";

const WORDS =
  "al abd ali kim Nguyễn Văn OOO Ltd 12 VII Дмитрий КЛЮЕВ محمد عبد الله 李明 김정은 petrov petroff co-op O'Neill S.A. & shipping mohammed muhamad x".split(" ");
const name = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 40 }),
);

describe("matchNames of any two texts", () => {
  it("is symmetric, between 0 and 1, and what explainNames adds up to", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = matchNames(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(matchNames(b, a)).toBe(score);
        const explained = explainNames(a, b);
        expect(explained.score).toBe(score);
        expect(explained.base + explained.evidence.reduce((sum, part) => sum + part.micropoints, 0)).toBe(explained.micropoints);
      }),
    );
  });

  it("is 1 for a text and itself, however it is cased, spaced and composed", () => {
    fc.assert(
      fc.property(name, (a) => {
        expect(matchNames(a, a)).toBe(1);
        expect(matchNames(a, ` ${a.normalize("NFD")}  `)).toBe(1);
      }),
    );
  });
});
