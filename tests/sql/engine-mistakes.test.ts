import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Condition } from "../../src/conditions/condition.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { ModelTerm } from "../../src/profile/model-document.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { domainOf, points, profileOf, ruleOf } from "../support/documents.js";
import { disagreements } from "./answers.js";
import { ENGINES, type Engine, makeTables } from "./engines.js";

const catalogue = standardCatalogue;
const not = (of: Condition): Condition => ({ op: "not", of });
const FAILED = { missing: "failed" } as const;
const NOT_APPLICABLE = { missing: "notApplicable" } as const;

/** Facts with some header facts, and items with some item facts each. */
function factsOf(header: FactSet = {}, items: readonly FactSet[] = [], asOf = "2026-11-21T08:30:00.000+07:00"): Facts {
  return { id: "D-1", asOf, header, items: items.map((values, index) => ({ item: index + 1, values })) };
}

/** A profile with a rule per condition, worth 1, 2, 4, ... points, and half of that where it is undetermined. */
function asking(conditions: readonly Condition[], change: Partial<RiskProfile> = {}, level: "header" | "item" = "header"): CompiledProfile {
  const rules = conditions.map((when, index) => ruleOf(`rule-${index}`, { when, level, effect: points(2 ** index, 2 ** index / 2) }));
  return compileProfileOrThrow(profileOf({ domains: { revenue: domainOf({ rules }) }, ...change }), { catalogue });
}

function modelled(terms: readonly ModelTerm[], derived: RiskProfile["derived"] = {}): CompiledProfile {
  const domain = domainOf({ model: { base: 0, terms, zero: "stated" } });
  return compileProfileOrThrow(profileOf({ domains: { revenue: domain }, derived }), { catalogue });
}

/** A derived indicator of which only the computation matters. */
function derive<const D extends object>(definition: D): D & { readonly meaning: { readonly en: string }; readonly unit: string } {
  return { meaning: { en: "derived" }, unit: "1", ...definition };
}

/** A term that shows a number's sixth decimal. */
const shown = (indicator: string): ModelTerm => ({ id: "shown", kind: "linear", indicator, centre: 0, scale: 1, points: 1, missing: 0.5 });

const FRACTIONS = [0, 1, -1, 0.1, 0.2, 0.3, 1.005, 2.675, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 0.30000000000000004, 8.5e-7, 5e-7, -5e-7];
const HOSTILE = [
  "'",
  "''",
  "\\",
  "\\'",
  "a'; DROP TABLE facts_header; --",
  "%",
  "_",
  "a\nb",
  "$1",
  "{x:String}",
  '"',
  "`",
  "/* x */",
  "--",
  "é",
  "e\u0301",
  "\u200b",
  "😀",
  "İ",
];

