import { describe, expect, it } from "vitest";
import type { Condition } from "../../../src/conditions/condition.js";
import type { Issue } from "../../../src/core/issue.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfile } from "../../../src/profile/compile-profile.js";
import type { DerivedIndicator } from "../../../src/profile/derived.js";
import type { ModelDocument, ModelTerm } from "../../../src/profile/model-document.js";
import type { Domain, RiskProfile } from "../../../src/profile/profile.js";
import type { Rule, RuleEffect } from "../../../src/profile/rule.js";
import { compiled, domainOf, MANY_ITEMS, points, profileOf, profileWith, ruleOf } from "../../support/documents.js";
import { expectAmong, expectOnly, issuesOf } from "../../support/issues.js";

const refuse = (profile: RiskProfile): readonly Issue[] => issuesOf(compileProfile(profile, { catalogue: standardCatalogue }));
const warn = (profile: RiskProfile): readonly Issue[] => compiled(profile).warnings;
const AT_NIGHT: Condition = { op: "gte", indicator: "registrationHour", value: 22 };
const RULES = ["domains", "revenue", "rules"] as const;

describe("the profile as a whole", () => {
  it("is sound as the tests make it, without warnings", () => {
    expect(warn(profileOf())).toEqual([]);
    expect(warn(profileWith([ruleOf("a"), ruleOf("b", { level: "item" })], { thresholds: { yellow: 1, red: 2 } }))).toEqual([]);
  });

  it("names the catalogue at hand", () => {
    expectOnly(refuse(profileOf({ catalogue: "other/2" })), {
      code: "value.invalid",
      path: ["catalogue"],
      message: 'the catalogue at hand, consignment-risk/1, received "other/2"',
    });
  });

  it.each([
    ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00.001Z", "2026-01-01T07:00:00+07:00"],
  ])("ends after it starts: %s to %s", (from, to) => {
    expectOnly(refuse(profileOf({ validity: { from, to } })), { code: "time.inverted", path: ["validity", "to"], message: `an instant after ${from}` });
  });

  it("takes a period of a millisecond and one without end", () => {
    expect(warn(profileOf({ validity: { from: "2026-01-01T00:00:00Z", to: "2026-01-01T00:00:00.001Z" } }))).toEqual([]);
    expect(warn(profileOf({ validity: { from: "2026-01-01T00:00:00Z" } }))).toEqual([]);
  });

  it("has each channel once", () => {
    expectOnly(refuse(profileOf({ channels: ["green", "red", "green"] })), {
      code: "value.duplicate",
      path: ["channels", 2],
      message: "each channel once",
      key: "green",
    });
  });

  it("has a base or a model in each domain, not both and not neither", () => {
    const { base: _, ...neither } = domainOf();
    const model: ModelDocument = { base: 0, terms: [], zero: "stated" };
    for (const domain of [neither, { ...domainOf(), model }] as Domain[]) {
      expectOnly(refuse(profileOf({ domains: { revenue: domain } })), {
        code: "value.invalid",
        path: ["domains", "revenue", "base"],
        message: "either a base or a model",
      });
    }
    expect(warn(profileOf({ domains: { revenue: domainOf({ model }) } }))).toEqual([]);
  });
});

