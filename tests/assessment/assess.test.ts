import { describe, expect, it } from "vitest";
import { assess, assessOrThrow } from "../../src/assessment/assess.js";
import type { Assessment, DomainAssessment } from "../../src/assessment/assessment.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { traceRule } from "../../src/assessment/trace-rule.js";
import type { Condition } from "../../src/conditions/condition.js";
import { ENGINE_VERSION } from "../../src/core/version.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import type { Domain, RiskProfile } from "../../src/profile/profile.js";
import type { Rule } from "../../src/profile/rule.js";
import { AS_OF, compiled, domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const HEAVY: Condition = { op: "gt", indicator: "netMass", value: 100 };
const OFFICE: Condition = { op: "eq", indicator: "customsOffice", value: "A" };
const HOUR: Condition = { op: "gte", indicator: "registrationHour", value: 22 };

function run(profile: RiskProfile, facts: Facts): Assessment {
  return assessOrThrow(compiled(profile), facts);
}

function revenue(rules: readonly Rule[], header: FactSet, items: readonly FactSet[] = [], domain: Partial<Domain> = {}): DomainAssessment {
  const found = run(profileWith(rules, domain), factsOf(header, items)).domains.revenue;
  if (found === undefined) throw new Error("the domain is missing");
  return found;
}

describe("assess", () => {
  it("states everything that a result must, frozen", () => {
    const profile = profileWith([ruleOf("night", { when: HOUR, effect: points(3, 1) }), ruleOf("heavy", { level: "item", when: HEAVY, effect: points(2) })], {
      base: -1,
      thresholds: { yellow: 4 },
    });
    const ready = compiled(profile);
    const assessment = assessOrThrow(ready, factsOf({ registrationHour: 23 }, [{ netMass: 5 }, { netMass: 500 }]));
    expect(JSON.parse(JSON.stringify(assessment))).toEqual({
      id: "D-1",
      asOf: AS_OF,
      channel: "yellow",
      selection: {
        probability: 0,
        mechanisms: [
          { kind: "mandatory", drawn: false, probability: 0 },
          { kind: "threshold", drawn: false, probability: 0 },
        ],
      },
      profile: { id: "test", version: "1.0.0", fingerprint: ready.fingerprint },
      domains: {
        revenue: {
          micropoints: 4_000_000,
          probability: 1 / (1 + 10 ** -0.4),
          calibrated: false,
          channel: "yellow",
          items: [
            { item: 1, micropoints: 0 },
            { item: 2, micropoints: 2_000_000 },
          ],
          contributions: [
            { kind: "base", id: "base", micropoints: -1_000_000 },
            { kind: "rule", id: "night", micropoints: 3_000_000 },
            { kind: "rule", id: "heavy", item: 2, micropoints: 2_000_000 },
          ],
          rules: { heavy: "fired", night: "fired" },
        },
      },
      engine: { version: ENGINE_VERSION },
      catalogue: { version: "consignment-risk/1" },
      issues: [],
    });
    expect(isDeepFrozen(assessment)).toBe(true);
  });

  it("refuses a moment that is none", () => {
    const result = assess(compiled(profileOf()), factsOf({}, [], { asOf: "now" }));
    expectOnly(issuesOf(result), { code: "time.invalid", path: ["asOf"], message: "an instant" });
  });

  it("refuses amounts in another currency, not facts without one", () => {
    const ready = compiled(profileOf());
    expectOnly(issuesOf(assess(ready, factsOf({}, [], { currency: "USD" }))), { code: "money.currency", path: ["currency"], message: "amounts in VND" });
    expect(assess(ready, factsOf({}, [], { currency: "VND" })).ok).toBe(true);
    expect(assess(ready, factsOf()).ok).toBe(true);
  });

  it("refuses a random rate without a key, of 0 too, and throws at the other door", () => {
    const ready = compiled(profileOf({ selection: { channel: "red", randomRate: 0, identity: ["firstDeclaration"] } }));
    expectOnly(issuesOf(assess(ready, factsOf())), { code: "selection.key", path: ["selectionKey"], message: "a key for the random rate" });
    expect(() => assessOrThrow(ready, factsOf())).toThrow("a key for the random rate");
    expect(assess(ready, factsOf(), { selectionKey: createSelectionKeyOrThrow(new Uint8Array(16)) }).ok).toBe(true);
  });

  it("keeps the names of the profile's domains in order of name", () => {
    const profile = profileOf({ domains: { wildlife: domainOf({ base: 2 }), narcotics: domainOf({ base: 1 }) } });
    const { domains } = run(profile, factsOf());
    expect(Object.entries(domains).map(([id, domain]) => [id, domain.micropoints])).toEqual([
      ["narcotics", 1_000_000],
      ["wildlife", 2_000_000],
    ]);
  });
});

describe("rules", () => {
  it("fire, stay silent, do not apply or cannot be determined", () => {
    const outcome = (header: FactSet): [number, string | undefined] => {
      const found = revenue([ruleOf("r", { appliesTo: OFFICE, when: HOUR, effect: points(4, 1.5) })], header);
      return [found.micropoints, found.rules.r];
    };
    expect(outcome({ customsOffice: "A", registrationHour: 22 })).toEqual([4_000_000, "fired"]);
    expect(outcome({ customsOffice: "A", registrationHour: 21 })).toEqual([0, undefined]);
    expect(outcome({ customsOffice: "B", registrationHour: 22 })).toEqual([0, "notApplicable"]);
    expect(outcome({ customsOffice: "B" })).toEqual([0, "notApplicable"]);
    expect(outcome({ customsOffice: "A" })).toEqual([1_500_000, "undetermined"]);
    expect(outcome({ registrationHour: 22 })).toEqual([1_500_000, "undetermined"]);
    expect(outcome({ registrationHour: 21 })).toEqual([0, undefined]);
    expect(outcome({})).toEqual([1_500_000, "undetermined"]);
  });

  it("leave out contributions of 0, the base aside", () => {
    const found = revenue([ruleOf("zero", { effect: points(0) }), ruleOf("unknown", { when: OFFICE, effect: points(1, 0) })], { itemCount: 1 });
    expect(found.contributions).toEqual([{ kind: "base", id: "base", micropoints: 0 }]);
    expect(found.rules).toEqual({ unknown: "undetermined", zero: "fired" });
  });

  it("of an item count for the riskiest item, of equals for the lowest line", () => {
    const rules = [
      ruleOf("heavy", { level: "item", when: HEAVY, effect: points(2) }),
      ruleOf("chinese", { level: "item", when: { op: "eq", indicator: "originCountry", value: "CN" }, effect: points(3) }),
    ];
    const found = revenue(rules, {}, [
      { netMass: 1, originCountry: "VN" },
      { netMass: 1, originCountry: "CN" },
      { netMass: 1, originCountry: "CN" },
      { netMass: 500, originCountry: "VN" },
    ]);
    expect(found.micropoints).toBe(3_000_000);
    expect(found.contributions.slice(1)).toEqual([{ kind: "rule", id: "chinese", item: 2, micropoints: 3_000_000 }]);
    expect(found.items.map((item) => item.micropoints)).toEqual([0, 3_000_000, 3_000_000, 2_000_000]);
    expect(found.rules).toEqual({ chinese: "fired", heavy: "fired" });
  });

  it("of an item take the strongest outcome over the items", () => {
    const rule = ruleOf("r", { level: "item", appliesTo: { op: "eq", indicator: "originCountry", value: "CN" }, when: HEAVY, effect: points(2, 1) });
    const outcomeOf = (...items: readonly FactSet[]): string | undefined => revenue([rule], {}, items).rules.r;
    const fired = { originCountry: "CN", netMass: 500 };
    const silent = { originCountry: "CN", netMass: 5 };
    const elsewhere = { originCountry: "VN", netMass: 5 };
    const unknown = { originCountry: "CN" };
    expect(outcomeOf(elsewhere, silent, unknown, fired)).toBe("fired");
    expect(outcomeOf(fired, unknown, silent, elsewhere)).toBe("fired");
    expect(outcomeOf(unknown, silent, elsewhere)).toBe("undetermined");
    expect(outcomeOf(elsewhere, unknown)).toBe("undetermined");
    expect(outcomeOf(elsewhere, silent)).toBeUndefined();
    expect(outcomeOf(silent, elsewhere)).toBeUndefined();
    expect(outcomeOf(elsewhere, elsewhere)).toBe("notApplicable");
    expect(outcomeOf()).toBeUndefined();
  });

  it("with negative points can make every item lower the score, yet the least lowered counts", () => {
    const found = revenue([ruleOf("known", { level: "item", when: HEAVY, effect: points(-2) })], {}, [{ netMass: 500 }, { netMass: 500 }]);
    expect([found.micropoints, found.contributions.length]).toEqual([-2_000_000, 2]);
    expect(revenue([ruleOf("known", { level: "item", when: HEAVY, effect: points(-2) })], {}, [{ netMass: 500 }, { netMass: 5 }]).micropoints).toBe(0);
  });
});

describe("groups", () => {
  const g = (id: string, value: number, when: Condition = OFFICE, undetermined = 0): Rule =>
    ruleOf(id, { group: "g", when, effect: points(value, undetermined) });

  it("count only the strongest rule, of equals the first by id; the others are superseded", () => {
    const found = revenue([g("c", 3), g("b", 3), g("a", 1), ruleOf("free", { when: OFFICE, effect: points(1) })], { customsOffice: "A" });
    expect(found.contributions.slice(1)).toEqual([
      { kind: "rule", id: "b", micropoints: 3_000_000 },
      { kind: "rule", id: "free", micropoints: 1_000_000 },
    ]);
    expect(found.rules).toEqual({ a: "superseded", b: "fired", c: "superseded", free: "fired" });
  });

  it("count the most negative of mitigating rules", () => {
    const found = revenue([g("a", -1), g("b", -3)], { customsOffice: "A" });
    expect([found.micropoints, found.rules]).toEqual([-3_000_000, { a: "superseded", b: "fired" }]);
  });

  it("weigh an undetermined rule by what it costs", () => {
    const found = revenue([g("known", 2), g("unknown", 9, HOUR, 5)], { customsOffice: "A" });
    expect([found.micropoints, found.rules]).toEqual([5_000_000, { known: "superseded", unknown: "undetermined" }]);
    const free = revenue([g("known", 2), g("unknown", 9, HOUR, 0)], { customsOffice: "A" });
    expect([free.micropoints, free.rules]).toEqual([2_000_000, { known: "fired", unknown: "undetermined" }]);
  });

  it("do not touch what contributes nothing, or another group", () => {
    const other = ruleOf("other", { group: "h", when: OFFICE, effect: points(1) });
    const found = revenue(
      [
        g("a", 2),
        g("silent", 9, HOUR),
        ruleOf("elsewhere", { group: "g", appliesTo: { op: "eq", indicator: "customsOffice", value: "B" }, when: HOUR, effect: points(9) }),
        other,
      ],
      {
        customsOffice: "A",
        registrationHour: 1,
      },
    );
    expect([found.micropoints, found.rules]).toEqual([3_000_000, { a: "fired", elsewhere: "notApplicable", other: "fired" }]);
  });

  it("are settled item by item", () => {
    const item = (id: string, value: number, when: Condition): Rule => ruleOf(id, { level: "item", group: "g", when, effect: points(value) });
    const rules = [item("heavy", 2, HEAVY), item("chinese", 3, { op: "eq", indicator: "originCountry", value: "CN" })];
    const found = revenue(rules, {}, [{ netMass: 500, originCountry: "CN" }]);
    expect(found.rules).toEqual({ chinese: "fired", heavy: "superseded" });
    const two = revenue(rules, {}, [
      { netMass: 500, originCountry: "CN" },
      { netMass: 500, originCountry: "VN" },
    ]);
    expect(two.rules).toEqual({ chinese: "fired", heavy: "fired" });
    expect(two.items.map((sum) => sum.micropoints)).toEqual([3_000_000, 2_000_000]);
  });
});

describe("channels", () => {
  const at = (score: number): string => revenue([], {}, [], { base: score, thresholds: {} }).channel;

  it("are the highest whose threshold is reached, also at equality", () => {
    const of = (registrationHour: number): string =>
      revenue(
        [
          ruleOf("a", { when: { op: "gte", indicator: "registrationHour", value: 1 }, effect: points(1) }),
          ruleOf("b", { when: { op: "gte", indicator: "registrationHour", value: 2 }, effect: points(1.5) }),
        ],
        { registrationHour },
        [],
        {
          thresholds: { yellow: 1, red: 2.5 },
        },
      ).channel;
    expect([of(0), of(1), of(2)]).toEqual(["green", "yellow", "red"]);
    expect(at(1e6)).toBe("green");
  });

  it("may skip one that has no threshold", () => {
    const found = revenue([ruleOf("a", { when: OFFICE, effect: points(1) })], { customsOffice: "A" }, [], { thresholds: { red: 1 } });
    expect(found.channel).toBe("red");
  });

  it("are raised by mandatory rules of header and any item, and show what they demand", () => {
    const mandatory = (change: Partial<Rule>): Rule =>
      ruleOf("m", { effect: { kind: "channel", channel: "red", undetermined: "yellow" }, when: OFFICE, ...change });
    const of = (rule: Rule, facts: Facts): [string, string, string | undefined] => {
      const { channel, domains } = run(profileWith([rule]), facts);
      return [channel, domains.revenue?.channel ?? "", domains.revenue?.mandatory];
    };
    expect(of(mandatory({}), factsOf({ customsOffice: "A" }))).toEqual(["red", "green", "red"]);
    expect(of(mandatory({}), factsOf({}))).toEqual(["yellow", "green", "yellow"]);
    expect(of(mandatory({}), factsOf({ customsOffice: "B" }))).toEqual(["green", "green", undefined]);
    const item = mandatory({ level: "item", when: HEAVY });
    expect(of(item, factsOf({}, [{ netMass: 1 }, { netMass: 500 }]))).toEqual(["red", "green", "red"]);
    expect(of(item, factsOf({}, [{ netMass: 1 }, {}]))).toEqual(["yellow", "green", "yellow"]);
    expect(of(mandatory({ effect: { kind: "channel", channel: "red" } }), factsOf())).toEqual(["green", "green", undefined]);
  });

  it("of all domains: the highest counts", () => {
    const profile = profileOf({
      domains: {
        a: domainOf({ rules: [ruleOf("x", { when: OFFICE, effect: points(2) })], thresholds: { yellow: 1 } }),
        b: domainOf({ rules: [ruleOf("y", { when: HOUR, effect: points(2) })], thresholds: { red: 1 } }),
      },
    });
    const of = (header: FactSet): string => run(profile, factsOf(header)).channel;
    expect([
      of({ customsOffice: "A", registrationHour: 1 }),
      of({ customsOffice: "A", registrationHour: 23 }),
      of({ customsOffice: "B", registrationHour: 1 }),
    ]).toEqual(["yellow", "red", "green"]);
  });
});

describe("models", () => {
  it("add a term of the header once and a term of items for the riskiest, header facts read beside", () => {
    const found = revenue([], { registrationHour: 5, customsOffice: "A" }, [{ netMass: 3 }, { netMass: 7 }], {
      model: {
        base: 1,
        zero: "stated",
        calibration: { method: "maximumLikelihood", expertPoints: "none" },
        terms: [
          { id: "hour", kind: "linear", indicator: "registrationHour", centre: 0, scale: 10, points: 1, missing: 0 },
          {
            id: "mass",
            kind: "cross",
            of: [{ indicator: "customsOffice" }, { indicator: "netMass", edges: [5] }],
            levels: [{ at: ["A", 1], points: 2 }],
            missing: 9,
            unseen: 0,
          },
          { id: "zero", kind: "linear", indicator: "registrationHour", centre: 5, scale: 10, points: 1, missing: 0 },
        ],
      },
    });
    expect(found.contributions).toEqual([
      { kind: "base", id: "base", micropoints: 1_000_000 },
      { kind: "model", id: "hour", micropoints: 500_000 },
      { kind: "model", id: "mass", item: 2, micropoints: 2_000_000 },
    ]);
    expect(found.calibrated).toBe(true);
  });

  it("take a fact that is not named as missing", () => {
    const term = { id: "t", kind: "linear", indicator: "registrationHour", centre: 0, scale: 1, points: 1, missing: 4 } as const;
    expect(revenue([], {}, [], { model: { base: 0, zero: "stated", terms: [term] } }).micropoints).toBe(4_000_000);
  });
});

describe("facts that do not fit", () => {
  const rule = ruleOf("r", { when: { op: "any", of: [OFFICE, HOUR] }, effect: points(2, 1) });
  const issuesFor = (header: FactSet, items: readonly FactSet[] = [], rules = [rule]) => {
    const assessment = run(profileWith(rules), factsOf(header, items));
    return { issues: assessment.issues, domain: assessment.domains.revenue };
  };

  it("count as failed where their type is another, and are warned of", () => {
    const { issues, domain } = issuesFor({ registrationHour: "23" });
    expectOnly(issues, {
      code: "fact.type",
      path: ["header", "registrationHour"],
      message: 'a value of type number, received "23"',
      severity: "warning",
      indicator: "registrationHour",
    });
    expect(domain?.rules).toEqual({ r: "undetermined" });
    expectOnly(issuesFor({ registrationHour: null as never }).issues, {
      code: "fact.type",
      path: ["header", "registrationHour"],
      message: "received null",
      severity: "warning",
    });
  });

  it("are warned of where they failed, with the reason", () => {
    expectOnly(issuesFor({ registrationHour: { missing: "failed", reason: "why" } }).issues, {
      code: "indicator.failed",
      path: ["header", "registrationHour"],
      message: '"why"',
      severity: "warning",
    });
    expectOnly(issuesFor({ registrationHour: { missing: "failed" } }).issues, {
      code: "indicator.failed",
      path: ["header", "registrationHour"],
      message: "a failure without a reason",
      severity: "warning",
    });
    expect(issuesFor({ registrationHour: { missing: "absent" }, customsOffice: { missing: "notApplicable" } }).issues).toEqual([]);
  });

  it("are warned of where nobody knows the indicator at that level, and not used", () => {
    const { issues } = issuesFor({ nothing: 1, netMass: 500 }, [{ registrationHour: 23 }]);
    expect(issues.map((issue) => [issue.code, issue.severity, ...issue.path])).toEqual([
      ["indicator.unknown", "warning", "header", "netMass"],
      ["indicator.unknown", "warning", "header", "nothing"],
      ["indicator.unknown", "warning", "items", 1, "registrationHour"],
    ]);
    expect(issues.map((issue) => issue.expected)).toEqual([
      "a header indicator of the catalogue",
      "a header indicator of the catalogue",
      "an item indicator of the catalogue",
    ]);
  });

  it("are not looked at where the profile does not read them", () => {
    expect(issuesFor({ itemCount: "many", freightCharge: { missing: "failed" } }).issues).toEqual([]);
  });

  it("name their item", () => {
    const heavy = ruleOf("h", { level: "item", when: HEAVY });
    const { issues } = issuesFor({}, [{ netMass: "x" }, { netMass: { missing: "failed", reason: "y" } }], [heavy]);
    expect(issues).toMatchObject([
      { code: "fact.type", path: ["items", 1, "netMass"], item: 1, indicator: "netMass" },
      { code: "indicator.failed", path: ["items", 2, "netMass"], item: 2, indicator: "netMass" },
    ]);
  });
});

describe("traceRule", () => {
  const item = ruleOf("item", { level: "item", appliesTo: OFFICE, when: HEAVY });
  const ready = compiled(profileWith([ruleOf("header", { when: OFFICE }), item]));
  const facts = factsOf({ customsOffice: "A" }, [{ netMass: 500 }, {}]);

  it("shows a header rule once and an item rule for every item", () => {
    expect(traceRule(ready, facts, "header")).toEqual([{ when: { op: OFFICE.op, truth: true, indicator: "customsOffice", fact: "A" } }]);
    const appliesTo = { op: OFFICE.op, truth: true, indicator: "customsOffice", fact: "A" };
    expect(traceRule(ready, facts, "item")).toEqual([
      { item: 1, appliesTo, when: { op: HEAVY.op, truth: true, indicator: "netMass", fact: 500 } },
      { item: 2, appliesTo, when: { op: HEAVY.op, truth: "unknown", indicator: "netMass", fact: { missing: "absent" } } },
    ]);
  });

  it("has nothing to show of a rule that is not there", () => {
    expect(traceRule(ready, facts, "toString")).toBeUndefined();
    expect(valueOf(assess(ready, facts)).domains.revenue?.rules.header).toBe("fired");
  });
});
