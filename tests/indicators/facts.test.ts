import { describe, expect, it } from "vitest";
import { hasType, isMissing } from "../../src/indicators/fact.js";
import { parseFacts, parseFactsOrThrow } from "../../src/indicators/facts.js";
import { AS_OF, factsOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

describe("parseFacts", () => {
  it("reads facts as they stand, items in order of line number, frozen", () => {
    const input = {
      ...factsOf({ itemCount: 2, documentKinds: ["a"], customsOffice: "x", flag: false, gone: { missing: "failed", reason: "why" } }),
      currency: "VND",
      items: [
        { item: 9, values: {} },
        { item: 2, values: { netMass: 1 } },
      ],
      identities: { transportDocument: ["house", "1", "tax:1"] },
      supplied: [{ indicator: "itemCount", source: "a test", knownAt: AS_OF, item: 2 }],
    };
    const facts = parseFactsOrThrow(input);
    expect(facts.items.map((item) => item.item)).toEqual([2, 9]);
    expect(facts).toEqual({ ...input, items: [...input.items].reverse() });
    expect(isDeepFrozen(facts)).toBe(true);
  });

  it("refuses an item twice", () => {
    const items = [3, 1, 3].map((item) => ({ item, values: {} }));
    expectOnly(issuesOf(parseFacts({ ...factsOf(), items })), { code: "value.duplicate", path: ["items", 2, "item"], message: "each item once", key: "3" });
  });

  it.each<[object, readonly (string | number)[], string, string]>([
    [{ header: { "1a": 1 } }, ["header", "1a"], "value.invalid", "an indicator's id"],
    [{ header: JSON.parse('{"__proto__":1}') as object }, ["header", "__proto__"], "value.unknownKey", "a known key"],
    [{ header: { a: { missing: "unknown" } } }, ["header", "a", "missing"], "value.invalid", '"absent" or "failed" or "notApplicable"'],
    [{ header: { a: { missing: "failed", reason: "x".repeat(1_001) } } }, ["header", "a", "reason"], "value.range", "at most 1000"],
    [{ header: { a: Number.NaN } }, ["header", "a"], "value.range", "a finite number"],
    [{ items: [{ item: 0, values: {} }] }, ["items", 0, "item"], "value.range", "at least 1"],
    [{ items: [{ item: 10_000, values: {} }] }, ["items", 0, "item"], "value.range", "at most 9999"],
    [{ identities: { firstDeclaration: [] } }, ["identities", "firstDeclaration"], "value.range", "at least 1"],
    [{ identities: { importer: ["x"] } }, ["identities", "importer"], "value.unknownKey", "not known"],
    [{ asOf: "2026-11-21" }, ["asOf"], "time.invalid", "an instant"],
    [{ currency: "vnd" }, ["currency"], "value.invalid", "a currency code"],
    [{ id: "a b" }, ["id"], "value.invalid", "a code"],
    [{ more: 1 }, ["more"], "value.unknownKey", "not known"],
  ])("says what is wrong: %j", (change, path, code, message) => {
    expectOnly(issuesOf(parseFacts({ ...factsOf(), ...change })), { code: code as "value.range", path, message });
  });

  it("throws at the other door", () => {
    expect(() => parseFactsOrThrow(7)).toThrow("expected an object, received 7");
    expect(valueOf(parseFacts(factsOf()))).toEqual(factsOf());
  });
});

describe("facts", () => {
  it("are missing where they are objects other than lists", () => {
    expect([{ missing: "absent" as const }, [], "x", 0, false].map(isMissing)).toEqual([true, false, false, false, false]);
    expect(isMissing(null as never)).toBe(false);
  });

  it("have the type of their indicator", () => {
    const values = [true, 1, Infinity, "x", ["x"], [1], {}] as never[];
    expect(values.map((value) => hasType(value, "boolean"))).toEqual([true, false, false, false, false, false, false]);
    expect(values.map((value) => hasType(value, "number"))).toEqual([false, true, false, false, false, false, false]);
    expect(values.map((value) => hasType(value, "code"))).toEqual([false, false, false, true, false, false, false]);
    expect(values.map((value) => hasType(value, "text"))).toEqual([false, false, false, true, false, false, false]);
    expect(values.map((value) => hasType(value, "codes"))).toEqual([false, false, false, false, true, false, false]);
  });
});
