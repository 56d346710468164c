import type { Condition, LeafCondition } from "../../src/conditions/condition.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Fact } from "../../src/indicators/fact.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import type { DerivedIndicator } from "../../src/profile/derived.js";
import type { ModelTerm } from "../../src/profile/model-document.js";
import type { Domain, RiskProfile } from "../../src/profile/profile.js";
import type { Rule } from "../../src/profile/rule.js";

/** What one case asks beside its profile. */
export interface Asked {
  readonly facts: Facts;
  readonly selectionKey?: string;
}

/** A profile written for one edge of the semantics, and what is asked of it. */
export interface Edge {
  readonly shows: string;
  readonly profile: RiskProfile;
  readonly asked: readonly Asked[];
}

const AS_OF = "2026-03-01T08:00:00+07:00";
export const KEY: string = "07".repeat(32);
const MISSING: readonly Fact[] = [{ missing: "absent" }, { missing: "notApplicable" }, { missing: "failed", reason: "no answer" }, { missing: "failed" }];

function rule(id: string, when: Condition, fields: Partial<Rule> = {}): Rule {
  return {
    id,
    version: 1,
    texts: { title: { en: id }, reason: { en: id } },
    level: "header",
    when,
    effect: { kind: "points", points: 4, undetermined: 1 },
    basis: { kind: "operational", reference: "an edge" },
    ...fields,
  };
}

/** Rules numbered, one per condition. */
function rules(prefix: string, conditions: readonly Condition[], fields: Partial<Rule> = {}): readonly Rule[] {
  return conditions.map((when, index) => rule(`${prefix}-${String(index + 1).padStart(2, "0")}`, when, fields));
}

function profile(domain: Partial<Domain>, fields: Partial<RiskProfile> = {}): RiskProfile {
  return {
    schema: "consignment-risk/profile@1",
    id: "edge",
    version: "1",
    title: { en: "An edge" },
    utcOffset: "+07:00",
    currency: "VND",
    catalogue: standardCatalogue.version,
    channels: ["green", "yellow", "red"],
    lists: {
      countries: { title: { en: "Countries" }, date: "2026-01-01", source: "an edge", entries: ["VN", "CN", "CN"] },
      empty: { title: { en: "Nothing" }, date: "2026-01-01", source: "an edge", entries: [] },
    },
    derived: {},
    domains: { security: { title: { en: "Security" }, rules: [], thresholds: {}, ...(domain.model === undefined ? { base: 0 } : {}), ...domain } },
    selection: { channel: "red" },
    ...fields,
  };
}

function asked(header: FactSet, items: readonly FactSet[] = [], fields: Partial<Facts> = {}): Asked {
  return { facts: { id: "D-1", asOf: AS_OF, header, items: items.map((values, index) => ({ item: index + 1, values })), ...fields } };
}

const gt = (indicator: string, value: number): LeafCondition => ({ op: "gt", indicator, value });
const [a, b, c]: readonly Condition[] = [gt("itemCount", 0), gt("containerCount", 0), gt("registrationHour", 0)];
const [A, B, C] = [a as Condition, b as Condition, c as Condition];
/** True, false and unknown of the three conditions above. */
const TRUTHS: readonly Fact[] = [1, 0, { missing: "absent" }];
const three = (x: Fact, y: Fact, z: Fact): FactSet => ({ itemCount: x, containerCount: y, registrationHour: z });
const combinations = TRUTHS.flatMap((x) => TRUTHS.flatMap((y) => TRUTHS.map((z) => three(x, y, z))));

