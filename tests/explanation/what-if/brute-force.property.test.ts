import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOrThrow } from "../../../src/assessment/score.js";
import type { Condition } from "../../../src/conditions/condition.js";
import { changeFacts } from "../../../src/explanation/change-facts.js";
import { findCounterfactualsOrThrow } from "../../../src/explanation/what-if/counterfactuals.js";
import { findDecidingFactsOrThrow } from "../../../src/explanation/what-if/deciding-facts.js";
import { rangeOfUnknownOrThrow } from "../../../src/explanation/what-if/range-of-unknown.js";
import type { Fact } from "../../../src/indicators/fact.js";
import type { CompiledProfile } from "../../../src/profile/compile-profile.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../../support/documents.js";

const NUMBER = "importerPriorDeclarations";
const INDICATORS: readonly string[] = ["customsOffice", "departureCountry", "transportMode", NUMBER];

/** The values of an indicator that these profiles tell apart. */
const valuesOf = (indicator: string): readonly Fact[] => (indicator === NUMBER ? [2, 3] : ["A", "Z"]);

/** All that a fact can be as far as these profiles tell: what a condition mentions, something else, and missing in three ways. */
const possible = (indicator: string): readonly Fact[] => [...valuesOf(indicator), { missing: "absent" }, { missing: "failed" }, { missing: "notApplicable" }];

const leaf = (indicator: string): fc.Arbitrary<Condition> =>
  indicator === NUMBER
    ? fc.constantFrom<Condition>({ op: "lt", indicator, value: 3 }, { op: "gte", indicator, value: 3 })
    : fc.constantFrom<Condition>({ op: "eq", indicator, value: "A" }, { op: "present", indicator }, { op: "not", of: { op: "in", indicator, values: ["A"] } });

const weight = fc.constantFrom(-4, -1, 1, 2, 3, 5);

/** Every fact is read by one condition, so that bounds are exact; one rule reads two facts together. */
const small: fc.Arbitrary<CompiledProfile> = fc
  .record({
    order: fc.shuffledSubarray([...INDICATORS], { minLength: 4 }),
    leaves: fc.tuple(...INDICATORS.map(leaf)),
    join: fc.constantFrom("all" as const, "any" as const),
    weights: fc.tuple(weight, weight, weight),
    shares: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 0.5, 1))),
    cuts: fc.constantFrom([1, 3], [1, 5], [2, 6], [0.5, 4]),
  })
  .map(({ order, leaves, join, weights, shares, cuts }) => {
    const of = order.map((indicator) => leaves[INDICATORS.indexOf(indicator)] as Condition);
    const conditions: readonly Condition[] = [{ op: join, of: [of[0] as Condition, of[1] as Condition] }, of[2] as Condition, of[3] as Condition];
    const rules = conditions.map((when, index) =>
      ruleOf(`r${index}`, { when, effect: points(weights[index] as number, (weights[index] as number) * (shares[index] as number)) }),
    );
    const most = weights.reduce((sum, points) => sum + Math.max(0, points), 0);
    const thresholds = Object.fromEntries(
      ["yellow", "red"].flatMap((channel, index) => ((cuts[index] as number) <= most ? [[channel, cuts[index] as number]] : [])),
    );
    return compiled(profileWith(rules, { thresholds }));
  });

const world = fc.record(Object.fromEntries(INDICATORS.map((indicator) => [indicator, fc.constantFrom(...possible(indicator))])));
type World = Readonly<Record<string, Fact>>;

function rankOf(profile: CompiledProfile, header: World): number {
  return profile.document.channels.indexOf(scoreOrThrow(profile, factsOf(header)).channel);
}

/** Every world that agrees with this one in the kept indicators, the others being all that they can be, or have a value. */
function* completions(header: World, kept: readonly string[], others: (indicator: string) => readonly Fact[] = possible, from = 0): Generator<World> {
  const indicator = INDICATORS[from];
  if (indicator === undefined) yield header;
  else if (kept.includes(indicator)) yield* completions(header, kept, others, from + 1);
  else for (const fact of others(indicator)) yield* completions({ ...header, [indicator]: fact }, kept, others, from + 1);
}