describe("selection", () => {
  it.each(["green", "blue"])("selects at a channel above the lowest, not at %s", (channel) => {
    expectOnly(refuse(profileOf({ selection: { channel } })), {
      code: "value.invalid",
      path: ["selection", "channel"],
      message: "a channel above the lowest, one of yellow, red",
    });
  });

  it("wants an identity that every record has where there is a rate", () => {
    for (const identity of [undefined, ["transportDocument"], ["firstDeclaration", "transportDocument"]] as const) {
      const selection = { channel: "red", randomRate: 0, ...(identity === undefined ? {} : { identity }) };
      expectOnly(refuse(profileOf({ selection })), {
        code: "selection.identity",
        path: ["selection", "identity"],
        message: "identities that end with `firstDeclaration`",
        received: JSON.stringify(identity?.join(", ") ?? ""),
      });
    }
    expect(warn(profileOf({ selection: { channel: "red", randomRate: 1, identity: ["transportDocument", "firstDeclaration"] } }))).toEqual([]);
    expect(warn(profileOf({ selection: { channel: "yellow", identity: ["transportDocument"] } }))).toEqual([]);
  });

  it("names each identity once", () => {
    expectOnly(refuse(profileOf({ selection: { channel: "red", randomRate: 0.1, identity: ["firstDeclaration", "firstDeclaration"] } })), {
      code: "value.duplicate",
      path: ["selection", "identity", 1],
      message: "each identity once",
      key: "firstDeclaration",
    });
  });
});

describe("thresholds", () => {
  const with_ = (thresholds: Domain["thresholds"], rules: readonly Rule[] = [ruleOf("a", { effect: points(5) })]): RiskProfile =>
    profileWith(rules, { thresholds });
  const at = (channel: string): (string | number)[] => ["domains", "revenue", "thresholds", channel];

  it.each(["green", "blue"])("are of channels above the lowest, not of %s", (channel) => {
    expectOnly(refuse(with_({ [channel]: 1 })), { code: "value.invalid", path: at(channel), message: "a channel above the lowest, one of yellow, red" });
  });

  it("rise with the channels", () => {
    for (const red of [2, 1, 2.0000001]) {
      expectOnly(refuse(with_({ yellow: 2, red })), { code: "threshold.order", path: at("red"), message: "more than +2.000000 points" });
    }
    expect(warn(with_({ yellow: 2, red: 2.000001 }))).toEqual([]);
  });

  it("can be reached", () => {
    expect(warn(with_({ red: 5 }))).toEqual([]);
    expectOnly(refuse(with_({ red: 5.000001 })), {
      code: "threshold.unreachable",
      path: at("red"),
      message: "at most +5.000000 points, the highest possible score",
    });
  });

  it("are warned of where every declaration reaches them", () => {
    expect(warn(with_({ red: 0.000001 }))).toEqual([]);
    expectOnly(warn(with_({ red: 0 })), {
      code: "threshold.alwaysReached",
      path: at("red"),
      message: "more than +0.000000 points, the lowest possible score",
      severity: "warning",
    });
  });

  it("count of a group only the strongest, and of mitigating rules none", () => {
    const grouped = [
      ruleOf("a", { group: "g", effect: points(5) }),
      ruleOf("b", { group: "g", effect: points(3) }),
      ruleOf("c", { effect: points(-2), when: AT_NIGHT }),
    ];
    expect(warn(with_({ red: 5 }, grouped))).toEqual([]);
    expectOnly(refuse(with_({ red: 5.1 }, grouped)), { code: "threshold.unreachable", path: at("red"), message: "+5.000000" });
    expectOnly(warn(with_({ red: -2 }, grouped)), { code: "threshold.alwaysReached", path: at("red"), message: "-2.000000", severity: "warning" });
    expect(warn(with_({ red: -1.999999 }, grouped))).toEqual([]);
    const mandatory = ruleOf("m", { effect: { kind: "channel", channel: "red" } });
    expectOnly(refuse(with_({ red: 1 }, [mandatory])), { code: "threshold.unreachable", path: at("red"), message: "+0.000000" });
  });

  it("count the same group name of header and items as two", () => {
    const both = [ruleOf("a", { effect: points(5) }), ruleOf("b", { level: "item", effect: points(3) })];
    expect(warn(with_({ red: 8 }, both))).toEqual([]);
  });

  it("count the base and the terms of a model", () => {
    const model: ModelDocument = {
      base: -4,
      zero: "stated",
      terms: [
        { id: "t", kind: "binned", indicator: "itemCount", edges: [2], points: [-1, 3], missing: 0 },
        { id: "u", kind: "binned", indicator: "itemCount", edges: [2], points: [1, 2], missing: 1 },
      ],
    };
    const profile = (red: number): RiskProfile => profileOf({ domains: { revenue: domainOf({ model, thresholds: { red } }) } });
    expect(warn(profile(1))).toEqual([]);
    expectOnly(refuse(profile(1.1)), { code: "threshold.unreachable", path: at("red"), message: "+1.000000" });
    expectOnly(warn(profile(-5)), { code: "threshold.alwaysReached", path: at("red"), message: "-5.000000", severity: "warning" });
    expect(warn(profile(-4.999999))).toEqual([]);
  });

  it("refuse contributions that could leave the exact range", () => {
    const term = (id: string): ModelTerm => ({ id, kind: "linear", indicator: "itemCount", centre: 0, scale: 1, points: 1_000, missing: 0 });
    const profile = (count: number): RiskProfile =>
      profileOf({
        domains: { revenue: domainOf({ model: { base: 0, zero: "stated", terms: Array.from({ length: count }, (_, index) => term(`t${index}`)) } }) },
      });
    expect(warn(profile(9))).toEqual([]);
    expectOnly(refuse(profile(10)), { code: "profile.overflow", path: ["domains", "revenue", "thresholds"], message: "stays an exact integer" });
    const opposed = profileOf({
      domains: {
        revenue: domainOf({
          model: { base: 0, zero: "stated", terms: [{ ...term("a"), points: 6_000 } as ModelTerm, { ...term("b"), points: -6_000 } as ModelTerm] },
        }),
      },
    });
    expectOnly(refuse(opposed), { code: "profile.overflow", path: ["domains", "revenue", "thresholds"], message: "exact integer" });
  });
});

