import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { canonicalCondition, canonicalProfile, fingerprintProfile } from "../../src/profile/canonical-profile.js";
import { compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { ModelDocument } from "../../src/profile/model-document.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { profileJsonSchema } from "../../src/profile/profile-json-schema.js";
import { domainRange } from "../../src/profile/range.js";
import { compiled, domainOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const MODEL: ModelDocument = {
  base: -1.5,
  zero: "trainingMean",
  terms: [
    { id: "t2", kind: "linear", indicator: "netMass", centre: 0, scale: 1, points: 1, missing: 0 },
    {
      id: "t1",
      kind: "categorical",
      indicator: "customsOffice",
      levels: [
        { value: "B", points: 1 },
        { value: "A", points: 2 },
      ],
      missing: 0,
      unseen: 0,
    },
    {
      id: "t3",
      kind: "cross",
      of: [{ indicator: "customsOffice" }, { indicator: "netMass", edges: [1] }],
      levels: [
        { at: ["B", 0], points: 1 },
        { at: ["A", 1], points: 2 },
      ],
      missing: 0,
      unseen: 0,
    },
  ],
};

const LISTS = { l: { title: { en: "l" }, date: "2026-01-01", source: "x", entries: ["b", "a", "b"] } };

describe("compileProfile", () => {
  it("makes rules and terms ready by level and in order of id, with integers and ranks", () => {
    const rules = [
      ruleOf("c", { effect: points(2.5, 0.25) }),
      ruleOf("b", { level: "item", effect: { kind: "channel", channel: "red", undetermined: "yellow" } }),
      ruleOf("a", { effect: { kind: "channel", channel: "yellow" }, validity: { from: "1970-01-01T00:00:00Z", to: "1970-01-01T00:00:01Z" } }),
    ];
    const ready = compiled(
      profileOf({
        domains: { z: domainOf({ base: 1 }), revenue: domainOf({ rules, model: MODEL, thresholds: { red: 3, yellow: 1 } }) },
        validity: { from: "1970-01-01T00:00:00.002Z" },
      }),
    );
    expect(ready.domains.map((domain) => domain.id)).toEqual(["revenue", "z"]);
    const [revenue, z] = ready.domains;
    expect([revenue?.base, z?.base, z?.thresholds]).toEqual([-1_500_000, 1_000_000, []]);
    expect(revenue?.rules.header.map((rule) => [rule.rule.id, rule.fired, rule.undetermined])).toEqual([
      ["a", 1, 0],
      ["c", 2_500_000, 250_000],
    ]);
    expect(revenue?.rules.item.map((rule) => [rule.rule.id, rule.fired, rule.undetermined])).toEqual([["b", 2, 1]]);
    expect(revenue?.rules.header.map((rule) => rule.period)).toEqual([
      { from: 0, to: 1_000 },
      { from: -Infinity, to: Infinity },
    ]);
    expect(revenue?.terms.header.map((term) => term.id)).toEqual(["t1"]);
    expect(revenue?.terms.item.map((term) => term.id)).toEqual(["t2", "t3"]);
    expect(revenue?.thresholds).toEqual([
      { rank: 2, micropoints: 3_000_000 },
      { rank: 1, micropoints: 1_000_000 },
    ]);
    expect(ready.period).toEqual({ from: 2, to: Infinity });
    expect(isDeepFrozen(ready.document)).toBe(true);
    expect(Object.isFrozen(ready)).toBe(true);
    expect(ready.catalogue).toBe(standardCatalogue);
  });

  it("knows which indicators of the catalogue it reads, through everything that reads one", () => {
    const profile = profileOf({
      derived: {
        dense: {
          kind: "ratio",
          meaning: { en: "x" },
          unit: "1",
          decimals: 2,
          numerator: "freightCharge",
          denominator: "itemCount",
          ifMissing: 0,
          ifZeroDivisor: 0,
        },
        dear: {
          kind: "sum",
          meaning: { en: "x" },
          unit: "1",
          decimals: 2,
          of: "customsValue",
          where: { op: "gt", indicator: "unitValue", value: 1 },
          ifMissing: 0,
        },
      },
      domains: {
        revenue: domainOf({
          model: MODEL,
          rules: [
            ruleOf("a", {
              appliesTo: { op: "present", indicator: "importerId" },
              when: {
                op: "any",
                of: [
                  { op: "gt", indicator: "dense", value: 1 },
                  { op: "anyItem", where: { op: "present", indicator: "hsCode" } },
                ],
              },
            }),
          ],
        }),
      },
    });
    expect([...compiled(profile).reads].sort()).toEqual(
      ["customsOffice", "customsValue", "freightCharge", "hsCode", "importerId", "itemCount", "netMass", "unitValue"].sort(),
    );
  });

  it.each<[string, Partial<RiskProfile["domains"][string]>, boolean]>([
    ["without a model", { base: 0 }, false],
    ["with an uncalibrated model", { model: MODEL }, false],
    ["with a calibrated model alone", { model: { ...MODEL, calibration: { method: "platt", expertPoints: "none" } } }, true],
    [
      "with mandatory rules beside it",
      { model: { ...MODEL, calibration: { method: "platt", expertPoints: "none" } }, rules: [ruleOf("a", { effect: { kind: "channel", channel: "red" } })] },
      true,
    ],
    [
      "with points beside it",
      {
        model: { ...MODEL, calibration: { method: "platt", expertPoints: "none" } },
        rules: [ruleOf("a"), ruleOf("b", { effect: { kind: "channel", channel: "red" } })],
      },
      false,
    ],
    ["with points as an offset of its fit", { model: { ...MODEL, calibration: { method: "platt", expertPoints: "offset" } }, rules: [ruleOf("a")] }, true],
  ])("calls a domain %s calibrated or not", (_, domain, calibrated) => {
    expect(compiled(profileOf({ domains: { revenue: domainOf(domain) } })).domains[0]?.calibrated).toBe(calibrated);
  });

  it("refuses another fingerprint than the one expected", () => {
    const expectedFingerprint = fingerprintProfile(profileOf());
    expect(compileProfile(profileOf(), { catalogue: standardCatalogue, expectedFingerprint }).ok).toBe(true);
    expectOnly(issuesOf(compileProfile(profileOf({ version: "2" }), { catalogue: standardCatalogue, expectedFingerprint })), {
      code: "fingerprint.mismatch",
      path: [],
      message: `expected the fingerprint ${expectedFingerprint}`,
    });
  });

  it("keeps warnings and refuses errors", () => {
    const ready = compiled(profileWith([ruleOf("a", { when: { op: "lt", indicator: "itemCount", value: 2 } })]));
    expect(ready.warnings.map((issue) => issue.code)).toEqual(["rule.loweredByItem"]);
    expect(() => compileProfileOrThrow({ ...profileOf(), catalogue: "x" }, { catalogue: standardCatalogue })).toThrow("the catalogue at hand");
  });

  it.each<[object, readonly (string | number)[], string, string]>([
    [{ schema: "consignment-risk/profile@2" }, ["schema"], "value.invalid", '"consignment-risk/profile@1"'],
    [{ id: "1" }, ["id"], "value.invalid", "an identifier"],
    [{ utcOffset: "+15:00" }, ["utcOffset"], "value.invalid", "an offset such as +07:00"],
    [{ currency: "vnd" }, ["currency"], "value.invalid", "a currency code"],
    [{ channels: ["green"] }, ["channels", 1], "value.type", "a string"],
    [{ domains: {} }, ["domains"], "value.invalid", "at least one domain"],
    [{ derived: { Total: 1 } }, ["derived", "Total"], "value.invalid", "starting with a small letter"],
    [{ selection: { channel: "red", randomRate: 1.1 } }, ["selection", "randomRate"], "value.range", "at most 1"],
    [{ selection: { channel: "red", randomRate: -0.1 } }, ["selection", "randomRate"], "value.range", "at least 0"],
    [{ selection: { channel: "red", identity: [] } }, ["selection", "identity"], "value.range", "at least 1"],
    [{ lists: { l: { ...LISTS.l, date: "2026-02-30" } } }, ["lists", "l", "date"], "time.invalid", "a real date"],
    [{ lists: { l: { ...LISTS.l, entries: [""] } } }, ["lists", "l", "entries", 0], "value.range", "at least 1"],
    [{ domains: { revenue: { ...domainOf(), thresholds: { red: 1e6 + 1 } } } }, ["domains", "revenue", "thresholds", "red"], "value.range", "at most 1000000"],
    [{ domains: { revenue: domainOf({ rules: [ruleOf("a", { version: 0 })] }) } }, ["domains", "revenue", "rules", 0, "version"], "value.range", "at least 1"],
    [{ script: "x" }, ["script"], "value.unknownKey", "not known"],
  ])("checks the shape: %j", (change, path, code, message) => {
    const issues = issuesOf(compileProfile({ ...profileOf(), ...change }, { catalogue: standardCatalogue }));
    expect(issues.map((issue) => issue.path)).toContainEqual(path);
    const issue = issues.find((candidate) => JSON.stringify(candidate.path) === JSON.stringify(path));
    expect([issue?.code, issue?.message]).toEqual([code, expect.stringContaining(message)]);
  });
});

describe("canonicalProfile", () => {
  const rules = [
    ruleOf("b", { appliesTo: { op: "in", indicator: "customsOffice", values: ["y", "x", "y"] } }),
    ruleOf("a", {
      when: {
        op: "not",
        of: { op: "atLeast", count: 1, of: [{ op: "countItems", atLeast: 2, where: { op: "prefix", indicator: "hsCode", values: ["2", "1"] } }] },
      },
    }),
  ];
  const profile = profileOf({
    $schema: "./profile.schema.json",
    lists: LISTS,
    derived: {
      d: {
        kind: "sum",
        meaning: { en: "x" },
        unit: "kg",
        decimals: 1,
        of: "netMass",
        where: { op: "in", indicator: "hsCode", values: ["2", "1"] },
        ifMissing: 0,
      },
    },
    domains: { revenue: domainOf({ rules, model: MODEL }) },
  });

  it("sorts what has no order, drops repetitions and the reference for editors", () => {
    const canonical = canonicalProfile(profile);
    expect(canonical).not.toHaveProperty("$schema");
    expect(canonical.lists.l?.entries).toEqual(["a", "b"]);
    expect(canonical.derived.d).toMatchObject({ where: { values: ["1", "2"] } });
    const revenue = canonical.domains.revenue;
    expect(revenue?.rules.map((rule) => rule.id)).toEqual(["a", "b"]);
    expect(revenue?.rules[1]?.appliesTo).toMatchObject({ values: ["x", "y"] });
    expect(revenue?.rules[0]).not.toHaveProperty("appliesTo");
    expect(revenue?.rules[0]?.when).toEqual({
      op: "not",
      of: { op: "atLeast", count: 1, of: [{ op: "countItems", atLeast: 2, where: { op: "prefix", indicator: "hsCode", values: ["1", "2"] } }] },
    });
    expect(revenue?.model?.terms.map((term) => term.id)).toEqual(["t1", "t2", "t3"]);
    expect(revenue?.model?.terms[0]).toMatchObject({ levels: [{ value: "A" }, { value: "B" }] });
    expect(revenue?.model?.terms[2]).toMatchObject({ levels: [{ at: ["A", 1] }, { at: ["B", 0] }] });
    expect(canonicalProfile(profileOf()).domains.revenue).not.toHaveProperty("model");
    expect(canonicalProfile(canonical)).toEqual(canonical);
  });

  it("keeps the order of the parts of a condition, which a trace shows, and references to lists", () => {
    const condition = {
      op: "all",
      of: [
        { op: "in", indicator: "b", values: { list: "l" } },
        { op: "gt", indicator: "a", value: 1 },
      ],
    } as const;
    expect(canonicalCondition(condition)).toEqual(condition);
    expect(canonicalCondition({ op: "anyItem", where: { op: "in", indicator: "b", values: ["2", "1", "2"] } })).toEqual({
      op: "anyItem",
      where: { op: "in", indicator: "b", values: ["1", "2"] },
    });
  });

  it("has a fingerprint of its own that everything meaningful changes and `$schema` does not", () => {
    const fingerprint = fingerprintProfile(profile);
    expect(fingerprint).toMatch(/^sha256:[0-9a-f]{64}$/);
    const { $schema: _, ...without } = profile;
    expect(fingerprintProfile(without)).toBe(fingerprint);
    const changes: readonly Partial<RiskProfile>[] = [
      { version: "2" },
      { currency: "USD" },
      { lists: {} },
      { channels: ["green", "red", "yellow"] },
      { domains: {} },
      { selection: { channel: "yellow" } },
    ];
    const others = changes.map((change) => fingerprintProfile({ ...profile, ...change }));
    expect(new Set([fingerprint, ...others]).size).toBe(changes.length + 1);
  });
});

describe("domainRange", () => {
  it("sums base, rules and terms, of a group the strongest, and the magnitudes on the way", () => {
    const rules = [
      ruleOf("a", { effect: points(5) }),
      ruleOf("b", { effect: points(-2) }),
      ruleOf("c", { group: "g", effect: points(3) }),
      ruleOf("d", { group: "g", effect: points(7) }),
      ruleOf("e", { level: "item", group: "h", effect: points(-1) }),
      ruleOf("f", { level: "item", group: "h", effect: points(-4) }),
      ruleOf("m", { effect: { kind: "channel", channel: "red" } }),
    ];
    expect(domainRange(domainOf({ base: 1, rules }))).toEqual({ min: -5_000_000, max: 13_000_000, magnitude: 19_000_000 });
    expect(domainRange(domainOf({ model: { ...MODEL, terms: [] } }))).toEqual({ min: -1_500_000, max: -1_500_000, magnitude: 1_500_000 });
    const { base: _, ...bare } = domainOf();
    expect(domainRange(bare)).toEqual({ min: 0, max: 0, magnitude: 0 });
  });

  it("keeps groups of header and items apart, and rules from groups of the same name", () => {
    const group = "x";
    const rules = [ruleOf("x", { effect: points(1) }), ruleOf("y", { group, effect: points(2) }), ruleOf("z", { group, level: "item", effect: points(4) })];
    expect(domainRange(domainOf({ rules })).max).toBe(7_000_000);
  });
});

describe("profileJsonSchema", () => {
  it("is a JSON Schema of the profile's shape", () => {
    const schema = JSON.parse(JSON.stringify(profileJsonSchema())) as {
      $schema: string;
      required: string[];
      properties: object;
      additionalProperties: boolean;
    };
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.required).toEqual(expect.arrayContaining(["schema", "id", "channels", "domains", "selection"]));
    expect(schema.required).not.toContain("validity");
    expect(Object.keys(schema.properties)).toContain("$schema");
    expect(schema.additionalProperties).toBe(false);
    expect(valueOf(compileProfile(profileOf(), { catalogue: standardCatalogue })).document.id).toBe("test");
  });
});