const codes: Edge = {
  shows: "what codes, sets of codes and truth values are compared with; lists, empty lists, prefixes",
  profile: profile({
    rules: rules("code", [
      { op: "eq", indicator: "departureCountry", value: "CN" },
      { op: "in", indicator: "departureCountry", values: ["CN", "KR"] },
      { op: "in", indicator: "departureCountry", values: { list: "countries" } },
      { op: "in", indicator: "departureCountry", values: { list: "empty" } },
      { op: "not", of: { op: "in", indicator: "departureCountry", values: ["CN"] } },
      { op: "prefix", indicator: "departureCountry", values: ["C", "KR"] },
      { op: "prefix", indicator: "departureCountry", values: { list: "empty" } },
      { op: "in", indicator: "documentKinds", values: ["invoice", "a|b", "\\"] },
      { op: "eq", indicator: "declarantNewToReceiver", value: true },
      { op: "eq", indicator: "declarantNewToReceiver", value: false },
      { op: "present", indicator: "departureCountry" },
      { op: "not", of: { op: "present", indicator: "documentKinds" } },
    ]),
  }),
  asked: [
    ...["CN", "KR", "VN", "cn", "C", "CNX", "ĐN", "'; DROP TABLE facts; --", "C%", "C_", "\\", "", " CN", "CN\u0000", "\u{1f600}", ...MISSING, 7, true].map(
      (fact) => asked({ departureCountry: fact }),
    ),
    ...[[], ["invoice"], ["Invoice"], ["a", "b"], ["a|b"], ["\\"], ["invoice", "licence"], ...MISSING, "invoice"].map((fact) => asked({ documentKinds: fact })),
    ...[true, false, ...MISSING, "true", 1].map((fact) => asked({ declarantNewToReceiver: fact })),
    asked({ noSuchIndicator: 1, hsCode: "010121", departureCountry: "CN" }),
  ],
};

const numbers: Edge = {
  shows: "bounds that are included and excluded, at the bound and a bit beside it",
  profile: profile({
    rules: rules("number", [
      gt("totalCustomsValue", 100),
      { op: "gte", indicator: "totalCustomsValue", value: 100 },
      { op: "lt", indicator: "totalCustomsValue", value: 0.1 },
      { op: "lte", indicator: "totalCustomsValue", value: 0.1 },
      { op: "between", indicator: "totalCustomsValue", min: -1.5, max: 0.3 },
      { op: "eq", indicator: "totalCustomsValue", value: 0 },
      { op: "eq", indicator: "totalCustomsValue", value: 0.1 },
      { op: "gte", indicator: "totalCustomsValue", value: 9007199254740993 },
    ]),
  }),
  asked: [
    ...[0, 0.1, 0.09999999999999999, 0.30000000000000004, 0.3, 100, 99.99999999999999, 100.00000000000001, -1.5, -1.5000000000000002, 5e-324, 1e308, -1e308],
    ...[9007199254740991, 9007199254740992, 9007199254740994, 1e21, 1e-7, "100", ...MISSING],
  ].map((fact) => asked({ totalCustomsValue: fact })),
};

const texts: Edge = {
  shows: "words and phrases, whole and folded",
  profile: profile({
    rules: rules(
      "text",
      [
        { op: "containsAny", indicator: "goodsDescription", values: ["red phosphorus"] },
        { op: "containsAny", indicator: "goodsDescription", values: ["Ngà Voi", "100"] },
        { op: "containsAny", indicator: "goodsDescription", values: { list: "empty" } },
        { op: "containsAny", indicator: "goodsDescription", values: ["strasse", "it's 50% off_\\"] },
      ],
      { level: "item" },
    ),
  }),
  asked: [
    ...["red phosphorus", "RED-PHOSPHORUS, pure", "red phosphorusy", "infrared phosphorus", "red  \t phosphorus", "r\u200bed phosphorus", "ｒｅｄ phosphorus"],
    ...[
      "nga voi",
      "NGÀ VOI",
      "Nga\u0300 voi",
      "Ngà, voi",
      "10 0",
      "1\u00ad00",
      "№100",
      "١٠٠",
      "Straße",
      "STRASSE",
      "It's 50% off",
      "its 50 off",
      "!",
      " ",
      "",
      ...MISSING,
      4,
    ],
  ].map((fact) => asked({}, [{ goodsDescription: fact }])),
};

