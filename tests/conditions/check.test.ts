import { describe, expect, it } from "vitest";
import { checkCondition, OPERAND_TYPES } from "../../src/conditions/check.js";
import { type Condition, childrenOf, isLeaf, leavesOf } from "../../src/conditions/condition.js";
import { condition as conditionSchema } from "../../src/conditions/condition-schema.js";
import type { Issue } from "../../src/core/issue.js";
import { parseWith } from "../../src/core/schema.js";
import type { Level } from "../../src/indicators/indicator.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";
import { expectAmong, expectOnly, issuesOf, valueOf } from "../support/issues.js";

function check(condition: Condition, level: Level = "header"): readonly Issue[] {
  return checkCondition(condition, { vocabulary: STANDARD_VOCABULARY, lists: new Set(["risky"]), level }, ["when"]);
}

const HEAVY: Condition = { op: "gt", indicator: "netMass", value: 1 };
const MANY: Condition = { op: "gt", indicator: "itemCount", value: 1 };

describe("checkCondition", () => {
  it("accepts what fits", () => {
    expect(check({ op: "all", of: [MANY, { op: "anyItem", where: HEAVY }, { op: "in", indicator: "departureCountry", values: { list: "risky" } }] })).toEqual(
      [],
    );
    expect(check({ op: "any", of: [MANY, HEAVY] }, "item")).toEqual([]);
  });

  it("names an unknown indicator, with the nearest known as remedy", () => {
    expectOnly(check({ op: "gt", indicator: "ITEMCOUNT", value: 1 }), {
      code: "indicator.unknown",
      path: ["when", "indicator"],
      message: 'expected a known indicator, received "ITEMCOUNT"',
      indicator: "ITEMCOUNT",
      remedy: "did you mean `itemCount`",
    });
    expectOnly(check({ op: "gt", indicator: "nothing", value: 1 }), {
      code: "indicator.unknown",
      path: ["when", "indicator"],
      message: "a known indicator",
      remedy: "use an indicator of the catalogue, or a derived one",
    });
  });

  it.each<[Condition, string]>([
    [{ op: "gt", indicator: "customsOffice", value: 1 }, "an operator for the type code"],
    [{ op: "eq", indicator: "documentKinds", value: "a" }, "an operator for the type codes"],
    [{ op: "eq", indicator: "goodsDescription", value: "a" }, "an operator for the type text"],
    [{ op: "in", indicator: "itemCount", values: ["1"] }, "an operator for the type number"],
    [{ op: "prefix", indicator: "documentKinds", values: ["1"] }, "an operator for the type codes"],
    [{ op: "containsAny", indicator: "customsOffice", values: ["a"] }, "an operator for the type code"],
    [{ op: "between", indicator: "hiddenCharacters", min: 0, max: 1 }, "an operator for the type boolean"],
  ])("refuses an operator that the indicator's type does not take: %j", (condition, message) => {
    expectOnly(check(condition, "item"), {
      code: "indicator.misused",
      path: ["when", "op"],
      message,
      indicator: isLeaf(condition) ? condition.indicator : "",
      remedy: `the operator takes ${isLeaf(condition) ? OPERAND_TYPES[condition.op].join(", ") : ""}`,
    });
  });

  it("takes every type for present", () => {
    for (const indicator of ["itemCount", "customsOffice", "documentKinds", "goodsDescription", "hiddenCharacters"]) {
      expect(check({ op: "present", indicator }, "item")).toEqual([]);
    }
  });

  it.each<[Condition, string]>([
    [{ op: "eq", indicator: "itemCount", value: "1" }, "a number"],
    [{ op: "eq", indicator: "customsOffice", value: 1 }, "a string"],
    [{ op: "eq", indicator: "hiddenCharacters", value: "true" }, "a boolean"],
  ])("refuses a value of another type than the indicator's: %j", (condition, message) => {
    expectOnly(check(condition, "item"), { code: "indicator.misused", path: ["when", "value"], message });
  });

  it("wants anyItem or countItems around item indicators of a header condition", () => {
    expectOnly(check({ op: "not", of: HEAVY }), {
      code: "indicator.misused",
      path: ["when", "of", "indicator"],
      message: "a header indicator",
      indicator: "netMass",
    });
    expect(check({ op: "countItems", where: { op: "not", of: HEAVY }, atLeast: 2 })).toEqual([]);
    expect(check(HEAVY, "item")).toEqual([]);
  });

  it("refuses to look at all items from within an item", () => {
    expectOnly(check({ op: "any", of: [MANY, { op: "anyItem", where: HEAVY }] }, "item"), {
      code: "value.invalid",
      path: ["when", "of", 1, "op"],
      message: "a condition on the item at hand",
    });
    expectOnly(check({ op: "anyItem", where: { op: "countItems", where: HEAVY, atLeast: 1 } }), {
      code: "value.invalid",
      path: ["when", "where", "op"],
      message: 'received "countItems"',
    });
  });

  it("refuses to count more conditions than there are", () => {
    expectOnly(check({ op: "atLeast", count: 3, of: [MANY, MANY] }), {
      code: "value.range",
      path: ["when", "count"],
      message: "at most 2, the number of conditions",
      received: "3",
    });
    expect(check({ op: "atLeast", count: 2, of: [MANY, MANY] })).toEqual([]);
  });

  it("names a list that does not exist", () => {
    expectOnly(check({ op: "in", indicator: "customsOffice", values: { list: "other" } }), {
      code: "list.unknown",
      path: ["when", "values", "list"],
      message: "a list of the profile",
      list: "other",
    });
  });

  it("refuses phrases without a letter or digit, which would match every text, but not such codes", () => {
    expectOnly(check({ op: "containsAny", indicator: "goodsDescription", values: ["ok", "-!"] }, "item"), {
      code: "value.invalid",
      path: ["when", "values", 1],
      message: "a phrase with at least one letter or digit",
    });
    expect(check({ op: "in", indicator: "customsOffice", values: ["-!"] })).toEqual([]);
  });

  it("refuses bounds inside out, not equal ones", () => {
    expectOnly(check({ op: "between", indicator: "itemCount", min: 3, max: 2 }), {
      code: "condition.contradiction",
      path: ["when", "min"],
      message: "at most the maximum 2",
    });
    expect(check({ op: "between", indicator: "itemCount", min: 3, max: 3 })).toEqual([]);
  });

  it("reports every fault of every part", () => {
    const issues = check({ op: "all", of: [HEAVY, { op: "gt", indicator: "none", value: 1 }, { op: "eq", indicator: "netMass", value: "x" }] });
    expectAmong(issues, { code: "indicator.misused", path: ["when", "of", 0, "indicator"], message: "header" });
    expectAmong(issues, { code: "indicator.unknown", path: ["when", "of", 1, "indicator"], message: "none" });
    expectAmong(issues, { code: "indicator.misused", path: ["when", "of", 2, "value"], message: "a number" });
    expectAmong(issues, { code: "indicator.misused", path: ["when", "of", 2, "indicator"], message: "header" });
    expect(issues).toHaveLength(4);
  });
});

