import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/conditions/condition.js";
import { evaluate, readFact } from "../../src/conditions/evaluate.js";
import { prepareCondition } from "../../src/conditions/prepare.js";
import { trace } from "../../src/conditions/trace.js";
import type { Truth } from "../../src/conditions/truth.js";
import type { Fact } from "../../src/indicators/fact.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";

const lists = new Map([["risky", ["CN", "KR"]]]);

/** The truth of a leaf on one fact. */
function truthOf(condition: Condition, fact?: Fact): Truth {
  const indicator = "indicator" in condition ? condition.indicator : "";
  const facts = new Map(fact === undefined ? [] : [[indicator, fact]]);
  return evaluate(prepareCondition(condition, STANDARD_VOCABULARY, lists), { header: facts, items: [], item: facts });
}

describe("evaluate", () => {
  it.each<[Condition, Fact, Truth]>([
    [{ op: "eq", indicator: "customsOffice", value: "02CI" }, "02CI", true],
    [{ op: "eq", indicator: "customsOffice", value: "02CI" }, "02ci", false],
    [{ op: "eq", indicator: "itemCount", value: 2 }, 2, true],
    [{ op: "eq", indicator: "itemCount", value: 2 }, 3, false],
    [{ op: "eq", indicator: "hiddenCharacters", value: false }, false, true],
    [{ op: "eq", indicator: "hiddenCharacters", value: false }, true, false],
    [{ op: "in", indicator: "customsOffice", values: ["A", "B"] }, "B", true],
    [{ op: "in", indicator: "customsOffice", values: ["A", "B"] }, "C", false],
    [{ op: "in", indicator: "departureCountry", values: { list: "risky" } }, "KR", true],
    [{ op: "in", indicator: "departureCountry", values: { list: "risky" } }, "VN", false],
    [{ op: "in", indicator: "departureCountry", values: { list: "unknown list" } }, "KR", false],
    [{ op: "in", indicator: "documentKinds", values: ["permit", "licence"] }, ["invoice", "licence"], true],
    [{ op: "in", indicator: "documentKinds", values: ["permit"] }, ["invoice", "licence"], false],
    [{ op: "in", indicator: "documentKinds", values: ["permit"] }, [], false],
    [{ op: "prefix", indicator: "hsCode", values: ["84", "8504"] }, "850440", true],
    [{ op: "prefix", indicator: "hsCode", values: ["850440"] }, "850440", true],
    [{ op: "prefix", indicator: "hsCode", values: ["8504401"] }, "850440", false],
    [{ op: "prefix", indicator: "hsCode", values: ["504"] }, "850440", false],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["red phosphorus"] }, "Amorphous RED  phosphorus, 5 kg", true],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["red phosphorus"] }, "red, phosphorus", true],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["red phosphorus"] }, "phosphorus red", false],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["ivory"] }, "ivorylike", false],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["nothing", "ngà voi"] }, "NGA\u0300 VOI", true],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["ivory"] }, "i\u200bvory", true],
    [{ op: "between", indicator: "itemCount", min: 2, max: 4 }, 2, true],
    [{ op: "between", indicator: "itemCount", min: 2, max: 4 }, 4, true],
    [{ op: "between", indicator: "itemCount", min: 2, max: 4 }, 1, false],
    [{ op: "between", indicator: "itemCount", min: 2, max: 4 }, 5, false],
    [{ op: "gt", indicator: "itemCount", value: 2 }, 2, false],
    [{ op: "gt", indicator: "itemCount", value: 2 }, 3, true],
    [{ op: "gte", indicator: "itemCount", value: 2 }, 2, true],
    [{ op: "gte", indicator: "itemCount", value: 2 }, 1, false],
    [{ op: "lt", indicator: "itemCount", value: 2 }, 2, false],
    [{ op: "lt", indicator: "itemCount", value: 2 }, 1, true],
    [{ op: "lte", indicator: "itemCount", value: 2 }, 2, true],
    [{ op: "lte", indicator: "itemCount", value: 2 }, 3, false],
    [{ op: "present", indicator: "itemCount" }, 0, true],
    [{ op: "present", indicator: "hiddenCharacters" }, false, true],
    // a fact of another type than the test meets is false, never an error
    [{ op: "prefix", indicator: "hsCode", values: ["1"] }, 12, false],
    [{ op: "containsAny", indicator: "goodsDescription", values: ["12"] }, 12, false],
    [{ op: "gt", indicator: "itemCount", value: 2 }, "3", false],
  ])("%j of %j is %s", (condition, fact, expected) => {
    expect(truthOf(condition, fact)).toBe(expected);
  });

  it("is unknown of what is absent or failed, and false of what does not apply", () => {
    for (const condition of [
      { op: "eq", indicator: "customsOffice", value: "A" },
      { op: "in", indicator: "customsOffice", values: ["A"] },
      { op: "prefix", indicator: "hsCode", values: ["A"] },
      { op: "containsAny", indicator: "goodsDescription", values: ["A"] },
      { op: "gt", indicator: "itemCount", value: 0 },
      { op: "between", indicator: "itemCount", min: 0, max: 1 },
    ] as const) {
      expect(truthOf(condition)).toBe("unknown");
      expect(truthOf(condition, { missing: "absent" })).toBe("unknown");
      expect(truthOf(condition, { missing: "failed", reason: "why" })).toBe("unknown");
      expect(truthOf(condition, { missing: "notApplicable" })).toBe(false);
    }
  });

  it("knows that an absent fact is not present, but not whether a failed one is", () => {
    expect(truthOf({ op: "present", indicator: "itemCount" })).toBe(false);
    expect(truthOf({ op: "present", indicator: "itemCount" }, { missing: "absent" })).toBe(false);
    expect(truthOf({ op: "present", indicator: "itemCount" }, { missing: "notApplicable" })).toBe(false);
    expect(truthOf({ op: "present", indicator: "itemCount" }, { missing: "failed" })).toBe("unknown");
  });

  it("reads an item indicator of the item at hand and a header indicator of the header, inside items too", () => {
    const header = new Map<string, Fact>([
      ["departureCountry", "CN"],
      ["netMass", 99],
    ]);
    const items = [new Map<string, Fact>([["netMass", 1]]), new Map<string, Fact>([["netMass", 5]]), new Map<string, Fact>()];
    const heavyFromChina: Condition = {
      op: "all",
      of: [
        { op: "gt", indicator: "netMass", value: 3 },
        { op: "eq", indicator: "departureCountry", value: "CN" },
      ],
    };
    const check = (condition: Condition): Truth => evaluate(prepareCondition(condition, STANDARD_VOCABULARY, lists), { header, items });
    expect(check({ op: "anyItem", where: heavyFromChina })).toBe(true);
    expect(check({ op: "countItems", where: heavyFromChina, atLeast: 2 })).toBe("unknown");
    expect(check({ op: "countItems", where: heavyFromChina, atLeast: 3 })).toBe(false);
    // no item at hand: the header's value of an item indicator is never read
    expect(check({ op: "gt", indicator: "netMass", value: 3 })).toBe("unknown");
  });

  it("says of no items at all that none meets a condition", () => {
    const prepared = prepareCondition({ op: "anyItem", where: { op: "present", indicator: "netMass" } }, STANDARD_VOCABULARY, lists);
    expect(evaluate(prepared, { header: new Map(), items: [] })).toBe(false);
  });

  it("reads a fact that is not named as absent", () => {
    const leaf = prepareCondition({ op: "present", indicator: "itemCount" }, STANDARD_VOCABULARY, lists);
    expect(leaf.kind === "leaf" && readFact(leaf, { header: new Map(), items: [] })).toEqual({ missing: "absent" });
  });
});

