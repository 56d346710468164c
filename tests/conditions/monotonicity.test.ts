import { describe, expect, it } from "vitest";
import type { Condition, LeafCondition } from "../../src/conditions/condition.js";
import { effectOfAddedItem } from "../../src/conditions/monotonicity.js";
import type { Term, Vocabulary } from "../../src/conditions/vocabulary.js";
import type { ItemAddedEffect } from "../../src/indicators/indicator.js";

const EFFECTS: readonly ItemAddedEffect[] = ["unaffected", "canOnlyRise", "canOnlyFall", "any"];
const vocabulary: Vocabulary = new Map(
  EFFECTS.map((whenItemAdded): [string, Term] => [
    whenItemAdded,
    { id: whenItemAdded, type: "number", level: "header", decimals: 0, meaning: { en: "a test" }, whenItemAdded },
  ]),
);
const effect = (condition: Condition): ItemAddedEffect => effectOfAddedItem(condition, vocabulary);
const gt = (indicator: string): LeafCondition => ({ op: "gt", indicator, value: 1 });
const SOME_ITEM: Condition = { op: "anyItem", where: gt("any") };

describe("effectOfAddedItem", () => {
  it.each<[(indicator: string) => Condition, readonly ItemAddedEffect[]]>([
    [gt, ["unaffected", "canOnlyRise", "canOnlyFall", "any"]],
    [(indicator) => ({ op: "gte", indicator, value: 1 }), ["unaffected", "canOnlyRise", "canOnlyFall", "any"]],
    [(indicator) => ({ op: "in", indicator, values: ["a"] }), ["unaffected", "canOnlyRise", "canOnlyFall", "any"]],
    [(indicator) => ({ op: "present", indicator }), ["unaffected", "canOnlyRise", "canOnlyFall", "any"]],
    [(indicator) => ({ op: "lt", indicator, value: 1 }), ["unaffected", "canOnlyFall", "canOnlyRise", "any"]],
    [(indicator) => ({ op: "lte", indicator, value: 1 }), ["unaffected", "canOnlyFall", "canOnlyRise", "any"]],
    [(indicator) => ({ op: "eq", indicator, value: 1 }), ["unaffected", "any", "any", "any"]],
    [(indicator) => ({ op: "between", indicator, min: 1, max: 2 }), ["unaffected", "any", "any", "any"]],
    [(indicator) => ({ op: "prefix", indicator, values: ["a"] }), ["unaffected", "any", "any", "any"]],
    [(indicator) => ({ op: "containsAny", indicator, values: ["a"] }), ["unaffected", "any", "any", "any"]],
    [(indicator) => ({ op: "not", of: gt(indicator) }), ["unaffected", "canOnlyFall", "canOnlyRise", "any"]],
  ])("of a leaf follows from operator and indicator (%#)", (make, expected) => {
    expect(EFFECTS.map((indicator) => effect(make(indicator)))).toEqual(expected);
  });

  it("of a question about items is that it can only rise", () => {
    expect(effect(SOME_ITEM)).toBe("canOnlyRise");
    expect(effect({ op: "countItems", where: gt("any"), atLeast: 2 })).toBe("canOnlyRise");
    expect(effect({ op: "not", of: SOME_ITEM })).toBe("canOnlyFall");
  });

  it.each(["all", "any"] as const)("of a group (%s) is that of its parts where they agree", (op) => {
    const join = (...parts: readonly ItemAddedEffect[]): ItemAddedEffect => effect({ op, of: parts.map(gt) as [Condition, ...Condition[]] });
    expect(join("unaffected", "unaffected")).toBe("unaffected");
    expect(join("unaffected", "canOnlyRise")).toBe("canOnlyRise");
    expect(join("canOnlyFall", "unaffected")).toBe("canOnlyFall");
    expect(join("canOnlyRise", "canOnlyRise")).toBe("canOnlyRise");
    expect(join("canOnlyRise", "canOnlyFall")).toBe("any");
    expect(join("unaffected", "any")).toBe("any");
    expect(join("canOnlyRise", "unaffected", "canOnlyFall")).toBe("any");
    expect(effect({ op: "atLeast", count: 1, of: [gt("canOnlyRise"), gt("unaffected")] })).toBe("canOnlyRise");
  });

  it("of an indicator that nobody knows is any", () => {
    expect(effect(gt("unheard"))).toBe("any");
  });
});