const logic: Edge = {
  shows: "three values through all, any, atLeast and not",
  profile: profile({
    rules: rules("logic", [
      { op: "all", of: [A, B, C] },
      { op: "any", of: [A, B, C] },
      { op: "atLeast", count: 2, of: [A, B, C] },
      { op: "not", of: { op: "atLeast", count: 2, of: [A, B, C] } },
      {
        op: "any",
        of: [
          { op: "not", of: A },
          { op: "atLeast", count: 1, of: [{ op: "atLeast", count: 2, of: [A, B, B] }, C] },
        ],
      },
    ]),
  }),
  asked: combinations.map((header) => asked(header)),
};

const effects: Edge = {
  shows: "the outcomes of a rule with a scope, the channels that rules demand, and what stays silent",
  profile: profile({
    rules: [
      rule("both", A, { appliesTo: B }),
      rule("demands", A, { appliesTo: B, effect: { kind: "channel", channel: "red", undetermined: "yellow" } }),
      rule("demands-only-if-sure", C, { effect: { kind: "channel", channel: "yellow" } }),
      rule("mitigates", C, { appliesTo: A, effect: { kind: "points", points: -2.5, undetermined: -0.5 } }),
      rule("costs-nothing", A, { effect: { kind: "points", points: 0, undetermined: 0 } }),
    ],
  }),
  asked: combinations.map((header) => asked(header)),
};

const groups: Edge = {
  shows: "of a group only the strongest counts, of equals the first by id",
  profile: profile({
    rules: [
      rule("g-first", A, { group: "g", effect: { kind: "points", points: 3, undetermined: 2 } }),
      rule("g-second", B, { group: "g", effect: { kind: "points", points: 3, undetermined: 0 } }),
      rule("g-third", C, { group: "g", effect: { kind: "points", points: 5, undetermined: 3 } }),
      rule("m-first", A, { group: "m", effect: { kind: "points", points: -1, undetermined: -1 } }),
      rule("m-second", B, { group: "m", appliesTo: C, effect: { kind: "points", points: -2, undetermined: -1 } }),
    ],
  }),
  asked: combinations.map((header) => asked(header)),
};

const heavy: Condition = { op: "all", of: [gt("netMass", 3), { op: "eq", indicator: "departureCountry", value: "CN" }] };
const ITEMS: readonly (readonly FactSet[])[] = [
  [],
  [{ netMass: 5 }],
  [
    { netMass: 5, customsValue: 20 },
    { netMass: 6, customsValue: 20 },
  ],
  [{ netMass: 1, customsValue: -20 }, {}],
  [{ netMass: { missing: "notApplicable" } }, { netMass: 9, customsValue: 20 }, { customsValue: 20 }],
  [{}, {}, {}],
];

const items: Edge = {
  shows: "conditions over items, item rules, the riskiest item and its ties, the strongest outcome over the items",
  profile: profile({
    base: -2,
    rules: [
      rule("any-heavy", { op: "anyItem", where: heavy }),
      rule("two-heavy", { op: "countItems", where: heavy, atLeast: 2 }),
      rule("no-heavy", { op: "not", of: { op: "anyItem", where: heavy } }),
      rule("item-heavy", heavy, { level: "item", appliesTo: gt("customsValue", 10) }),
      rule("item-light", { op: "lte", indicator: "netMass", value: 3 }, { level: "item", effect: { kind: "points", points: -6, undetermined: -1 } }),
      rule("item-one", gt("netMass", 5.5), { level: "item", group: "mass" }),
      rule("item-two", gt("netMass", 4.5), { level: "item", group: "mass", effect: { kind: "points", points: 6, undetermined: 6 } }),
      rule("item-red", gt("netMass", 8), { level: "item", effect: { kind: "channel", channel: "red", undetermined: "yellow" } }),
    ],
  }),
  asked: [
    ...ITEMS.flatMap((list) => ["CN", "KR", { missing: "absent" } as const].map((departureCountry) => asked({ departureCountry }, list))),
    {
      facts: {
        ...asked({ departureCountry: "CN" }).facts,
        items: [
          { item: 30, values: { netMass: 5 } },
          { item: 4, values: { netMass: 5 } },
        ],
      },
    },
  ],
};

