import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/conditions/condition.js";
import { findContradiction } from "../../src/conditions/contradiction.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";

const lists = new Map<string, readonly string[]>([
  ["asia", ["CN", "KR"]],
  ["empty", []],
]);
const find = (...conditions: readonly Condition[]): string | undefined => findContradiction(conditions, STANDARD_VOCABULARY, lists);
const office = (value: string): Condition => ({ op: "eq", indicator: "customsOffice", value });
const country = (...values: readonly string[]): Condition => ({ op: "in", indicator: "departureCountry", values });
const count = (op: "gt" | "gte" | "lt" | "lte", value: number): Condition => ({ op, indicator: "itemCount", value });
const NONE = "no value of `itemCount` meets all the conditions on it";

describe("findContradiction", () => {
  it("finds a condition beside its negation, nested conjunctions included", () => {
    const sentence = "a condition and its negation stand in one conjunction";
    expect(find(office("A"), { op: "not", of: office("A") })).toBe(sentence);
    expect(find({ op: "all", of: [office("A"), { op: "all", of: [{ op: "not", of: office("A") }] }] })).toBe(sentence);
    expect(find(office("A"), { op: "not", of: office("B") })).toBeUndefined();
    expect(find({ op: "any", of: [office("A"), { op: "not", of: office("A") }] })).toBeUndefined();
  });

  it("finds values that cannot be equal to each other", () => {
    expect(find(office("A"), office("B"))).toBe("no value of `customsOffice` meets all the conditions on it");
    expect(find(office("A"), office("A"))).toBeUndefined();
    expect(find(country("CN", "KR"), country("VN", "KR"))).toBeUndefined();
    expect(find(country("CN", "KR"), country("VN"))).toContain("`departureCountry`");
    expect(find(country("VN"), { op: "in", indicator: "departureCountry", values: { list: "asia" } })).toContain("`departureCountry`");
    expect(find(country("KR"), { op: "in", indicator: "departureCountry", values: { list: "asia" } })).toBeUndefined();
  });

  it("takes an empty or unknown list as one yet to be filled", () => {
    expect(find(country("VN"), { op: "in", indicator: "departureCountry", values: { list: "empty" } })).toBeUndefined();
    expect(find(country("VN"), { op: "in", indicator: "departureCountry", values: { list: "none" } })).toBeUndefined();
  });

  it("compares prefixes with values and with each other, either way round", () => {
    const prefix = (...values: readonly string[]): Condition => ({ op: "prefix", indicator: "hsCode", values });
    const is = (value: string): Condition => ({ op: "eq", indicator: "hsCode", value });
    expect(find(prefix("84"), is("8471"))).toBeUndefined();
    expect(find(prefix("85"), is("8471"))).toContain("`hsCode`");
    expect(find(prefix("84"), prefix("8471"))).toBeUndefined();
    expect(find(prefix("8471"), prefix("84"))).toBeUndefined();
    expect(find(prefix("8471"), prefix("85", "847"))).toBeUndefined();
    expect(find(prefix("8471"), prefix("85"))).toContain("`hsCode`");
    expect(find(prefix("84"), { op: "present", indicator: "hsCode" })).toBeUndefined();
  });

  it.each<[Condition, Condition, boolean]>([
    [count("gt", 5), count("lt", 5), true],
    [count("gt", 5), count("lte", 5), true],
    [count("gte", 5), count("lt", 5), true],
    [count("gte", 5), count("lte", 5), false],
    [count("gte", 6), count("lte", 5), true],
    [count("gt", 4), count("lt", 6), false],
    [count("lt", 5), count("lt", 3), false],
    [count("gt", 5), count("gte", 9), false],
    [count("gt", 5), { op: "between", indicator: "itemCount", min: 1, max: 5 }, true],
    [count("gte", 5), { op: "between", indicator: "itemCount", min: 1, max: 5 }, false],
    [count("lt", 1), { op: "between", indicator: "itemCount", min: 1, max: 5 }, true],
    [count("lte", 1), { op: "between", indicator: "itemCount", min: 1, max: 5 }, false],
    [{ op: "between", indicator: "itemCount", min: 1, max: 2 }, { op: "between", indicator: "itemCount", min: 3, max: 4 }, true],
    [{ op: "between", indicator: "itemCount", min: 1, max: 3 }, { op: "between", indicator: "itemCount", min: 3, max: 4 }, false],
    [{ op: "eq", indicator: "itemCount", value: 5 }, count("gt", 5), true],
    [{ op: "eq", indicator: "itemCount", value: 6 }, count("gt", 5), false],
    [{ op: "eq", indicator: "itemCount", value: 5 }, count("gte", 5), false],
    [{ op: "eq", indicator: "itemCount", value: 4 }, count("gte", 5), true],
    [{ op: "eq", indicator: "itemCount", value: 5 }, count("lt", 5), true],
    [{ op: "eq", indicator: "itemCount", value: 4 }, count("lt", 5), false],
    [{ op: "eq", indicator: "itemCount", value: 5 }, count("lte", 5), false],
    [{ op: "eq", indicator: "itemCount", value: 6 }, count("lte", 5), true],
    [{ op: "eq", indicator: "itemCount", value: 1 }, { op: "between", indicator: "itemCount", min: 1, max: 5 }, false],
    [{ op: "eq", indicator: "itemCount", value: 5 }, { op: "between", indicator: "itemCount", min: 1, max: 5 }, false],
    [{ op: "eq", indicator: "itemCount", value: 0 }, { op: "between", indicator: "itemCount", min: 1, max: 5 }, true],
    [{ op: "eq", indicator: "itemCount", value: 6 }, { op: "between", indicator: "itemCount", min: 1, max: 5 }, true],
    [{ op: "eq", indicator: "itemCount", value: 6 }, { op: "present", indicator: "itemCount" }, false],
    [{ op: "present", indicator: "itemCount" }, { op: "present", indicator: "itemCount" }, false],
  ])("%j and %j contradict: %s", (a, b, contradict) => {
    expect(find(a, b)).toBe(contradict ? NONE : undefined);
    expect(find(b, a)).toBe(contradict ? NONE : undefined);
  });

  it("leaves sets of codes alone, since each member may meet another condition", () => {
    expect(find({ op: "in", indicator: "documentKinds", values: ["permit"] }, { op: "in", indicator: "documentKinds", values: ["licence"] })).toBeUndefined();
  });

  it("leaves phrases alone, since a text may hold several", () => {
    expect(
      find({ op: "containsAny", indicator: "goodsDescription", values: ["a"] }, { op: "containsAny", indicator: "goodsDescription", values: ["b"] }),
    ).toBeUndefined();
  });

  it("does not mix indicators, and looks at each", () => {
    expect(find(office("A"), country("CN"))).toBeUndefined();
    expect(find(office("A"), country("CN"), office("B"))).toContain("`customsOffice`");
    expect(find(office("A"), country("CN"), country("VN"))).toContain("`departureCountry`");
  });
});
