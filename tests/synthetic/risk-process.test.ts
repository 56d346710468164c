import { describe, expect, it } from "vitest";
import { type FindingKind, generateDeclarations, RISK_PROCESS, type Trait } from "../../src/synthetic/index.js";

const COUNT = 40_000;
const outcomes = Array.from(generateDeclarations({ seed: 11, count: COUNT }), ({ outcome }) => outcome);
const KINDS = Object.keys(RISK_PROCESS) as readonly FindingKind[];
const drivers = KINDS.flatMap((kind) =>
  (Object.entries(RISK_PROCESS[kind].drivers) as readonly (readonly [Trait, number])[]).map(([trait, points]) => ({ kind, trait, points })),
);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the risk process", () => {
  it("finds something in about 3 % of declarations", () => {
    const rate = mean(outcomes.map((outcome) => Number(outcome.finding)));
    expect(rate).toBeGreaterThan(0.026);
    expect(rate).toBeLessThan(0.034);
  });

  it.each(KINDS)("finds %s as often as its probabilities say", (kind) => {
    const probabilities = outcomes.map((outcome) => outcome.probabilities[kind]);
    const expected = probabilities.reduce((sum, probability) => sum + probability, 0);
    const spread = Math.sqrt(probabilities.reduce((sum, probability) => sum + probability * (1 - probability), 0));
    const found = outcomes.filter((outcome) => outcome.kinds.includes(kind)).length;
    expect(Math.abs(found - expected)).toBeLessThan(4 * spread);
  });

  it.each(drivers)("lets $trait move the odds of $kind by about $points points", ({ kind, trait, points }) => {
    // compared with declarations that show the same of every other driver: each stratum gives one difference of mean points
    const others = drivers.filter((driver) => driver.kind === kind && driver.trait !== trait);
    const strata = new Map<string, { with: number[]; without: number[] }>();
    for (const outcome of outcomes) {
      const key = others.map((driver) => Number(outcome.traits.includes(driver.trait))).join("");
      const stratum = strata.get(key) ?? { with: [], without: [] };
      strata.set(key, stratum);
      const probability = Math.max(outcome.probabilities[kind], 1e-6);
      stratum[outcome.traits.includes(trait) ? "with" : "without"].push(10 * Math.log10(probability / (1 - probability)));
    }
    const pairs = [...strata.values()].filter((stratum) => stratum.with.length > 0 && stratum.without.length > 0);
    const weight = pairs.reduce((sum, stratum) => sum + stratum.with.length, 0);
    const difference = pairs.reduce((sum, stratum) => sum + stratum.with.length * (mean(stratum.with) - mean(stratum.without)), 0) / weight;
    expect(weight).toBeGreaterThan(20);
    expect(Math.abs(difference - points)).toBeLessThan(1.5);
  });

  it.each<[Trait, number]>([
    ["lowUnitValue", 3],
    ["preferenceWithoutCertificate", 2],
    ["vagueDescription", 2],
    ["scheduledNameWithoutPermit", 10],
    ["citesGoodsWithoutPermit", 3],
  ])("finds something at least so often with %s: %d times the rate without", (trait, times) => {
    const rate = (has: boolean): number => mean(outcomes.filter((outcome) => outcome.traits.includes(trait) === has).map((outcome) => Number(outcome.finding)));
    expect(rate(true)).toBeGreaterThan(times * rate(false));
  });

  it("finds less with established importers", () => {
    const rate = (has: boolean): number =>
      mean(outcomes.filter((outcome) => outcome.traits.includes("establishedImporter") === has).map((outcome) => Number(outcome.finding)));
    expect(rate(true)).toBeLessThan(rate(false));
  });
});
