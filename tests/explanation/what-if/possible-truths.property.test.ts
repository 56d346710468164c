import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/conditions/evaluate.js";
import type { PreparedCondition } from "../../../src/conditions/prepare.js";
import { CAN_BE_FALSE, CAN_BE_TRUE, CAN_BE_UNKNOWN, possibleTruths } from "../../../src/explanation/what-if/possible-truths.js";
import type { Fact } from "../../../src/indicators/fact.js";

const IDS = ["a", "b", "c"];
const leaf = (indicator: string, level: "header" | "item", present: boolean): PreparedCondition => ({
  kind: "leaf",
  indicator,
  level,
  test: present ? { kind: "present" } : { kind: "set", set: new Set([true]) },
});
const { any } = fc.letrec<{ any: PreparedCondition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom("header" as const, "item" as const), fc.boolean())
      .map(([id, level, present]) => leaf(id, level, present)),
    tie("any").map((of) => ({ kind: "not" as const, of })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.array(tie("any"), { minLength: 1, maxLength: 3 }))
      .map(([count, of]) => ({ kind: "atLeast" as const, count, of })),
    fc.tuple(fc.integer({ min: 1, max: 2 }), tie("any")).map(([count, where]) => ({ kind: "items" as const, count, where })),
  ),
}));
const fact: fc.Arbitrary<Fact> = fc.constantFrom<Fact>(true, false, { missing: "absent" }, { missing: "notApplicable" }, { missing: "failed" });
const facts = fc.record(Object.fromEntries(IDS.map((id) => [id, fact]))).map((values) => new Map(Object.entries(values)));

describe("possibleTruths", () => {
  it("holds the truth of every way to fill in the free facts", () => {
    fc.assert(
      fc.property(
        any,
        facts,
        fc.array(facts, { maxLength: 2 }),
        fc.subarray(IDS),
        fc.boolean(),
        fc.infiniteStream(fact),
        (condition, header, items, free, anything, fill) => {
          const values = anything ? undefined : [true, false];
          const filled = (map: Map<string, Fact>): Map<string, Fact> =>
            new Map([...map].map(([id, was]) => [id, free.includes(id) ? (values?.[next(fill) === true ? 0 : 1] ?? next(fill)) : was]));
          const truths = possibleTruths(condition, {
            header,
            items,
            ...(items.length > 0 ? { item: 0 } : {}),
            isFree: (indicator) => free.includes(indicator),
            free: anything ? "anything" : "value",
          });
          const someItems = items.map(filled);
          const [item] = someItems;
          const truth = evaluate(condition, { header: filled(header), items: someItems, ...(item === undefined ? {} : { item }) });
          const bit = truth === true ? CAN_BE_TRUE : truth === false ? CAN_BE_FALSE : CAN_BE_UNKNOWN;
          // without an item at hand an item's fact is never there, free or not
          if (items.length === 0 && readsItem(condition)) return;
          expect(truths & bit).toBe(bit);
          if (free.length === 0) expect(truths).toBe(bit);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function next(stream: Iterator<Fact>): Fact {
  return stream.next().value as Fact;
}

function readsItem(condition: PreparedCondition): boolean {
  switch (condition.kind) {
    case "leaf":
      return condition.level === "item";
    case "not":
      return readsItem(condition.of);
    case "atLeast":
      return condition.of.some(readsItem);
    case "items":
      return false;
  }
}