describe("repeat terms", () => {
  it("are refused where they could give no number", () => {
    for (const weight of [0, 1]) {
      const term: ModelTerm = { id: "t", kind: "repeat", inspected: "itemCount", findings: "itemCount", baseRate: 0.5, prior: 5e-324, weight, missing: 0 };
      expect(
        compileProfile(profileOf({ domains: { revenue: domainOf({ model: { base: 0, zero: "stated", terms: [term] } }) } }), { catalogue: standardCatalogue })
          .ok,
      ).toBe(false);
    }
  });
});

describe("rules", () => {
  it("have ids of their own in the whole profile", () => {
    const profile = profileOf({ domains: { revenue: domainOf({ rules: [ruleOf("a"), ruleOf("b")] }), narcotics: domainOf({ rules: [ruleOf("b")] }) } });
    expectOnly(refuse(profile), { code: "value.duplicate", path: ["domains", "narcotics", "rules", 0, "id"], message: "an id of its own", key: "b" });
  });

  it("end after they start", () => {
    expectOnly(refuse(profileWith([ruleOf("a", { validity: { from: "2026-02-01T00:00:00Z", to: "2026-01-01T00:00:00Z" } })])), {
      code: "time.inverted",
      path: [...RULES, 0, "validity", "to"],
      message: "an instant after 2026-02-01T00:00:00Z",
    });
  });

  it.each<[number, number, boolean]>([
    [5, 0, true],
    [5, 5, true],
    [5, 5.000001, false],
    [5, -0.000001, false],
    [-5, 0, true],
    [-5, -5, true],
    [-5, -5.000001, false],
    [-5, 0.000001, false],
    [0, 0, true],
    [0, 1, false],
  ])("worth %d may cost %d undetermined: %s", (value, undetermined, sound) => {
    const profile = profileWith([ruleOf("a", { effect: points(value, undetermined) })]);
    if (sound) expect(compileProfile(profile, { catalogue: standardCatalogue }).ok).toBe(true);
    else {
      expectOnly(refuse(profile), {
        code: "value.range",
        path: [...RULES, 0, "effect", "undetermined"],
        message: `points between 0 and ${value}`,
        received: String(undetermined),
      });
    }
  });

  it.each<[RuleEffect, readonly string[]]>([
    [{ kind: "channel", channel: "green" }, ["channel"]],
    [{ kind: "channel", channel: "blue" }, ["channel"]],
    [{ kind: "channel", channel: "yellow", undetermined: "red" }, ["undetermined"]],
    [{ kind: "channel", channel: "red", undetermined: "blue" }, ["undetermined"]],
    [{ kind: "channel", channel: "blue", undetermined: "blue" }, ["channel", "undetermined"]],
    [{ kind: "channel", channel: "blue", undetermined: "yellow" }, ["channel", "undetermined"]],
  ])("demand a channel above the lowest, undetermined no higher one: %j", (effect, faults) => {
    const issues = refuse(profileWith([ruleOf("a", { effect })]));
    expect(issues).toHaveLength(faults.length);
    for (const fault of faults) {
      const message = fault === "channel" ? "one of the channels green, yellow, red, not the lowest" : "no higher than the rule's own";
      expectAmong(issues, { code: "value.invalid", path: [...RULES, 0, "effect", fault], message });
    }
  });

  it.each<RuleEffect>([
    { kind: "channel", channel: "yellow" },
    { kind: "channel", channel: "red", undetermined: "red" },
    { kind: "channel", channel: "red", undetermined: "green" },
  ])("may demand %j", (effect) => {
    expect(warn(profileWith([ruleOf("a", { effect })]))).toEqual([]);
  });

  it("have sound conditions in both places", () => {
    const bad: Condition = { op: "gt", indicator: "nothing", value: 1 };
    const issues = refuse(profileWith([ruleOf("a"), ruleOf("b", { appliesTo: bad, when: { op: "anyItem", where: bad } })]));
    expectAmong(issues, { code: "indicator.unknown", path: [...RULES, 1, "appliesTo", "indicator"], message: "nothing" });
    expectAmong(issues, { code: "indicator.unknown", path: [...RULES, 1, "when", "where", "indicator"], message: "nothing" });
    expect(issues).toHaveLength(2);
    expectOnly(refuse(profileWith([ruleOf("a", { level: "item", when: { op: "anyItem", where: MANY_ITEMS } })])), {
      code: "value.invalid",
      path: [...RULES, 0, "when", "op"],
      message: "a condition on the item at hand",
    });
  });

  it("may use the lists of the profile only", () => {
    const when: Condition = { op: "in", indicator: "customsOffice", values: { list: "offices" } };
    expectOnly(refuse(profileWith([ruleOf("a", { when })])), {
      code: "list.unknown",
      path: [...RULES, 0, "when", "values", "list"],
      message: "offices",
      list: "offices",
    });
    const lists = { offices: { title: { en: "x" }, date: "2026-01-01", source: "x", entries: [] } };
    expect(warn(profileWith([ruleOf("a", { when })], {}, { lists }))).toEqual([]);
  });

  it("can fire: appliesTo and when do not contradict each other", () => {
    const few: Condition = { op: "lt", indicator: "itemCount", value: 1 };
    expectOnly(refuse(profileWith([ruleOf("a", { appliesTo: few, when: MANY_ITEMS })])), {
      code: "condition.contradiction",
      path: [...RULES, 0, "when"],
      message: "the rule can never fire: no value of `itemCount` meets all the conditions on it",
    });
  });

  it.each<[Condition, RuleEffect, boolean]>([
    [{ op: "gt", indicator: "itemCount", value: 2 }, points(1), false],
    [{ op: "lt", indicator: "itemCount", value: 2 }, points(1), true],
    [{ op: "lt", indicator: "itemCount", value: 2 }, points(-1), false],
    [{ op: "gt", indicator: "itemCount", value: 2 }, points(-1), true],
    [{ op: "lt", indicator: "itemCount", value: 2 }, { kind: "channel", channel: "red" }, true],
    [{ op: "gt", indicator: "itemCount", value: 2 }, { kind: "channel", channel: "red" }, false],
    [{ op: "eq", indicator: "itemCount", value: 2 }, points(1), true],
    [{ op: "eq", indicator: "registrationHour", value: 2 }, points(1), false],
    [{ op: "eq", indicator: "registrationHour", value: 2 }, points(-1), false],
    [{ op: "not", of: { op: "anyItem", where: { op: "present", indicator: "netMass" } } }, points(1), true],
    [{ op: "lt", indicator: "itemCount", value: 2 }, points(0), true],
  ])("are warned of where an added item can lower them: %j %j", (when, effect, lowered) => {
    for (const change of [{ when }, { appliesTo: when, when: { op: "present", indicator: "customsOffice" } as const }]) {
      const issues = warn(profileWith([ruleOf("a", { effect, ...change })]));
      if (!lowered) expect(issues).toEqual([]);
      else {
        expectOnly(issues, {
          code: "rule.loweredByItem",
          path: [...RULES, 0, "when"],
          message: "an added goods item can lower what the rule `a` contributes",
          severity: "warning",
          rule: "a",
        });
      }
    }
  });

  it("of one group share level and sign", () => {
    const group = "g";
    const first = ruleOf("a", { group, effect: points(1) });
    const others: readonly (readonly [Partial<Rule>, boolean])[] = [
      [{ effect: points(2) }, true],
      [{ effect: points(0) }, true],
      [{ effect: points(-1) }, false],
      [{ level: "item", effect: points(1) }, false],
      [{ effect: { kind: "channel", channel: "red" } }, false],
    ];
    for (const [change, sound] of others) {
      const result = compileProfile(profileWith([ruleOf("z"), first, ruleOf("b", { group, ...change })]), { catalogue: standardCatalogue });
      expect(result.ok).toBe(sound);
      if (!result.ok) {
        expectOnly(result.issues, {
          code: "rule.group",
          path: [...RULES, 2, "group"],
          message: "the rules of group `g` must be points rules of one level and one sign: `a` and `b` are not",
          group,
        });
      }
    }
    expect(compileProfile(profileWith([first, ruleOf("b", { group: "h", effect: points(-1) })]), { catalogue: standardCatalogue }).ok).toBe(true);
    expectOnly(refuse(profileWith([ruleOf("a", { group, effect: { kind: "channel", channel: "red" } })])), {
      code: "rule.group",
      path: [...RULES, 0, "group"],
      message: "`g`",
    });
  });

  it("report any number of faults", () => {
    const values = Array.from({ length: 70_000 }, () => "!");
    const phrases: Condition = { op: "containsAny", indicator: "goodsDescription", values };
    expect(refuse(profileWith([ruleOf("a", { level: "item", when: { op: "any", of: [phrases, phrases, phrases] } })]))).toHaveLength(210_000);
  });
});