function subsetsOf<T>(members: readonly T[]): readonly (readonly T[])[] {
  const [first, ...others] = members;
  if (first === undefined) return [[]];
  const without = subsetsOf(others);
  return [...without, ...without.map((set) => [first, ...set])];
}

describe("what if, against brute force on small profiles", () => {
  it("the sufficient set holds in every world that agrees with it, and no smaller set does; necessary are exactly the facts without which the channel can fall", () => {
    let seen = 0;
    fc.assert(
      fc.property(small, world, (profile, header) => {
        const rank = rankOf(profile, header);
        const { decidedBy, sufficient, search, necessary } = findDecidingFactsOrThrow(profile, factsOf(header));
        if (decidedBy !== "facts") {
          expect(rank).toBe(0);
          return;
        }
        seen += 1;
        const ranks = new Map([...completions(header, [])].map((other) => [JSON.stringify(other), rankOf(profile, other)]));
        const holds = (kept: readonly string[]): boolean =>
          [...completions(header, kept)].every((other) => (ranks.get(JSON.stringify(other)) as number) >= rank);
        const sets = subsetsOf(INDICATORS).filter(holds);
        const smallest = Math.min(...sets.map((set) => set.length));
        expect(search).toBe("smallest");
        expect(holds(sufficient.map(({ indicator }) => indicator))).toBe(true);
        expect(sufficient.length).toBe(smallest);
        const falls = INDICATORS.filter((indicator) => {
          const others = INDICATORS.filter((other) => other !== indicator);
          return [...completions(header, others)].some((other) => (ranks.get(JSON.stringify(other)) as number) < rank);
        });
        expect(necessary.map(({ indicator }) => indicator).sort()).toEqual([...falls].sort());
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(10);
  });

  it("the counterfactuals are all sets of changes that lower the channel and hold no smaller one", () => {
    let seen = 0;
    fc.assert(
      fc.property(small, world, (profile, header) => {
        const facts = factsOf(header);
        const rank = rankOf(profile, header);
        const mutable = INDICATORS.map((indicator) => ({ indicator }));
        const { found, search } = findCounterfactualsOrThrow(profile, facts, { mutable, maxChanges: 4, limit: 10_000, maxScorings: 100_000 });
        expect(search).not.toBe("bounded");
        // what each stated fact could be instead: of the values that the profile tells apart one each
        const single = INDICATORS.flatMap((indicator) =>
          typeof header[indicator] === "object" ? [] : valuesOf(indicator).flatMap((to) => (to === header[indicator] ? [] : [{ indicator, to }])),
        );
        const lowers = (changes: typeof single): boolean =>
          profile.document.channels.indexOf(scoreOrThrow(profile, changeFacts(facts, changes)).channel) < rank;
        const minimal = subsetsOf(single)
          .filter((changes) => changes.length > 0 && new Set(changes.map(({ indicator }) => indicator)).size === changes.length && lowers([...changes]))
          .filter((changes) => subsetsOf(changes).every((part) => part.length === changes.length || part.length === 0 || !lowers([...part])));
        // by the facts changed: of one class the search may take another member
        const names = (sets: readonly (readonly { readonly indicator: string }[])[]): readonly string[] =>
          [
            ...new Set(
              sets.map((changes) =>
                changes
                  .map(({ indicator }) => indicator)
                  .sort()
                  .join(),
              ),
            ),
          ].sort();
        expect(names(found.map(({ changes }) => changes))).toEqual(names(minimal));
        seen += minimal.length;
      }),
      { numRuns: 150 },
    );
    expect(seen).toBeGreaterThan(20);
  });

  it("the range of the unknown is the least and greatest score over all completions of what is missing", () => {
    fc.assert(
      fc.property(small, world, (profile, header) => {
        const range = rangeOfUnknownOrThrow(profile, factsOf(header));
        const stated = INDICATORS.filter((indicator) => {
          const fact = header[indicator];
          return !(typeof fact === "object" && "missing" in fact && fact.missing !== "notApplicable");
        });
        const scores = [...completions(header, stated, valuesOf)].map((other) => scoreOrThrow(profile, factsOf(other)).micropoints[0] as number);
        expect([range.domains[0]?.least, range.domains[0]?.most]).toEqual([Math.min(...scores), Math.max(...scores)]);
      }),
      { numRuns: 60 },
    );
  });
});