/** What an engine invites one to get wrong, each with profile and facts that show it. */
const MISTAKES: readonly (readonly [string, CompiledProfile, readonly Facts[]])[] = [
  [
    "NOT IN with a missing value: unknown, not true; false where it is not applicable",
    asking([not({ op: "in", indicator: "customsOffice", values: ["A", "B"] }), { op: "in", indicator: "customsOffice", values: ["A", "B"] }]),
    [
      factsOf(),
      factsOf({ customsOffice: "A" }),
      factsOf({ customsOffice: "C" }),
      factsOf({ customsOffice: FAILED }),
      factsOf({ customsOffice: NOT_APPLICABLE }),
    ],
  ],
  [
    "a set of codes that is empty, which is a value, and one that is missing",
    asking([
      { op: "in", indicator: "documentKinds", values: ["permit"] },
      not({ op: "in", indicator: "documentKinds", values: ["permit"] }),
      { op: "present", indicator: "documentKinds" },
    ]),
    [
      factsOf(),
      factsOf({ documentKinds: [] }),
      factsOf({ documentKinds: ["permit"] }),
      factsOf({ documentKinds: FAILED }),
      factsOf({ documentKinds: NOT_APPLICABLE }),
    ],
  ],
  [
    "an empty list: nothing is in it, but of a missing value even that is unknown",
    asking(
      [
        { op: "in", indicator: "customsOffice", values: { list: "none" } },
        not({ op: "in", indicator: "documentKinds", values: { list: "none" } }),
        not({ op: "prefix", indicator: "customsOffice", values: { list: "none" } }),
      ],
      { lists: { none: { title: { en: "None" }, date: "2026-01-01", source: "a test", entries: [] } } },
    ),
    [factsOf(), factsOf({ customsOffice: "A", documentKinds: [] }), factsOf({ customsOffice: NOT_APPLICABLE, documentKinds: ["permit"] })],
  ],
  [
    "the sum of no items, which is 0 and not NULL",
    modelled([shown("total")], { total: derive({ kind: "sum", of: "customsValue", decimals: 2, ifMissing: "absent" }) }),
    [factsOf(), factsOf({}, [{}]), factsOf({}, [{ customsValue: 0 }]), factsOf({}, [{ customsValue: 0.1 }, { customsValue: 0.2 }])],
  ],
  [
    "the division of integers, and halves away from zero on both sides",
    modelled([shown("ratio")], {
      ratio: derive({ kind: "ratio", numerator: "totalCustomsValue", denominator: "totalNetMass", decimals: 3, ifMissing: "absent", ifZeroDivisor: -7 }),
    }),
    [1, -1, 0.001, 0.002, 3, -3, 0].flatMap((mass) =>
      [1, -1, 2, 0.05, -0.05, 1_000_000.01].map((value) => factsOf({ totalCustomsValue: value, totalNetMass: mass })),
    ),
  ],
  ["the rounding of halves, and doubles that no decimal is", modelled([shown("freightCharge")]), FRACTIONS.map((x) => factsOf({ freightCharge: x }))],
  [
    "a double beside a decimal literal",
    asking([0.1, 0.3, 0.30000000000000004, 1e21, 1e-7, 4503599627370497.5].map((value) => ({ op: "eq", indicator: "freightCharge", value }) as const)),
    [...FRACTIONS, 1e21, 1e-7, 4503599627370497.5, 4503599627370498].map((x) => factsOf({ freightCharge: x })),
  ],
  [
    "sums beyond 32 and near 64 bits",
    modelled([
      { id: "great", kind: "binned", indicator: "itemCount", edges: [1], points: [-1e6, 1e6], missing: 999_999.999999 },
      ...[1, 2, 3].map((n): ModelTerm => ({ id: `great-${n}`, kind: "binned", indicator: "itemCount", edges: [1], points: [-1e6, 1e6], missing: 0 })),
    ]),
    [factsOf(), factsOf({ itemCount: 0 }), factsOf({ itemCount: 1 })],
  ],
  [
    "many addends, each within 32 bits and together beyond",
    compileProfileOrThrow(
      profileOf({ domains: { revenue: domainOf({ rules: Array.from({ length: 120 }, (_, index) => ruleOf(`rule-${index}`, { effect: points(100, 50) })) }) } }),
      { catalogue },
    ),
    [factsOf({ itemCount: 1 }), factsOf()],
  ],
  [
    "scaled numbers at and beyond the exact range",
    modelled([shown("total"), { ...shown("difference"), id: "other" }], {
      total: derive({ kind: "sum", of: "customsValue", decimals: 2, ifMissing: 0 }),
      difference: derive({ kind: "difference", minuend: "totalCustomsValue", subtrahend: "freightCharge", decimals: 1, ifMissing: "failed" }),
    }),
    [90071992547409.91, 90071992547409.92, -90071992547409.91, 45035996273704.96, 1e300, -1e300, 1.7976931348623157e308, 5e-324].map((x) =>
      factsOf({ totalCustomsValue: x, freightCharge: 0.05 }, [{ customsValue: x }, { customsValue: 0.01 }]),
    ),
  ],
  [
    "doubles that overflow or vanish on the way",
    modelled([
      { id: "a", kind: "linear", indicator: "freightCharge", centre: -1e308, scale: 1e299, points: 1, missing: 0 },
      { id: "b", kind: "linear", indicator: "freightCharge", centre: 0, scale: 1e-299, points: 1, missing: 0 },
      { id: "c", kind: "linear", indicator: "freightCharge", centre: 0, scale: 1e299, points: 1_000, missing: 0 },
    ]),
    [0, 5e-324, -5e-324, 1e-300, 1, 1e300, -1e300, 1.7976931348623157e308, -1.7976931348623157e308].map((x) => factsOf({ freightCharge: x })),
  ],
  [
    "codes that look like numbers stay texts",
    asking(["0123", "123", "1e3", "00", "NaN", "NULL", "true"].map((value) => ({ op: "eq", indicator: "customsOffice", value }) as const)),
    ["0123", "123", "1e3", "1000", "00", "0", "NaN", "NULL", "null", "true", "t"].map((customsOffice) => factsOf({ customsOffice })),
  ],
  [
    "case matters, and so do accents and spaces at the end",
    asking(["a", "A", "é", "e\u0301", "a ", "ß", "ss"].map((value) => ({ op: "eq", indicator: "customsOffice", value }) as const)),
    ["a", "A", "é", "e\u0301", "a ", "ß", "ss", "SS"].map((customsOffice) => factsOf({ customsOffice })),
  ],
  [
    "% and _ are characters, in prefixes and in phrases",
    asking([
      { op: "prefix", indicator: "customsOffice", values: ["50%", "_", "a_"] },
      { op: "in", indicator: "documentKinds", values: ["50%", "_"] },
    ]),
    ["50%", "500", "_a", "xa", "a_", "ab"].map((text) => factsOf({ customsOffice: text, documentKinds: [text] })),
  ],
  [
    "prefixes of several lengths, counted in characters",
    asking([{ op: "prefix", indicator: "customsOffice", values: ["😀", "ab", "é1", "x", "yz", "😀😀"] }]),
    ["😀b", "😀", "a", "ab", "abc", "é1", "é", "x", "y", "yz", "\ud83d\ude00\ud83d\ude00c"].map((customsOffice) => factsOf({ customsOffice })),
  ],
  [
    "whatever an author writes is quoted",
    asking([
      ...HOSTILE.slice(0, 12).map((value): Condition => ({ op: "eq", indicator: "customsOffice", value })),
      { op: "in", indicator: "documentKinds", values: HOSTILE },
      { op: "prefix", indicator: "customsOffice", values: HOSTILE },
      { op: "in", indicator: "customsOffice", values: HOSTILE },
    ]),
    HOSTILE.map((text) => factsOf({ customsOffice: text, documentKinds: [text] })),
  ],
  [
    "phrases are folded words, also those of hostile texts",
    asking([{ op: "containsAny", indicator: "goodsDescription", values: ["red phosphorus", "ngà voi", "100 %", "it's"] }], {}, "item"),
    [
      factsOf(
        {},
        ["RED\u200b PHOSPHORUS", "nga voi", "'; DROP TABLE goods; --", "100", "1000", "It's", "its", "\0red phosphorus", "x".repeat(1_000)].map((text) => ({
          goodsDescription: text,
        })),
      ),
    ],
  ],
  [
    "a moment is a moment, whatever its offset and the engine's time zone",
    compileProfileOrThrow(
      profileOf({
        validity: { from: "2026-01-01T00:00:00+07:00", to: "2027-01-01T00:00:00+07:00" },
        domains: {
          revenue: domainOf({
            rules: [
              ruleOf("summer", {
                when: { op: "gte", indicator: "itemCount", value: 0 },
                validity: { from: "2026-03-29T01:00:00.001Z", to: "2026-10-25T01:00:00Z" },
              }),
            ],
          }),
        },
      }),
      { catalogue },
    ),
    [
      "2025-12-31T16:59:59.999Z",
      "2025-12-31T17:00:00Z",
      "2026-03-29T01:00:00Z",
      "2026-03-29T02:00:00.001+01:00",
      "2026-10-25T00:59:59.999Z",
      "2026-10-25T08:00:00+07:00",
      "2026-12-31T16:59:59.999Z",
      "2027-01-01T00:00:00+07:00",
    ].map((asOf) => factsOf({ itemCount: 1 }, [], asOf)),
  ],
  [
    "ties between items and within groups, and equal thresholds",
    compileProfileOrThrow(
      profileOf({
        domains: {
          revenue: domainOf({
            thresholds: { yellow: 3, red: 5 },
            rules: ["b", "a", "c"].map((id, index) =>
              ruleOf(id, {
                level: "item",
                group: "g",
                when: { op: "gte", indicator: "customsValue", value: index },
                effect: points(index === 2 ? 5 : 3, index),
              }),
            ),
          }),
        },
      }),
      { catalogue },
    ),
    [
      factsOf({}, [{ customsValue: 1 }, { customsValue: 1 }]),
      factsOf({}, [{}, { customsValue: 0 }, { customsValue: 2 }, { customsValue: 2 }]),
      factsOf({}, [{ customsValue: FAILED }]),
      factsOf({}, [{ customsValue: NOT_APPLICABLE }, {}]),
    ],
  ],
  [
    "NaN and infinity are no values: the fact counts as failed",
    asking([
      { op: "gt", indicator: "freightCharge", value: 0 },
      { op: "present", indicator: "freightCharge" },
    ]),
    [Number.NaN, Infinity, -Infinity, -0].map((freightCharge) => factsOf({ freightCharge })),
  ],
];

describe.each(Object.entries(ENGINES))("%s agrees on", (_, start) => {
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = await start();
    if (engine !== undefined) await makeTables(engine, catalogue);
  }, 120_000);

  afterAll(() => engine?.close());

  it.for(MISTAKES)("%s", { timeout: 60_000 }, async ([, profile, facts], { skip }) => {
    if (engine === undefined) return skip();
    expect(await disagreements(engine, profile, facts)).toEqual([]);
  });
});