const thresholds: Edge = {
  shows: "a score at a threshold has reached it; points round once, half away from zero",
  profile: profile({
    base: -0.0000005,
    rules: [
      rule("half-up", A, { effect: { kind: "points", points: 2.0000005, undetermined: 0.0000005 } }),
      rule("half-down", B, { effect: { kind: "points", points: -0.0000015, undetermined: -0.0000005 } }),
      rule("below-half", C, { effect: { kind: "points", points: 1.9999994999999999, undetermined: 0.00000049 } }),
    ],
    thresholds: { yellow: 2, red: 3.999998 },
  }),
  asked: combinations.map((header) => asked(header)),
};

const FROM = "2026-03-01T01:00:00Z";
const periods: Edge = {
  shows: "periods that start and end to the millisecond, in any offset; moments that are none",
  profile: profile(
    {
      rules: [
        rule("from", A, { validity: { from: FROM } }),
        rule("until", A, { validity: { from: "2026-01-01T00:00:00Z", to: FROM } }),
        rule(
          "until-item",
          { op: "present", indicator: "netMass" },
          { level: "item", appliesTo: gt("netMass", 100), validity: { from: "2026-01-01T00:00:00Z", to: FROM } },
        ),
      ],
    },
    { validity: { from: "2026-02-01T00:00:00+07:00", to: "2026-04-01T00:00:00+07:00" } },
  ),
  asked: [
    ...["2026-03-01T01:00:00Z", "2026-03-01T00:59:59.999Z", "2026-03-01T08:00:00+07:00", "2026-02-28T20:00:00-05:00", "2026-03-01T01:00:00.001Z"],
    ...["2026-01-31T17:00:00Z", "2026-01-31T16:59:59.999Z", "2026-03-31T17:00:00Z", "2026-03-31T16:59:59.9Z", "2026-02-29T00:00:00Z", "2026-03-01T08:00:00"],
  ].map((asOf) => asked({ itemCount: 1 }, [{ netMass: 1 }], { asOf })),
};

const derivedBase = { meaning: { en: "derived" }, unit: "1" };
const DERIVED: Readonly<Record<string, DerivedIndicator>> = {
  perKg: { ...derivedBase, kind: "ratio", numerator: "customsValue", denominator: "netMass", decimals: 1, ifMissing: "absent", ifZeroDivisor: "notApplicable" },
  freightPart: {
    ...derivedBase,
    kind: "ratio",
    numerator: "freightCharge",
    denominator: "totalCustomsValue",
    decimals: 2,
    ifMissing: 0.125,
    ifZeroDivisor: -0.125,
  },
  remainder: { ...derivedBase, kind: "difference", minuend: "totalCustomsValue", subtrahend: "freightCharge", decimals: 1, ifMissing: "failed" },
  itemPart: {
    ...derivedBase,
    kind: "ratio",
    numerator: "customsValue",
    denominator: "dearValue",
    decimals: 3,
    ifMissing: "notApplicable",
    ifZeroDivisor: "absent",
  },
  dearValue: { ...derivedBase, kind: "sum", of: "customsValue", where: gt("perKg", 2), decimals: 2, ifMissing: 7.005 },
  anyValue: { ...derivedBase, kind: "sum", of: "customsValue", decimals: 0, ifMissing: "absent" },
  dearShare: { ...derivedBase, kind: "share", of: "customsValue", where: gt("perKg", 2), decimals: 4, ifMissing: 0.5, ifZeroDivisor: "failed" },
};
const derivedRules = (level: "header" | "item", ids: readonly string[]): readonly Rule[] =>
  ids.flatMap((id) => [
    rule(`${id}-more`, gt(id, 0.5), { level }),
    rule(`${id}-there`, { op: "present", indicator: id }, { level, effect: { kind: "points", points: 0.25, undetermined: 0.125 } }),
    rule(`${id}-negative`, { op: "lt", indicator: id, value: 0 }, { level, effect: { kind: "points", points: 0.5, undetermined: 0 } }),
  ]);