describe("lists of phrases", () => {
  const lists = { words: { title: { en: "x" }, date: "2026-01-01", source: "x", entries: ["ivory", "-"] } };
  const contains: Condition = { op: "containsAny", indicator: "goodsDescription", values: { list: "words" } };
  const issue = { code: "value.invalid", path: ["lists", "words", "entries", 1], message: "a phrase with at least one letter or digit" } as const;

  it("hold a letter or digit in every entry, wherever they are used", () => {
    expectOnly(refuse(profileWith([ruleOf("a", { level: "item", when: contains })], {}, { lists })), issue);
    expectOnly(refuse(profileWith([ruleOf("a", { level: "item", appliesTo: contains, when: { op: "present", indicator: "netMass" } })], {}, { lists })), issue);
    const sum: DerivedIndicator = { kind: "sum", meaning: { en: "x" }, unit: "kg", decimals: 0, of: "netMass", where: contains, ifMissing: 0 };
    expectOnly(refuse(profileOf({ lists, derived: { sum } })), issue);
  });

  it("are lists of codes where they are used as such", () => {
    const codes: Condition = { op: "in", indicator: "customsOffice", values: { list: "words" } };
    expect(warn(profileWith([ruleOf("a", { when: codes })], {}, { lists }))).toEqual([]);
  });
});

