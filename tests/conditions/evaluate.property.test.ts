import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCondition } from "../../src/conditions/check.js";
import { type Condition, childrenOf, isLeaf, leavesOf } from "../../src/conditions/condition.js";
import { condition as conditionSchema } from "../../src/conditions/condition-schema.js";
import { findContradiction } from "../../src/conditions/contradiction.js";
import { evaluate, type Scope } from "../../src/conditions/evaluate.js";
import { effectOfAddedItem } from "../../src/conditions/monotonicity.js";
import { type PreparedCondition, prepareCondition } from "../../src/conditions/prepare.js";
import { type Trace, trace } from "../../src/conditions/trace.js";
import { not, type Truth } from "../../src/conditions/truth.js";
import { parseWith } from "../../src/core/schema.js";
import { type Fact, isMissing } from "../../src/indicators/fact.js";
import type { FactSet } from "../../src/indicators/facts.js";
import { canonicalCondition } from "../../src/profile/canonical-profile.js";
import { condition } from "../../src/testing/arbitraries/conditions.js";
import { factSet, factValue } from "../../src/testing/arbitraries/facts.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";
import { valueOf } from "../support/issues.js";

const space = { vocabulary: STANDARD_VOCABULARY, codeLists: ["codes"], phraseLists: ["phrases"] } as const;
const lists = new Map([
  ["codes", ["CN", "KR"]],
  ["phrases", ["ivory"]],
]);
const headerCondition = condition({ ...space, level: "header" });
const itemCondition = condition({ ...space, level: "item" });

const toMap = (set: FactSet): Map<string, Fact> => new Map(Object.entries(set));
const scope: fc.Arbitrary<Scope> = fc
  .tuple(factSet("header"), fc.array(factSet("item"), { maxLength: 3 }))
  .map(([header, items]) => ({ header: toMap(header), items: items.map(toMap) }));

const prepare = (of: Condition): PreparedCondition => prepareCondition(of, STANDARD_VOCABULARY, lists);
const truthOf = (of: Condition, within: Scope): Truth => evaluate(prepare(of), within);
const RUNS = { numRuns: 300 };

