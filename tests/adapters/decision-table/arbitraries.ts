import fc from "fast-check";
import type { DecisionTable } from "../../../src/adapters/decision-table/decision-table.js";
import type { Condition, LeafCondition } from "../../../src/conditions/condition.js";
import type { Rule } from "../../../src/profile/rule.js";

const NASTY = [
  "'",
  '"',
  '""',
  "\n",
  "\r\n",
  "\r",
  ";",
  ",",
  "\t",
  "=",
  "+",
  "-",
  "@",
  "|",
  "\\",
  "\\n",
  "＝",
  "＋",
  "－",
  "＠",
  "＇",
  "−",
  "🚢",
  "e\u0301",
  "\u0338",
  "\u200b",
  "\ufeff",
  "\u00a0",
  "\u2028",
  " ",
  "  ",
  "..",
  "0101",
  "007",
  "1E5",
  "3/4",
  "MAR1",
  "true",
  "TRUE",
  "5%",
  "not ",
  "CN",
  "a",
  '=HYPERLINK("http://x","y")',
  "{",
  "[",
  "#N/A",
  "__proto__",
];

/** Texts of 1 to `maxLength` characters that are hard on spreadsheets. */
export const nastyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 6 }).map((parts) => parts.join("")) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) },
    )
    .map((text) => text.slice(0, maxLength))
    .filter((text) => text !== "" && text.isWellFormed());

const identifier = fc.oneof(
  fc.constantFrom("e5", "MAR1", "true", "constructor", "toString", "A-1", "a.b_c", "when", "item", "appliesTo", "domain"),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,12}$/),
);

const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 0.1 + 0.2, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, 123456789012, -0.1234567890123, 1_000_000_000_000),
);

const points = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));

// few indicators, so that rules compete for columns and their order
const indicator = fc.constantFrom("originCountry", "unitValue", "goodsDescription", "x", "not", "item", "E1");

const values = fc.oneof(
  { weight: 4, arbitrary: fc.array(nastyText(40), { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: identifier.map((list) => ({ list })) },
);

const leaf: fc.Arbitrary<LeafCondition> = fc.oneof(
  fc.record({ op: fc.constant("eq" as const), indicator, value: fc.oneof(nastyText(40), fc.constantFrom("5", "TRUE", "@a", "a|b"), number, fc.boolean()) }),
  fc.record({ op: fc.constantFrom("in" as const, "prefix" as const, "containsAny" as const), indicator, values }),
  fc.record({ op: fc.constant("between" as const), indicator, min: number, max: number }),
  fc.record({ op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const), indicator, value: number }),
  fc.record({ op: fc.constant("present" as const), indicator }),
);

const negatable: fc.Arbitrary<Condition> = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: leaf.map((of): Condition => ({ op: "not", of })) });

const some = (arbitrary: fc.Arbitrary<Condition>): fc.Arbitrary<readonly [Condition, ...Condition[]]> =>
  fc.tuple(arbitrary, fc.array(arbitrary, { maxLength: 3 })).map(([first, rest]) => [first, ...rest]);

const nested: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    negatable,
    fc.record({ op: fc.constantFrom("all" as const, "any" as const), of: some(tie("condition")) }),
    fc.record({ op: fc.constant("not" as const), of: tie("condition") }),
    fc.record({ op: fc.constant("anyItem" as const), where: tie("condition") }),
    fc.record({ op: fc.constant("countItems" as const), where: tie("condition"), atLeast: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ op: fc.constant("atLeast" as const), count: fc.integer({ min: 1, max: 3 }), of: some(tie("condition")) }),
  ),
})).condition;

const anyItem: fc.Arbitrary<Condition> = fc
  .oneof(
    negatable,
    some(negatable).map((of): Condition => ({ op: "all", of })),
  )
  .map((where) => ({ op: "anyItem", where }));

/** Conditions of every shape, most of them of the kind that cells can hold at least in part. */
const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 1, arbitrary: negatable },
  { weight: 1, arbitrary: anyItem },
  {
    weight: 4,
    arbitrary: some(fc.oneof({ weight: 5, arbitrary: negatable }, { weight: 2, arbitrary: anyItem }, { weight: 1, arbitrary: nested })).map(
      (of): Condition => ({ op: "all", of }),
    ),
  },
  { weight: 2, arbitrary: nested },
);

const localized = fc.oneof(
  nastyText(200).map((en) => ({ en })),
  fc.record({ en: nastyText(200), vi: nastyText(200) }, { requiredKeys: ["vi"] }),
  fc.record({ "zh-Hant": nastyText(200) }),
);

const instant = fc.constantFrom("2026-11-21T08:30:00+07:00", "2026-01-01T00:00:00Z", "1999-12-31T23:59:59.999-14:00");

export const rule: fc.Arbitrary<Rule> = fc.record(
  {
    id: identifier,
    version: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
    texts: fc.record({ title: localized, reason: localized, declarant: localized }, { requiredKeys: ["title", "reason"] }),
    level: fc.constantFrom("header" as const, "item" as const),
    appliesTo: condition,
    when: condition,
    effect: fc.oneof(
      fc.record({ kind: fc.constant("points" as const), points, undetermined: points }),
      fc.record({ kind: fc.constant("channel" as const), channel: identifier, undetermined: identifier }, { requiredKeys: ["kind", "channel"] }),
    ),
    group: identifier,
    validity: fc.record({ from: instant, to: instant }, { requiredKeys: ["from"] }),
    basis: fc.record({ kind: fc.constantFrom("legal" as const, "operational" as const), reference: nastyText(200) }),
  },
  { requiredKeys: ["id", "version", "texts", "level", "when", "effect", "basis"] },
);

/** Rules with unique ids, spread over up to three domains. */
export const decisionTable: fc.Arbitrary<DecisionTable> = fc
  .tuple(fc.uniqueArray(identifier, { minLength: 3, maxLength: 3 }), fc.uniqueArray(fc.tuple(rule, fc.nat(2)), { maxLength: 8, selector: ([{ id }]) => id }))
  .map(([domains, placed]) => {
    const table: Record<string, Rule[]> = {};
    for (const [index, domain] of domains.entries()) {
      const rules = placed.filter(([, at]) => at === index).map(([of]) => of);
      if (rules.length > 0) table[domain] = rules;
    }
    return table;
  });