const derived: Edge = {
  shows: "ratios, differences, sums and shares: exact, rounded once, with what stands for missing values and for a divisor of 0",
  profile: profile(
    {
      rules: [...derivedRules("header", ["freightPart", "remainder", "dearValue", "anyValue", "dearShare"]), ...derivedRules("item", ["perKg", "itemPart"])],
      model: {
        base: 0,
        zero: "stated",
        terms: ["freightPart", "remainder", "dearValue", "anyValue", "dearShare", "perKg", "itemPart"].map((indicator) => ({
          id: `linear-${indicator}`,
          kind: "linear",
          indicator,
          centre: 0,
          scale: 1,
          points: 1,
          missing: -7,
        })),
      },
    },
    { derived: DERIVED },
  ),
  asked: [
    ...(
      [
        [1, 8],
        [-1, 8],
        [0.25, 100],
        [0.35, 100],
        [5, 0],
        [1e13, 0.01],
        [9e13, 9e13],
        [1e15, -1e15],
        [{ missing: "absent" }, 8],
        [3, { missing: "notApplicable" }],
        [0.005, 1],
        [1.005, 3],
      ] as readonly (readonly [Fact, Fact])[]
    ).map(([freightCharge, totalCustomsValue]) => asked({ freightCharge, totalCustomsValue }, [{ customsValue: 10, netMass: 4 }])),
    ...(
      [
        [],
        [{ customsValue: 0, netMass: 1 }],
        [
          { customsValue: 10, netMass: 4 },
          { customsValue: 1, netMass: 4 },
        ],
        [{ customsValue: 10, netMass: 4 }, { netMass: 4 }],
        [{ customsValue: 10 }, { customsValue: 3, netMass: 1 }],
        [
          { customsValue: 10, netMass: 0 },
          { customsValue: 3, netMass: 1 },
        ],
        [
          { customsValue: 8e13, netMass: 1 },
          { customsValue: 8e13, netMass: 1 },
        ],
        [
          { customsValue: -8, netMass: 1 },
          { customsValue: 8, netMass: 1 },
        ],
        [
          { customsValue: 1e300, netMass: 1 },
          { customsValue: 8, netMass: 1e-300 },
        ],
        [
          { customsValue: 0.25, netMass: 1 },
          { customsValue: 0.25, netMass: 0.001 },
        ],
        [
          { customsValue: { missing: "failed" }, netMass: 1 },
          { customsValue: 2.1, netMass: 1 },
        ],
      ] as readonly (readonly FactSet[])[]
    ).map((list) => asked({ freightCharge: 1, totalCustomsValue: 2 }, list)),
  ],
};