describe("evaluate, for any sound condition and any facts", () => {
  it("makes only conditions that the schema and the check accept", () => {
    fc.assert(
      fc.property(headerCondition, itemCondition, (header, item) => {
        for (const [of, level] of [
          [header, "header"],
          [item, "item"],
        ] as const) {
          expect(valueOf(parseWith(conditionSchema, of))).toEqual(of);
          expect(checkCondition(of, { vocabulary: STANDARD_VOCABULARY, lists: new Set(lists.keys()), level }, [])).toEqual([]);
          expect(findContradiction([of], STANDARD_VOCABULARY, lists)).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  it("obeys double negation and de Morgan", () => {
    fc.assert(
      fc.property(headerCondition, headerCondition, scope, (a, b, within) => {
        const negated = (of: Condition): Condition => ({ op: "not", of });
        expect(truthOf(negated(negated(a)), within)).toBe(truthOf(a, within));
        expect(truthOf(negated(a), within)).toBe(not(truthOf(a, within)));
        expect(truthOf(negated({ op: "all", of: [a, b] }), within)).toBe(truthOf({ op: "any", of: [negated(a), negated(b)] }, within));
        expect(truthOf(negated({ op: "any", of: [a, b] }), within)).toBe(truthOf({ op: "all", of: [negated(a), negated(b)] }, within));
      }),
      RUNS,
    );
  });

  it("takes all as at least every one, any as at least one, and anyItem as countItems of one", () => {
    fc.assert(
      fc.property(headerCondition, headerCondition, itemCondition, scope, (a, b, where, within) => {
        expect(truthOf({ op: "all", of: [a, b] }, within)).toBe(truthOf({ op: "atLeast", count: 2, of: [a, b] }, within));
        expect(truthOf({ op: "any", of: [a, b] }, within)).toBe(truthOf({ op: "atLeast", count: 1, of: [a, b] }, within));
        expect(truthOf({ op: "all", of: [a, b] }, within)).toBe(truthOf({ op: "all", of: [b, a] }, within));
        expect(truthOf({ op: "anyItem", where }, within)).toBe(truthOf({ op: "countItems", where, atLeast: 1 }, within));
      }),
      RUNS,
    );
  });

  it("never flips a determined truth when something unknown gets a value", () => {
    fc.assert(
      fc.property(headerCondition, scope, fc.infiniteStream(fc.nat()), (of, within, choices) => {
        const before = truthOf(of, within);
        fc.pre(before !== "unknown");
        const known = (facts: ReadonlyMap<string, Fact>, level: "header" | "item"): Map<string, Fact> => {
          const result = new Map(facts);
          for (const term of STANDARD_VOCABULARY.values()) {
            const fact = facts.get(term.id);
            const isUnknown = fact === undefined || (isMissing(fact) && fact.missing !== "notApplicable");
            // an absent fact is known to `present`: only a failed one may still turn out either way
            const fixed =
              leavesOf(of).some((leaf) => leaf.op === "present" && leaf.indicator === term.id) &&
              (fact === undefined || (isMissing(fact) && fact.missing === "absent"));
            if (term.level !== level || !isUnknown || fixed) continue;
            const seed = choices.next().value ?? 0;
            const [value] = fc.sample(factValue(term.type), { seed, numRuns: 1 });
            if (value !== undefined && seed % 4 !== 0) result.set(term.id, value);
          }
          return result;
        };
        const after = truthOf(of, { header: known(within.header, "header"), items: within.items.map((item) => known(item, "item")) });
        expect(after).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it("has a trace of its own truth and of the condition's shape", () => {
    const shapeOf = (node: Trace): unknown => {
      if ("indicator" in node) return node.op;
      if ("where" in node) return [node.op, ...node.where.map(shapeOf)];
      return [node.op, ...(node.op === "not" ? [node.of] : node.of).map(shapeOf)];
    };
    const shapeOfCondition = (of: Condition, items: number): unknown => {
      const inner = childrenOf(of).map((child) => shapeOfCondition(child.condition, items));
      if (inner.length === 0) return of.op;
      return [of.op, ...(of.op === "anyItem" || of.op === "countItems" ? Array.from({ length: items }, () => inner[0]) : inner)];
    };
    fc.assert(
      fc.property(headerCondition, scope, (of, within) => {
        const traced = trace({ condition: of, prepared: prepare(of) }, within);
        expect(traced.truth).toBe(truthOf(of, within));
        expect(shapeOf(traced)).toEqual(shapeOfCondition(of, within.items.length));
      }),
      RUNS,
    );
  });

  it("says the same of a condition and of its canonical form, and the canonical form is its own", () => {
    fc.assert(
      fc.property(headerCondition, scope, (of, within) => {
        const canonical = canonicalCondition(of);
        expect(truthOf(canonical, within)).toBe(truthOf(of, within));
        expect(canonicalCondition(canonical)).toEqual(canonical);
        expect(isLeaf(canonical)).toBe(isLeaf(of));
      }),
      RUNS,
    );
  });

  it("is never true of conditions that contradict each other, and true of some value where ranges do not", () => {
    const numeric = fc.constantFrom("itemCount", "registrationHour");
    const bound = fc.integer({ min: 0, max: 4 });
    const range: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const), indicator: numeric, value: bound }),
      fc.tuple(numeric, bound, bound).map(([indicator, a, b]) => ({ op: "between" as const, indicator, min: Math.min(a, b), max: Math.max(a, b) })),
      fc.record({ op: fc.constant("eq" as const), indicator: numeric, value: bound }),
    );
    // half steps around all bounds show every way that ranges can meet
    const values = Array.from({ length: 13 }, (_, index) => index / 2 - 1);
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 4 }), (of) => {
        const some = values.some((itemCount) =>
          values.some((registrationHour) => of.every((part) => truthOf(part, { header: toMap({ itemCount, registrationHour }), items: [] }) === true)),
        );
        expect(findContradiction(of, STANDARD_VOCABULARY, lists) === undefined).toBe(some);
      }),
      RUNS,
    );
  });

  it("moves only the way that is foretold when an item is added and header facts stay", () => {
    const order: readonly Truth[] = [false, "unknown", true];
    fc.assert(
      fc.property(headerCondition, scope, factSet("item"), (of, within, item) => {
        // with header facts fixed nothing that reads the header alone moves
        const fixed = new Map([...STANDARD_VOCABULARY].map(([id, term]) => [id, { ...term, whenItemAdded: "unaffected" as const }]));
        const effect = effectOfAddedItem(of, fixed);
        const before = order.indexOf(truthOf(of, within));
        const after = order.indexOf(truthOf(of, { ...within, items: [...within.items, toMap(item)] }));
        if (effect === "unaffected") expect(after).toBe(before);
        if (effect === "canOnlyRise") expect(after).toBeGreaterThanOrEqual(before);
        if (effect === "canOnlyFall") expect(after).toBeLessThanOrEqual(before);
      }),
      RUNS,
    );
  });
});