describe("derived indicators", () => {
  const base = { meaning: { en: "x" }, unit: "1", decimals: 2 };
  const lint = (derived: Record<string, DerivedIndicator>): readonly Issue[] => refuse(profileOf({ derived }));

  it("do not depend on themselves", () => {
    const issues = lint({
      a: { ...base, kind: "difference", minuend: "b", subtrahend: "itemCount", ifMissing: 0 },
      b: { ...base, kind: "difference", minuend: "a", subtrahend: "itemCount", ifMissing: 0 },
      c: { ...base, kind: "difference", minuend: "itemCount", subtrahend: "itemCount", ifMissing: 0 },
    });
    expect(issues).toHaveLength(2);
    for (const id of ["a", "b"]) expectAmong(issues, { code: "derived.cycle", path: ["derived", id], message: "does not depend on itself", indicator: id });
  });

  it("have a name that the catalogue does not have", () => {
    expectOnly(lint({ itemCount: { ...base, kind: "sum", of: "netMass", ifMissing: 0 } }), {
      code: "value.duplicate",
      path: ["derived", "itemCount"],
      message: "an id that the catalogue does not have",
      key: "itemCount",
    });
  });

  it.each<[DerivedIndicator, string, string, "indicator.misused" | "indicator.unknown"]>([
    [
      { ...base, kind: "ratio", numerator: "none", denominator: "itemCount", ifMissing: 0, ifZeroDivisor: 0 },
      "numerator",
      "a known indicator",
      "indicator.unknown",
    ],
    [
      { ...base, kind: "ratio", numerator: "itemCount", denominator: "customsOffice", ifMissing: 0, ifZeroDivisor: 0 },
      "denominator",
      "a number",
      "indicator.misused",
    ],
    [{ ...base, kind: "difference", minuend: "goodsDescription", subtrahend: "itemCount", ifMissing: 0 }, "minuend", "a number", "indicator.misused"],
    [{ ...base, kind: "difference", minuend: "itemCount", subtrahend: "hiddenCharacters", ifMissing: 0 }, "subtrahend", "a number", "indicator.misused"],
    [{ ...base, kind: "sum", of: "itemCount", ifMissing: 0 }, "of", "a number of the item level", "indicator.misused"],
    [{ ...base, kind: "sum", of: "hsCode", ifMissing: 0 }, "of", "a number of the item level", "indicator.misused"],
  ])("read numbers of the right level: %j", (definition, key, message, code) => {
    expectOnly(lint({ d: definition }), { code, path: ["derived", "d", key], message });
  });

  it("have a sound condition on the item at hand", () => {
    const where: Condition = { op: "anyItem", where: { op: "present", indicator: "netMass" } };
    expectOnly(lint({ d: { ...base, kind: "sum", of: "netMass", where, ifMissing: 0 } }), {
      code: "value.invalid",
      path: ["derived", "d", "where", "op"],
      message: "item at hand",
    });
    expectOnly(
      lint({ d: { ...base, kind: "share", of: "netMass", where: { op: "in", indicator: "hsCode", values: { list: "l" } }, ifMissing: 0, ifZeroDivisor: 0 } }),
      {
        code: "list.unknown",
        path: ["derived", "d", "where", "values", "list"],
        message: "a list of the profile",
      },
    );
  });
});

