import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { defineCatalogue, extendCatalogue } from "../../src/indicators/define-catalogue.js";
import { type ExtractOptions, extractFacts, extractFactsOrThrow, type SuppliedValue } from "../../src/indicators/extract-facts.js";
import { type Fact, hasType, isMissing } from "../../src/indicators/fact.js";
import { parseFacts } from "../../src/indicators/facts.js";
import { defineIndicator, type Extracted } from "../../src/indicators/indicator.js";
import { selectionIdentities } from "../../src/indicators/selection-identity.js";
import type { ExchangeRate } from "../../src/model/exchange-rate.js";
import { familyOf } from "../../src/model/family.js";
import { declaration } from "../../src/testing/arbitraries/declaration.js";
import { profile } from "../../src/testing/arbitraries/profile.js";
import { AS_OF, compiled, declarationOf, itemOf } from "../support/documents.js";
import { frozen, isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";
import { shuffleKeys, shuffleWith } from "../support/shuffle.js";

const OPTIONS: ExtractOptions = { asOf: AS_OF, catalogue: standardCatalogue };
const text = { en: "a test" };

/** A header indicator of a type that gives whatever it is told. */
function giving(type: "number" | "codes" | "code" | "boolean", extract: () => unknown): ReturnType<typeof defineCatalogue> {
  return defineCatalogue("test/1", [
    defineIndicator({
      id: "probe",
      type,
      level: "header",
      unit: "1",
      decimals: 2,
      reads: [],
      meaning: text,
      source: "test",
      missing: "notApplicable",
      whenItemAdded: "any",
      extract: extract as () => Extracted<typeof type>,
    }),
  ]);
}

function probe(type: Parameters<typeof giving>[0], extract: () => unknown): Fact | undefined {
  return extractFactsOrThrow(declarationOf(), { asOf: AS_OF, catalogue: giving(type, extract) }).header.probe;
}

function supply(...supplied: readonly SuppliedValue[]): ReturnType<typeof extractFacts> {
  return extractFacts(declarationOf({ items: [itemOf(4)] }), { ...OPTIONS, supplied });
}

const KNOWN = { source: "a test", knownAt: AS_OF };

describe("extractFacts", () => {
  it("computes the indicators that a profile reads, if only these are wanted: the assessment is the same", () => {
    fc.assert(
      fc.property(declaration(), profile({ random: false }), (drawn, document) => {
        const compiledProfile = compiled(document);
        const supplied = [{ indicator: "importerPriorDeclarations", value: 3, ...KNOWN }];
        const options = { ...OPTIONS, currency: compiledProfile.document.currency, supplied };
        const all = extractFactsOrThrow(drawn, options);
        const some = extractFactsOrThrow(drawn, { ...options, only: compiledProfile.reads });
        for (const id of Object.keys(some.header)) expect(some.header[id]).toEqual(all.header[id]);
        expect(Object.keys(some.header).sort()).toEqual(
          Object.keys(all.header)
            .filter((id) => compiledProfile.reads.has(id))
            .sort(),
        );
        expect(some.supplied ?? []).toHaveLength(compiledProfile.reads.has("importerPriorDeclarations") ? 1 : 0);
        expect(assessOrThrow(compiledProfile, some)).toEqual(assessOrThrow(compiledProfile, all));
      }),
      { numRuns: 60 },
    );
  });

  it("names every indicator of the catalogue, items in order of line number, frozen", () => {
    const facts = extractFactsOrThrow(declarationOf({ items: [itemOf(7), itemOf(2)] }), OPTIONS);
    const ids = (level: string): string[] => [...standardCatalogue.indicators.values()].filter((found) => found.level === level).map((found) => found.id);
    expect(Object.keys(facts.header)).toEqual(ids("header"));
    expect(facts.items.map((item) => item.item)).toEqual([2, 7]);
    expect(Object.keys(facts.items[0]?.values ?? {})).toEqual(ids("item"));
    expect(isDeepFrozen(facts)).toBe(true);
    expect(facts).not.toHaveProperty("supplied");
    expect(facts).not.toHaveProperty("currency");
  });

  it("gives facts that read back in the same bytes, of the types that their indicators declare", () => {
    fc.assert(
      fc.property(declaration(), (input) => {
        const before = JSON.stringify(input);
        const facts = extractFactsOrThrow(frozen(input), { ...OPTIONS, currency: "VND" });
        expect(JSON.stringify(input)).toBe(before);
        const bytes = JSON.stringify(facts);
        expect(JSON.stringify(valueOf(parseFacts(JSON.parse(bytes))))).toBe(bytes);
        for (const set of [facts.header, ...facts.items.map((item) => item.values)]) {
          for (const [id, fact] of Object.entries(set)) {
            expect(isMissing(fact) ? fact.missing !== "failed" : hasType(fact, standardCatalogue.indicators.get(id)?.type ?? "text")).toBe(true);
          }
        }
      }),
    );
  });

  it("gives the same bytes whatever the order of items and keys", () => {
    fc.assert(
      fc.property(declaration(), fc.integer(), (input, seed) => {
        const shuffle = shuffleWith(seed);
        const other = shuffleKeys({ ...input, items: shuffle(input.items) }, shuffle) as typeof input;
        expect(JSON.stringify(extractFactsOrThrow(other, OPTIONS))).toBe(JSON.stringify(extractFactsOrThrow(input, OPTIONS)));
      }),
    );
  });

  it("assesses the same by way of JSON as directly", () => {
    const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32));
    fc.assert(
      fc.property(declaration(), profile(), (input, document) => {
        const facts = extractFactsOrThrow(input, { ...OPTIONS, asOf: input.registeredAt, currency: "VND" });
        const read = valueOf(parseFacts(JSON.parse(JSON.stringify(facts))));
        const ready = compiled(document);
        expect(JSON.stringify(assessOrThrow(ready, read, { selectionKey }))).toBe(JSON.stringify(assessOrThrow(ready, facts, { selectionKey })));
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a moment that is none", () => {
    expectOnly(issuesOf(extractFacts(declarationOf(), { ...OPTIONS, asOf: "now" })), { code: "time.invalid", path: ["asOf"], message: 'received "now"' });
    expectOnly(issuesOf(extractFacts(declarationOf(), { ...OPTIONS, asOf: undefined as never })), { code: "time.invalid", path: ["asOf"], message: "nothing" });
    expect(() => extractFactsOrThrow(declarationOf(), { ...OPTIONS, asOf: "now" })).toThrow("an instant");
  });

  it.each<[Parameters<typeof giving>[0], unknown, Fact]>([
    ["number", 1.125, 1.13],
    ["number", -0, 0],
    ["number", undefined, { missing: "notApplicable" }],
    ["number", { missing: "absent", reason: "why", more: 1 }, { missing: "absent", reason: "why" }],
    ["number", { missing: "failed" }, { missing: "failed" }],
    ["number", 1e300, { missing: "failed", reason: "the number 1e+300 leaves the exact range" }],
    ["number", Number.NaN, { missing: "failed", reason: "expected a value of type number, received NaN" }],
    ["number", "1", { missing: "failed", reason: 'expected a value of type number, received "1"' }],
    ["number", null, { missing: "failed", reason: "expected a value of type number, received null" }],
    ["number", { missing: "unheard of" }, { missing: "failed", reason: "expected a value of type number, received an object" }],
    ["number", Promise.resolve(1), { missing: "failed", reason: "expected a value of type number, received an object" }],
    ["codes", ["b", "a", "b"], ["a", "b"]],
    ["codes", ["b", 1], { missing: "failed", reason: "expected a value of type codes, received an array of 2" }],
    ["code", ["b"], { missing: "failed", reason: "expected a value of type code, received an array of 1" }],
    ["boolean", 0, { missing: "failed", reason: "expected a value of type boolean, received 0" }],
    ["boolean", false, false],
  ])("brings what an indicator of type %s gives, %j, into the one form of facts", (type, given, fact) => {
    expect(probe(type, () => given)).toStrictEqual(fact);
  });

  it("makes a failed fact of an indicator that throws", () => {
    expect(
      probe("number", () => {
        throw new Error("no \u001b[2J luck");
      }),
    ).toEqual({ missing: "failed", reason: 'the indicator threw "no \\u001b[2J luck"' });
    expect(
      probe("number", () => {
        throw "a text";
      }),
    ).toEqual({ missing: "failed", reason: 'the indicator threw "a text"' });
  });

  it("states amounts in the one currency of the declaration, else not at all", () => {
    const usd = { amount: 10, currency: "USD" };
    const vnd = { amount: 10, currency: "VND" };
    const one = extractFactsOrThrow(declarationOf({ freight: usd, invoiceTotal: usd, insurance: usd, items: [itemOf(1, { customsValue: usd })] }), OPTIONS);
    expect([one.currency, one.header.freightCharge]).toEqual(["USD", 10]);
    for (const mixed of [{ freight: vnd }, { invoiceTotal: vnd }, { insurance: vnd }]) {
      const facts = extractFactsOrThrow(declarationOf({ ...mixed, items: [itemOf(1, { customsValue: usd })] }), OPTIONS);
      expect([facts.currency, facts.items[0]?.values.customsValue]).toEqual([undefined, { missing: "absent" }]);
    }
  });

  it("converts amounts at the caller's rates in force", () => {
    const rate: ExchangeRate = { from: "USD", to: "VND", rate: 25_000, validFrom: "2026-01-01T00:00:00Z" };
    const input = declarationOf({ freight: { amount: 2, currency: "USD" } });
    const at = (options: Partial<ExtractOptions>): Fact | undefined =>
      extractFactsOrThrow(input, { ...OPTIONS, currency: "VND", ...options }).header.freightCharge;
    expect(at({ rates: [rate] })).toBe(50_000);
    expect(at({})).toEqual({ missing: "absent" });
    expect(at({ rates: [rate], asOf: "2025-01-01T00:00:00Z" })).toEqual({ missing: "absent" });
  });

  it("takes supplied values instead of its own, and says which and from where", () => {
    const facts = valueOf(
      supply(
        { indicator: "itemCount", value: 99, ...KNOWN },
        { indicator: "hsCode", item: 4, value: { missing: "failed", reason: "why" }, ...KNOWN },
        { indicator: "documentKinds", value: ["b", "a"], ...KNOWN },
      ),
    );
    expect(facts.header.itemCount).toBe(99);
    expect(facts.header.documentKinds).toEqual(["a", "b"]);
    expect(facts.items[0]?.values.hsCode).toEqual({ missing: "failed", reason: "why" });
    expect(facts.supplied).toEqual([
      { indicator: "itemCount", ...KNOWN },
      { indicator: "hsCode", item: 4, ...KNOWN },
      { indicator: "documentKinds", ...KNOWN },
    ]);
  });

  it("refuses two values for one place, not one each for header and items", () => {
    const hs = { indicator: "hsCode", item: 4, value: "1", ...KNOWN };
    const issues = issuesOf(supply(hs, { indicator: "itemCount", value: 1, ...KNOWN }, { ...hs, value: "2" }));
    expect(issues.map((issue) => [issue.code, issue.path[0], issue.path[1]])).toEqual([["value.duplicate", "supplied", 2]]);
  });

  it("refuses supplied values that are unknown, misplaced, of another type or not yet known", () => {
    expectOnly(issuesOf(supply({ indicator: "none", value: 1, ...KNOWN })), {
      code: "indicator.unknown",
      path: ["supplied", 0, "indicator"],
      message: '"none"',
      indicator: "none",
    });
    const fine = { indicator: "itemCount", value: 1, ...KNOWN };
    expectOnly(issuesOf(supply(fine, { ...fine, item: 4 })), {
      code: "indicator.misused",
      path: ["supplied", 1, "item"],
      message: "no item for a header indicator",
    });
    for (const place of [{}, { item: 5 }]) {
      expectOnly(issuesOf(supply({ indicator: "hsCode", value: "1", ...KNOWN, ...place })), {
        code: "indicator.misused",
        path: ["supplied", 0, "item"],
        message: "the line number of an item",
        indicator: "hsCode",
      });
    }
    expectOnly(issuesOf(supply({ ...fine, value: "1" })), {
      code: "fact.type",
      path: ["supplied", 0, "value"],
      message: "a value of type number",
      indicator: "itemCount",
    });
    for (const knownAt of ["2026-11-21T08:30:00.001+07:00", "yesterday"]) {
      expectOnly(issuesOf(supply({ ...fine, knownAt })), {
        code: "fact.notYetKnown",
        path: ["supplied", 0, "knownAt"],
        message: `an instant no later than ${AS_OF}`,
        indicator: "itemCount",
      });
    }
  });
});

describe("selectionIdentities", () => {
  const importer = { identifier: { scheme: "tax", code: "01" } };
  const house = { level: "house" as const, number: "HBL 1" };

  it("ties to the first transport document below the master and to the importer, else the consignee", () => {
    const documents = [{ level: "master" as const, number: "MBL" }, house, { level: "simple" as const, number: "X" }];
    expect(selectionIdentities(declarationOf({ transport: { documents }, parties: { importer } }))).toEqual({
      transportDocument: ["house", "HBL 1", "tax:01"],
      firstDeclaration: ["D-1"],
    });
    expect(selectionIdentities(declarationOf({ transport: { documents: [house] }, parties: { consignee: importer } })).transportDocument).toEqual([
      "house",
      "HBL 1",
      "tax:01",
    ]);
  });

  it("has no transport document without one below the master, or without an importer", () => {
    expect(selectionIdentities(declarationOf({ transport: { documents: [{ level: "master", number: "MBL" }] }, parties: { importer } }))).toEqual({
      firstDeclaration: ["D-1"],
    });
    expect(selectionIdentities(declarationOf({ transport: { documents: [house] } }))).toEqual({ firstDeclaration: ["D-1"] });
  });

  it("ties to the family's first declaration", () => {
    expect(selectionIdentities(declarationOf({ firstDeclarationId: "D-0" }))).toEqual({ firstDeclaration: ["D-0"] });
    expect([familyOf(declarationOf()), familyOf(declarationOf({ firstDeclarationId: "D-0" }))]).toEqual(["D-1", "D-0"]);
  });
});

describe("catalogues and definitions", () => {
  const base = { level: "header", reads: [], meaning: text, source: "test", missing: "absent", whenItemAdded: "any", extract: () => undefined } as const;

  it("refuse an id twice, and extend under a version of their own", () => {
    const one = defineIndicator({ ...base, id: "one", type: "code" });
    const two = defineIndicator({ ...base, id: "two", type: "code" });
    expect(() => defineCatalogue("x", [one, one])).toThrow(new RangeError("two indicators share the id `one`"));
    const extended = extendCatalogue(defineCatalogue("x/1", [one]), "x/2", [two]);
    expect([extended.version, ...extended.indicators.keys()]).toEqual(["x/2", "one", "two"]);
    expect(() => extendCatalogue(extended, "x/3", [two])).toThrow(RangeError);
  });

  it.each(["One", "1one", "one-two", "", "a".repeat(65), "one\n"])("refuse the id %j", (id) => {
    expect(() => defineIndicator({ ...base, id, type: "code" })).toThrow("is not letters and digits");
  });

  it("want decimals and a unit of numbers", () => {
    const number = { ...base, id: "n", type: "number" } as const;
    for (const decimals of [undefined, -1, 7, 1.5]) {
      expect(() => defineIndicator({ ...number, unit: "kg", ...(decimals === undefined ? {} : { decimals }) })).toThrow("the number `n` needs 0 to 6 decimals");
    }
    expect(() => defineIndicator({ ...number, decimals: 0 })).toThrow("the number `n` needs a unit");
    expect(defineIndicator({ ...number, decimals: 0, unit: "kg" }).decimals).toBe(0);
    expect(defineIndicator({ ...number, decimals: 6, unit: "kg" }).decimals).toBe(6);
  });
});