const TERMS: readonly ModelTerm[] = [
  { id: "linear", kind: "linear", indicator: "totalCustomsValue", centre: 10, scale: 4, points: 0.5, missing: 0.1 },
  { id: "clamped", kind: "linear", indicator: "totalCustomsValue", centre: 0, scale: 3, points: -1, clamp: { min: -1, max: 100 }, missing: 0 },
  { id: "steep", kind: "linear", indicator: "totalCustomsValue", centre: 0.1, scale: 1e-300, points: 0.000001, missing: 0 },
  { id: "flat", kind: "linear", indicator: "totalCustomsValue", centre: -1e308, scale: 1e300, points: 0.0000005, missing: 0 },
  { id: "binned", kind: "binned", indicator: "totalCustomsValue", edges: [0, 0.1, 100], points: [-1, 0, 1, 2.5], missing: 0.3 },
  {
    id: "categorical",
    kind: "categorical",
    indicator: "departureCountry",
    levels: [
      { value: "CN", points: 2 },
      { value: "", points: 1 },
    ],
    missing: -0.2,
    unseen: 0.7,
  },
  { id: "yes-no", kind: "categorical", indicator: "declarantNewToReceiver", levels: [{ value: true, points: 1 }], missing: 0, unseen: -1 },
  {
    id: "cross",
    kind: "cross",
    of: [{ indicator: "departureCountry" }, { indicator: "totalCustomsValue", edges: [0, 100] }, { indicator: "declarantNewToReceiver" }],
    levels: [
      { at: ["CN", 2, true], points: 3 },
      { at: ["CN", 1, false], points: -3 },
      { at: ["KR", 0, true], points: 0.5 },
    ],
    missing: 0.01,
    unseen: 0.02,
  },
  { id: "repeat", kind: "repeat", inspected: "signatureInspected", findings: "signatureFindings", baseRate: 0.2, prior: 10, weight: 1.5, missing: -0.4 },
  {
    id: "repeat-mixed",
    kind: "repeat",
    inspected: "importerPriorDeclarations",
    findings: "signatureFindings",
    baseRate: 0.01,
    prior: 1e-6,
    weight: 1,
    missing: 0,
  },
];

const terms: Edge = {
  shows: "every kind of model term at its edges",
  profile: profile({ model: { base: -13.9794, zero: "trainingMean", calibration: { method: "platt", expertPoints: "none" }, terms: TERMS } }),
  asked: [
    ...[0, 0.1, 0.09999999999999999, 10, 10.0000005, 10.000004, 12, 99.99, 100, 101, -1, -2, 1e308, -1e308, 5e-324, 4e6, 4000010, ...MISSING].map(
      (totalCustomsValue) => asked({ totalCustomsValue, departureCountry: "CN", declarantNewToReceiver: true }),
    ),
    ...["CN", "KR", "cn", "", ...MISSING].flatMap((departureCountry) =>
      [true, false].map((declarantNewToReceiver) => asked({ totalCustomsValue: 50, departureCountry, declarantNewToReceiver })),
    ),
    ...(
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [3, 7],
        [10, 2],
        [1e9, 0],
        [1e12, 1e12],
        [-4, 2],
        [5, -2],
        [2.5, 0.5],
        [0, 3],
        [{ missing: "absent" }, 1],
        [1, { missing: "notApplicable" }],
      ] as readonly (readonly [Fact, Fact])[]
    ).map(([signatureInspected, signatureFindings]) => asked({ importerPriorDeclarations: signatureInspected }, [{ signatureInspected, signatureFindings }])),
  ],
};

const drawing = (randomRate: number): RiskProfile =>
  profile(
    { rules: [rule("some", A)], thresholds: { yellow: 1, red: 4 } },
    { selection: { channel: "yellow", randomRate, identity: ["transportDocument", "firstDeclaration"] } },
  );
const IDENTITIES: readonly (Facts["identities"] | undefined)[] = [
  undefined,
  { transportDocument: ["house", "HBL-1", "tax:1"] },
  { transportDocument: ["house", "HBL-1", "tax:1"], firstDeclaration: ["D-0"] },
  { firstDeclaration: ['D-é\u2028"\\'] },
];
const draws = ([0, 0.25, 1] as const).map(
  (rate): Edge => ({
    shows: `random inspection at the rate ${rate}, tied to an identity`,
    profile: drawing(rate),
    asked: [
      ...IDENTITIES.flatMap((identities) =>
        [1, 0].map((itemCount) => ({ ...asked({ itemCount }, [], identities === undefined ? {} : { identities }), selectionKey: KEY })),
      ),
      ...["D-2", "D-3", "D-4"].map((id) => ({ ...asked({ itemCount: 0 }, [], { id }), selectionKey: KEY })),
      asked({ itemCount: 1 }),
    ],
  }),
);