describe("models", () => {
  const lint = (...terms: readonly ModelTerm[]): readonly Issue[] =>
    refuse(profileOf({ domains: { revenue: domainOf({ model: { base: 0, zero: "stated", terms } }) } }));
  const TERMS = ["domains", "revenue", "model", "terms"] as const;
  const linear: ModelTerm = { id: "t", kind: "linear", indicator: "itemCount", centre: 0, scale: 1, points: 1, missing: 0 };

  it("have each term once", () => {
    expectOnly(lint(linear, { ...linear, id: "u" } as ModelTerm, linear), {
      code: "value.duplicate",
      path: [...TERMS, 2, "id"],
      message: "each once",
      key: "t",
    });
  });

  it.each([
    [1, 1, true],
    [2, 1, true],
    [1, 2, false],
  ])("have clamps that are not inside out: %d to %d", (min, max, inverted) => {
    const term: ModelTerm = { ...linear, clamp: { min, max } } as ModelTerm;
    if (inverted) expectOnly(lint(term), { code: "value.range", path: [...TERMS, 0, "clamp", "min"], message: `less than ${max}` });
    else expect(warn(profileOf({ domains: { revenue: domainOf({ model: { base: 0, zero: "stated", terms: [term] } }) } }))).toEqual([]);
  });

  it.each<[ModelTerm, readonly (string | number)[], string]>([
    [{ ...linear, indicator: "customsOffice" } as ModelTerm, ["indicator"], "an indicator of type number"],
    [{ id: "t", kind: "binned", indicator: "hsCode", edges: [1], points: [0, 1], missing: 0 }, ["indicator"], "an indicator of type number"],
    [{ id: "t", kind: "categorical", indicator: "itemCount", levels: [], missing: 0, unseen: 0 }, ["indicator"], "an indicator of type code or boolean"],
    [{ id: "t", kind: "categorical", indicator: "goodsDescription", levels: [], missing: 0, unseen: 0 }, ["indicator"], "of type code or boolean"],
    [
      { id: "t", kind: "cross", of: [{ indicator: "itemCount" }, { indicator: "hsCode" }], levels: [], missing: 0, unseen: 0 },
      ["of", 0, "indicator"],
      "of type code or boolean",
    ],
    [
      { id: "t", kind: "cross", of: [{ indicator: "hiddenCharacters" }, { indicator: "hsCode", edges: [1] }], levels: [], missing: 0, unseen: 0 },
      ["of", 1, "indicator"],
      "of type number",
    ],
    [{ id: "t", kind: "repeat", inspected: "hsCode", findings: "itemCount", baseRate: 0.1, prior: 1, weight: 1, missing: 0 }, ["inspected"], "of type number"],
    [{ id: "t", kind: "repeat", inspected: "itemCount", findings: "hsCode", baseRate: 0.1, prior: 1, weight: 1, missing: 0 }, ["findings"], "of type number"],
  ])("read indicators of a type that the term takes: %j", (term, path, message) => {
    const issues = lint(term);
    expect(issues).toHaveLength(1);
    expectOnly(issues, { code: "indicator.misused", path: [...TERMS, 0, ...path], message });
  });

  it("read known indicators", () => {
    expectOnly(lint({ ...linear, indicator: "none" } as ModelTerm), {
      code: "indicator.unknown",
      path: [...TERMS, 0, "indicator"],
      message: "a known indicator",
    });
  });

  it("have each level once", () => {
    const level = (value: string | boolean): { value: string | boolean; points: number } => ({ value, points: 1 });
    expectOnly(lint({ id: "t", kind: "categorical", indicator: "hsCode", levels: [level("a"), level("b"), level("a")], missing: 0, unseen: 0 }), {
      code: "value.duplicate",
      path: [...TERMS, 0, "levels", 2],
      message: "each once",
      key: '"a"',
    });
    const at = (...values: (string | number)[]): { at: (string | number)[]; points: number } => ({ at: values, points: 1 });
    const of = [{ indicator: "hsCode" }, { indicator: "itemCount", edges: [1] }] as const;
    expectOnly(lint({ id: "t", kind: "cross", of, levels: [at("a", 0), at("a", 1), at("a", 0)], missing: 0, unseen: 0 }), {
      code: "value.duplicate",
      path: [...TERMS, 0, "levels", 2],
      message: "each once",
      key: '["a",0]',
    });
  });
});