describe("childrenOf and leavesOf", () => {
  it("give the parts with their paths, and all leaves from left to right", () => {
    const condition: Condition = {
      op: "any",
      of: [
        { op: "not", of: MANY },
        { op: "anyItem", where: HEAVY },
      ],
    };
    expect(childrenOf(condition).map((child) => child.path)).toEqual([
      ["of", 0],
      ["of", 1],
    ]);
    expect(childrenOf({ op: "not", of: MANY })).toEqual([{ condition: MANY, path: ["of"] }]);
    expect(childrenOf({ op: "countItems", where: HEAVY, atLeast: 2 })).toEqual([{ condition: HEAVY, path: ["where"] }]);
    expect(childrenOf(MANY)).toEqual([]);
    expect(leavesOf(condition)).toEqual([MANY, HEAVY]);
  });
});

describe("the schema of conditions", () => {
  const refuse = (input: unknown): readonly Issue[] => issuesOf(parseWith(conditionSchema, input));

  it("refuses empty groups and empty values", () => {
    expectOnly(refuse({ op: "all", of: [] }), { code: "value.type", path: ["of", 0], message: "expected an object, received nothing" });
    expectOnly(refuse({ op: "in", indicator: "a", values: [] }), { code: "value.range", path: ["values"], message: "at least 1 elements" });
    expectOnly(refuse({ op: "in", indicator: "a", values: [""] }), { code: "value.range", path: ["values", 0], message: "at least 1 characters" });
  });

  it("names an operator that it does not know", () => {
    expectOnly(refuse({ op: "not", of: { op: "constructor", indicator: "a" } }), {
      code: "value.invalid",
      path: ["of", "op"],
      message: 'received "constructor"',
    });
  });

  it.each<[object, readonly (string | number)[]]>([
    [{ op: "countItems", where: MANY, atLeast: 0 }, ["atLeast"]],
    [{ op: "countItems", where: MANY, atLeast: 10_000 }, ["atLeast"]],
    [{ op: "atLeast", count: 0, of: [MANY] }, ["count"]],
  ])("bounds counts: %j", (input, path) => {
    expectOnly(refuse(input), { code: "value.range", path, message: /at (least|most)/ });
  });

  it("accepts counts at their bounds", () => {
    expect(valueOf(parseWith(conditionSchema, { op: "countItems", where: HEAVY, atLeast: 9_999 }))).toMatchObject({ atLeast: 9_999 });
    expect(valueOf(parseWith(conditionSchema, { op: "countItems", where: HEAVY, atLeast: 1 }))).toMatchObject({ atLeast: 1 });
    expect(valueOf(parseWith(conditionSchema, { op: "atLeast", count: 1, of: [MANY] }))).toMatchObject({ count: 1 });
  });

  it("refuses keys, paths and indicators that are no identifiers", () => {
    expectOnly(refuse({ ...MANY, regex: "^(a+)+$" }), { code: "value.unknownKey", path: ["regex"], message: "not known here", key: "regex" });
    expectOnly(refuse({ op: "present", indicator: "constructor name" }), { code: "value.invalid", path: ["indicator"], message: "an identifier" });
    expectOnly(refuse({ op: "present", indicator: "a".repeat(65) }), { code: "value.invalid", path: ["indicator"], message: "at most 64" });
  });
});