const canonicalForm: Edge = {
  shows: "the fingerprint: what has no order is sorted, repeats go, numbers and texts in their canonical form",
  profile: {
    $schema: "https://example.org/profile.schema.json",
    ...profile(
      {
        title: { vi: 'Ngà voi \u{1f418} \u2028 \u007f " \\ /', en: "\u0001\t" },
        rules: [
          rule("z-last", { op: "in", indicator: "departureCountry", values: ["\u{1f600}", "\uff5e", "b", "a", "b"] }),
          rule("a-first", { op: "all", of: [{ op: "anyItem", where: { op: "prefix", indicator: "hsCode", values: ["9", "10"] } }, gt("itemCount", 1e21)] }),
          rule("m-mid", {
            op: "any",
            of: [gt("itemCount", 1e-7), gt("itemCount", 123456789012345680000), { op: "lt", indicator: "itemCount", value: -0.000001 }],
          }),
        ],
        model: {
          base: 1e-7,
          zero: "stated",
          terms: [
            {
              id: "t2",
              kind: "categorical",
              indicator: "departureCountry",
              levels: [
                { value: "b", points: 1.5 },
                { value: "a", points: 1 / 3 },
              ],
              missing: 0,
              unseen: 0,
            },
            { id: "t1", kind: "binned", indicator: "itemCount", edges: [1.5, 1e300], points: [1, 100000, 0.1], missing: 0 },
            {
              id: "t0",
              kind: "cross",
              of: [{ indicator: "departureCountry" }, { indicator: "itemCount", edges: [1, 20] }],
              levels: [
                { at: ["b", 2], points: 1 },
                { at: ["b", 1], points: 2 },
                { at: ["a", 2], points: 3 },
              ],
              missing: 0,
              unseen: 0,
            },
          ],
        },
      },
      {
        lists: { words: { title: { en: "Words" }, date: "2026-01-01", source: "an edge", entries: ["\u{1f600}", "\uff5e", "b", "a", "b"] } },
        derived: {
          whole: {
            ...derivedBase,
            kind: "sum",
            of: "netMass",
            where: { op: "in", indicator: "originCountry", values: ["VN", "CN"] },
            decimals: 3,
            ifMissing: 0,
          },
        },
      },
    ),
  },
  asked: [asked({ departureCountry: "b", itemCount: 3 }, [{ hsCode: "9" }]), asked({ departureCountry: "\u{1f600}" })],
};

const refusals: Edge = {
  shows: "facts in another currency are refused, facts without one are not",
  profile: profile({ rules: [rule("some", A)] }),
  asked: [asked({ itemCount: 1 }, [], { currency: "USD" }), asked({ itemCount: 1 }, [], { currency: "VND" }), asked({ itemCount: 1 })],
};

const domains: Edge = {
  shows: "domains stand apart; the channel is the highest of all",
  profile: profile(
    {},
    {
      channels: ["green", "yellow", "orange", "red"],
      domains: {
        revenue: { title: { en: "Revenue" }, base: -3, rules: [rule("r", A)], thresholds: { red: 1 } },
        narcotics: { title: { en: "Narcotics" }, base: 0, rules: [rule("n", B)], thresholds: { yellow: 1, orange: 4 } },
        quality: { title: { en: "Quality" }, base: 0, rules: [rule("q", C, { effect: { kind: "channel", channel: "orange" } })], thresholds: {} },
      },
      selection: { channel: "orange" },
    },
  ),
  asked: combinations.map((header) => asked(header)),
};

/** The edges of the semantics, written by hand. */
export const EDGES: readonly Edge[] = [
  codes,
  numbers,
  texts,
  logic,
  effects,
  groups,
  items,
  thresholds,
  periods,
  derived,
  terms,
  ...draws,
  canonicalForm,
  refusals,
  domains,
];