describe("trace", () => {
  it("keeps indicator and fact of every leaf, counts of groups and all items", () => {
    const condition: Condition = {
      op: "atLeast",
      count: 2,
      of: [
        { op: "not", of: { op: "gt", indicator: "itemCount", value: 5 } },
        { op: "countItems", atLeast: 2, where: { op: "present", indicator: "netMass" } },
        { op: "eq", indicator: "customsOffice", value: "A" },
      ],
    };
    const header = new Map<string, Fact>([["itemCount", 2]]);
    const items = [new Map<string, Fact>([["netMass", 1]]), new Map<string, Fact>()];
    expect(trace({ condition, prepared: prepareCondition(condition, STANDARD_VOCABULARY, lists) }, { header, items })).toEqual({
      op: "atLeast",
      truth: "unknown",
      count: 2,
      of: [
        { op: "not", truth: true, of: { op: "gt", truth: false, indicator: "itemCount", fact: 2 } },
        {
          op: "countItems",
          truth: false,
          count: 2,
          where: [
            { op: "present", truth: true, indicator: "netMass", fact: 1 },
            { op: "present", truth: false, indicator: "netMass", fact: { missing: "absent" } },
          ],
        },
        { op: "eq", truth: "unknown", indicator: "customsOffice", fact: { missing: "absent" } },
      ],
    });
  });

  it("refuses a condition that was made ready from another one", () => {
    const prepared = prepareCondition({ op: "present", indicator: "netMass" }, STANDARD_VOCABULARY, lists);
    expect(() => trace({ condition: { op: "not", of: { op: "present", indicator: "netMass" } }, prepared }, { header: new Map(), items: [] })).toThrow(
      TypeError,
    );
  });
});

describe("prepareCondition", () => {
  it("takes an indicator that the vocabulary does not know as one of the header", () => {
    expect(prepareCondition({ op: "present", indicator: "other" }, STANDARD_VOCABULARY, lists)).toEqual({
      kind: "leaf",
      indicator: "other",
      level: "header",
      test: { kind: "present" },
    });
  });

  it("resolves lists and keeps the nesting", () => {
    const condition: Condition = {
      op: "any",
      of: [
        { op: "prefix", indicator: "departureCountry", values: { list: "risky" } },
        {
          op: "all",
          of: [
            { op: "lt", indicator: "itemCount", value: 3 },
            { op: "gte", indicator: "itemCount", value: 1 },
          ],
        },
      ],
    };
    expect(prepareCondition(condition, STANDARD_VOCABULARY, lists)).toEqual({
      kind: "atLeast",
      count: 1,
      of: [
        { kind: "leaf", indicator: "departureCountry", level: "header", test: { kind: "prefix", prefixes: ["CN", "KR"] } },
        {
          kind: "atLeast",
          count: 2,
          of: [
            { kind: "leaf", indicator: "itemCount", level: "header", test: { kind: "range", min: -Infinity, max: 3, minIncluded: true, maxIncluded: false } },
            { kind: "leaf", indicator: "itemCount", level: "header", test: { kind: "range", min: 1, max: Infinity, minIncluded: true, maxIncluded: true } },
          ],
        },
      ],
    });
  });
});
