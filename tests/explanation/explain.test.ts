import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import type { Condition } from "../../src/conditions/condition.js";
import { type ExplainOptions, explain, explainOrThrow } from "../../src/explanation/explain.js";
import type { DeclarantExplanation, DomainExplanation, OfficerExplanation } from "../../src/explanation/explanation.js";
import { isExplanationLanguage } from "../../src/explanation/messages/catalogues.js";
import { renderText } from "../../src/explanation/render-text.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import type { Domain, RiskProfile } from "../../src/profile/profile.js";
import type { Rule } from "../../src/profile/rule.js";
import { facts as anyFacts } from "../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../src/testing/arbitraries/profile.js";
import { AS_OF, compiled, domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf } from "../support/issues.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));
const OFFICE: Condition = { op: "eq", indicator: "customsOffice", value: "A" };
const HEAVY: Condition = { op: "gt", indicator: "netMass", value: 100 };

function explained(profile: RiskProfile, facts: Facts, options: Partial<ExplainOptions> = {}): OfficerExplanation {
  const ready = compiled(profile);
  const explanation = explainOrThrow(assessOrThrow(ready, facts, { selectionKey }), { profile: ready, facts, language: "en", ...options });
  if (explanation.audience !== "officer") throw new Error("for an officer");
  return explanation;
}

function explainDomain(
  rules: readonly Rule[],
  header: FactSet,
  items: readonly FactSet[] = [],
  domain: Partial<Domain> = {},
  language: "en" | "vi" = "en",
): DomainExplanation {
  const [found] = explained(profileWith(rules, domain), factsOf(header, items), { language }).domains;
  if (found === undefined) throw new Error("the domain is missing");
  return found;
}

describe("explain", () => {
  it("gives, for any profile and facts, reasons that add up to every score exactly, and changes nothing of the facts", () => {
    fc.assert(
      fc.property(anyProfile(), anyFacts(), fc.constantFrom("en" as const, "vi" as const), (document, input, language) => {
        const ready = compiled(document);
        const assessment = assessOrThrow(ready, input, { selectionKey });
        const before = JSON.stringify(input);
        const explanation = explainOrThrow(assessment, { profile: ready, facts: input, language });
        if (explanation.audience !== "officer") throw new Error("for an officer");
        for (const domain of explanation.domains) {
          expect(domain.reasons.reduce((sum, reason) => sum + BigInt(reason.micropoints), 0n)).toBe(BigInt(domain.micropoints));
          expect(domain.micropoints).toBe(assessment.domains[domain.id]?.micropoints);
          expect(domain.reasons[0]?.kind).toBe("base");
          const weights = domain.reasons.slice(1).map((reason) => Math.abs(reason.micropoints));
          expect(weights).toEqual([...weights].sort((a, b) => b - a));
        }
        expect(explanation.decidedBy.length).toBeGreaterThan(0);
        expect(explanation.decidedBy.every((decision) => decision.channel === assessment.channel)).toBe(true);
        expect(isDeepFrozen(explanation)).toBe(true);
        expect(JSON.stringify(input)).toBe(before);
        expect(Object.isFrozen(input.header)).toBe(false);
        for (const fact of Object.values(input.header)) if (Array.isArray(fact)) expect(Object.isFrozen(fact)).toBe(false);
        const text = renderText(explanation);
        expect(text.endsWith("\n")).toBe(true);
        expect(text).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: 100 },
    );
  });

  it("refuses a language, a profile or facts other than those of the assessment", () => {
    const ready = compiled(profileOf());
    const facts = factsOf();
    const assessment = assessOrThrow(ready, facts);
    const options: ExplainOptions = { profile: ready, facts, language: "en" };
    expectOnly(issuesOf(explain(assessment, { ...options, language: "fr" as never })), {
      code: "value.invalid",
      path: ["language"],
      message: 'en or vi, received "fr"',
    });
    expectOnly(issuesOf(explain(assessment, { ...options, profile: compiled(profileOf({ version: "2" })) })), {
      code: "fingerprint.mismatch",
      path: ["profile", "fingerprint"],
      message: `the profile ${ready.fingerprint}`,
    });
    for (const other of [factsOf({}, [], { id: "D-2" }), factsOf({}, [], { asOf: "2026-11-21T08:30:00.001+07:00" })]) {
      expectOnly(issuesOf(explain(assessment, { ...options, facts: other })), {
        code: "value.invalid",
        path: ["facts"],
        message: `the facts of D-1 as of ${AS_OF}`,
      });
    }
    expect(() => explainOrThrow(assessment, { ...options, language: "toString" as never })).toThrow("en or vi");
    expect(["en", "vi", "de", undefined].map(isExplanationLanguage)).toEqual([true, true, false, false]);
  });
});

describe("reasons", () => {
  it("stand base first, then by weight, of equals by id", () => {
    const rules = [ruleOf("b", { effect: points(1) }), ruleOf("a", { effect: points(-1), when: OFFICE }), ruleOf("c", { effect: points(5) })];
    const found = explainDomain(rules, { itemCount: 1, customsOffice: "A" });
    expect(found.reasons.map((reason) => reason.id)).toEqual(["base", "c", "a", "b"]);
  });

  it("carry the rule's words, basis and the facts they rest on", () => {
    const when: Condition = {
      op: "all",
      of: [
        OFFICE,
        { op: "not", of: { op: "gt", indicator: "registrationHour", value: 6 } },
        {
          op: "any",
          of: [
            { op: "gt", indicator: "freightCharge", value: 5 },
            { op: "lt", indicator: "itemCount", value: 0 },
          ],
        },
      ],
    };
    const [, reason] = explainDomain([ruleOf("r", { when, effect: points(2) })], {
      customsOffice: "A",
      registrationHour: 3,
      freightCharge: 10,
      itemCount: 4,
    }).reasons;
    expect(reason).toMatchObject({
      kind: "rule",
      id: "r",
      micropoints: 2_000_000,
      text: "reason of r",
      outcome: "fired",
      basis: { kind: "operational", reference: "a test" },
    });
    expect(reason?.evidence).toEqual([
      { indicator: "customsOffice", fact: "A", meaning: "The customs office of registration." },
      { indicator: "registrationHour", fact: 3, unit: "h", meaning: expect.stringContaining("hour") },
      { indicator: "freightCharge", fact: 10, unit: "VND", meaning: expect.stringContaining("freight") },
    ]);
    expect(reason).not.toHaveProperty("item");
  });

  it("say in Vietnamese what they say in English", () => {
    const found = explainDomain([ruleOf("r", { when: OFFICE, effect: points(2, 1) })], {}, [], {}, "vi");
    expect(found.title).toBe("Thuế");
    expect(found.reasons.map((reason) => reason.text)).toEqual(["trường hợp trung bình trong lĩnh vực này", "không xác định được: lý do của r"]);
    expect(found.reasons[1]?.evidence[0]?.meaning).toBe("Cơ quan hải quan nơi đăng ký tờ khai.");
  });

  it("name the item of an item rule and the items that a header rule counted, each fact once", () => {
    const rules = [
      ruleOf("item", { level: "item", when: { op: "all", of: [HEAVY, OFFICE, { op: "lt", indicator: "netMass", value: 1_000 }] }, effect: points(1) }),
      ruleOf("count", { when: { op: "anyItem", where: { op: "all", of: [HEAVY, OFFICE] } }, effect: points(2) }),
    ];
    const items = [{ netMass: 1 }, { netMass: 500 }, { netMass: 600 }];
    const [, count, item] = explainDomain(rules, { customsOffice: "A" }, items).reasons;
    expect(item?.item).toBe(2);
    expect(item?.evidence.map((entry) => [entry.indicator, entry.item, entry.fact])).toEqual([
      ["netMass", 2, 500],
      ["customsOffice", undefined, "A"],
    ]);
    expect(count?.evidence.map((entry) => [entry.indicator, entry.item, entry.fact])).toEqual([
      ["netMass", 2, 500],
      ["customsOffice", undefined, "A"],
      ["netMass", 3, 600],
    ]);
  });

  it("say that a rule could not be determined, and what is missing", () => {
    const [, reason] = explainDomain(
      [ruleOf("r", { when: { op: "all", of: [OFFICE, { op: "gt", indicator: "itemCount", value: 1 }] }, effect: points(2, 1) })],
      { itemCount: 5 },
    ).reasons;
    expect(reason).toMatchObject({ text: "could not be determined: reason of r", outcome: "undetermined" });
    expect(reason?.evidence).toMatchObject([
      { indicator: "customsOffice", fact: { missing: "absent" } },
      { indicator: "itemCount", fact: 5 },
    ]);
  });

  it("tell a fired item from an undetermined one at the same cost", () => {
    const rule = ruleOf("r", { level: "item", when: HEAVY, effect: points(2, 2) });
    const [, unknown] = explainDomain([rule], {}, [{}, { netMass: 500 }]).reasons;
    expect(unknown).toMatchObject({ item: 1, outcome: "undetermined", text: "could not be determined: reason of r" });
    const [, fired] = explainDomain([rule], {}, [{ netMass: 500 }, {}]).reasons;
    expect(fired).toMatchObject({ item: 1, outcome: "fired", text: "reason of r" });
  });

  it("of a model name what its term reads", () => {
    const model = {
      base: 0,
      zero: "stated",
      terms: [{ id: "k", kind: "cross", of: [{ indicator: "customsOffice" }, { indicator: "netMass", edges: [5] }], levels: [], missing: 1, unseen: 2 }],
    } as const;
    const [, reason] = explainDomain([], { customsOffice: "A" }, [{ netMass: 7 }], { model }).reasons;
    expect(reason).toMatchObject({ kind: "model", id: "k", item: 1, text: "the model's weight for customsOffice × netMass" });
    expect(reason?.evidence.map((entry) => [entry.indicator, entry.item, entry.fact, entry.unit])).toEqual([
      ["customsOffice", undefined, "A", undefined],
      ["netMass", 1, 7, "kg"],
    ]);
    const [, missing] = explainDomain([], {}, [{}], { model }).reasons;
    expect(missing?.evidence.map((entry) => entry.fact)).toEqual([{ missing: "absent" }, { missing: "absent" }]);
  });

  it("go by their id where the profile cannot name them", () => {
    const ready = compiled(profileWith([ruleOf("r")]));
    const facts = factsOf({ itemCount: 1 });
    const assessment = assessOrThrow(ready, facts);
    const revenue = assessment.domains.revenue;
    if (revenue === undefined) throw new Error("the domain is missing");
    const strange = {
      ...assessment,
      domains: {
        revenue: {
          ...revenue,
          contributions: [
            ...revenue.contributions,
            { kind: "rule" as const, id: "gone", micropoints: 1 },
            { kind: "model" as const, id: "lost", micropoints: 1 },
          ],
          rules: { ...revenue.rules, gone: "fired" as const },
        },
      },
    };
    const explanation = explainOrThrow(strange, { profile: ready, facts, language: "en" }) as OfficerExplanation;
    expect(explanation.domains[0]?.reasons.map((reason) => [reason.id, reason.text])).toEqual([
      ["base", "the average case in this domain"],
      ["r", "reason of r"],
      ["gone", "gone"],
      ["lost", "the model's weight for "],
    ]);
    expect((explainOrThrow({ ...assessment, domains: {} }, { profile: ready, facts, language: "en" }) as OfficerExplanation).domains).toEqual([]);
  });
});

describe("silent rules", () => {
  it("are those asked that add nothing: superseded, free of cost, or mandatory; not those that do not apply", () => {
    const rules = [
      ruleOf("a-strong", { group: "g", when: OFFICE, effect: points(5) }),
      ruleOf("b-weak", { group: "g", when: OFFICE, effect: points(1) }),
      ruleOf("c-free", { when: { op: "gt", indicator: "registrationHour", value: 1 }, effect: points(1, 0) }),
      ruleOf("d-must", { when: OFFICE, effect: { kind: "channel", channel: "red" } }),
      ruleOf("e-elsewhere", { appliesTo: { op: "eq", indicator: "customsOffice", value: "B" } }),
    ];
    const found = explainDomain(rules, { customsOffice: "A" });
    expect(found.silent.map(({ condition: _, ...rest }) => rest)).toEqual([
      { id: "b-weak", outcome: "superseded", text: "reason of b-weak" },
      { id: "c-free", outcome: "undetermined", text: "reason of c-free" },
      { id: "d-must", outcome: "fired", text: "reason of d-must" },
    ]);
  });
});

describe("what decided the channel", () => {
  it("is a threshold that was reached", () => {
    const profile = profileWith([ruleOf("r", { effect: points(3) })], { thresholds: { yellow: 1, red: 2.5 } });
    expect(explained(profile, factsOf({ itemCount: 1 })).decidedBy).toEqual([
      { kind: "threshold", domain: "revenue", channel: "red", micropoints: 3_000_000, threshold: 2_500_000 },
    ]);
  });

  it("is every mandatory rule that demands it, fired or undetermined", () => {
    const must = (id: string, change: Partial<Rule> = {}): Rule =>
      ruleOf(id, { when: OFFICE, effect: { kind: "channel", channel: "red", undetermined: "yellow" }, ...change });
    const rules = [
      must("a"),
      must("b"),
      must("c", { effect: { kind: "channel", channel: "yellow" } }),
      must("d", { when: { op: "gt", indicator: "registrationHour", value: 1 } }),
    ];
    const fired = explained(profileWith(rules), factsOf({ customsOffice: "A" })).decidedBy;
    expect(fired).toEqual(["a", "b"].map((rule) => ({ kind: "mandatory", domain: "revenue", channel: "red", rule, text: `reason of ${rule}` })));
    expect(explained(profileWith(rules), factsOf({ customsOffice: "B" })).decidedBy.map((decision) => "rule" in decision && decision.rule)).toEqual(["d"]);
  });

  it("is the draw, also beside a threshold", () => {
    const selection = { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } as const;
    expect(explained(profileOf({ selection }), factsOf()).decidedBy).toEqual([{ kind: "random", channel: "red", rate: 1 }]);
    const both = profileWith([ruleOf("r", { effect: points(3) })], { thresholds: { red: 1 } }, { selection });
    expect(explained(both, factsOf({ itemCount: 1 })).decidedBy.map((decision) => decision.kind)).toEqual(["threshold", "random"]);
    const higher = profileWith([ruleOf("r", { effect: points(3) })], { thresholds: { red: 1 } }, { selection: { ...selection, channel: "yellow" } });
    expect(explained(higher, factsOf({ itemCount: 1 })).decidedBy.map((decision) => decision.kind)).toEqual(["threshold"]);
    expect(explained(profileOf({ selection: { ...selection, randomRate: 0 } }), factsOf()).decidedBy.map((decision) => decision.kind)).toEqual(["none"]);
  });

  it("is nothing at the lowest channel", () => {
    expect(explained(profileOf(), factsOf()).decidedBy).toEqual([{ kind: "none", channel: "green" }]);
  });

  it("names only the domains that reach it", () => {
    const profile = profileOf({
      domains: { a: domainOf({ rules: [ruleOf("x")], thresholds: { yellow: 1 } }), b: domainOf({ rules: [ruleOf("y")], thresholds: { red: 1 } }) },
    });
    expect(explained(profile, factsOf({ itemCount: 1 })).decidedBy).toMatchObject([{ kind: "threshold", domain: "b" }]);
  });
});

describe("what was not known", () => {
  it("lists facts that the profile reads and that were absent or failed, in order", () => {
    const rules = [
      ruleOf("a", {
        when: { op: "any", of: [{ op: "gt", indicator: "registrationHour", value: 1 }, OFFICE, { op: "gt", indicator: "freightCharge", value: 1 }] },
      }),
      ruleOf("b", { level: "item", when: { op: "any", of: [HEAVY, { op: "eq", indicator: "hsCode", value: "01" }] } }),
    ];
    const header: FactSet = { registrationHour: { missing: "failed", reason: "why" }, freightCharge: { missing: "notApplicable" } };
    const { unknowns } = explained(profileWith(rules), factsOf(header, [{ netMass: 1, hsCode: "01" }, { hsCode: "02" }]));
    expect(unknowns.map(({ meaning: _, ...rest }) => rest)).toEqual([
      { indicator: "customsOffice", missing: "absent" },
      { indicator: "registrationHour", missing: "failed", reason: "why" },
      { indicator: "netMass", item: 2, missing: "absent" },
    ]);
    expect(unknowns[2]?.meaning).toContain("net mass");
  });
});

describe("a declarant", () => {
  it("is told the channel and what rule authors wrote for declarants, in order of text, nothing else", () => {
    const texts = (declarant?: string): Rule["texts"] => ({
      title: { en: "secret" },
      reason: { en: "secret" },
      ...(declarant === undefined ? {} : { declarant: { en: declarant } }),
    });
    const rules = [
      ruleOf("a", { texts: texts("please attach the permit") }),
      ruleOf("b", { texts: texts("add a description") }),
      ruleOf("c", { texts: texts("add a description") }),
      ruleOf("d", { texts: texts() }),
      ruleOf("e", { texts: texts("not this one"), when: OFFICE }),
    ];
    const ready = compiled(profileWith(rules));
    const facts = factsOf({ itemCount: 1 });
    const assessment = assessOrThrow(ready, facts);
    const explanation = explainOrThrow(assessment, { profile: ready, facts, language: "en", viewer: { role: "declarant" } }) as DeclarantExplanation;
    expect(explanation).toEqual({
      audience: "declarant",
      language: "en",
      id: "D-1",
      asOf: AS_OF,
      channel: "green",
      notices: ["add a description", "please attach the permit"],
    });
    expect(renderText(explanation)).toBe("Declaration D-1 was assigned to the channel green.\n  - add a description\n  - please attach the permit\n");
    expect(explainOrThrow(assessment, { profile: ready, facts, language: "en", viewer: { role: "officer" } }).audience).toBe("officer");
  });
});

describe("renderText", () => {
  const profile = profileOf({
    selection: { channel: "yellow", randomRate: 1, identity: ["firstDeclaration"] },
    domains: {
      a: domainOf({ title: { en: "Alpha" }, rules: [ruleOf("quiet", { when: OFFICE, effect: points(1) })] }),
      b: domainOf({
        title: { en: "Beta", vi: "Bê-ta" },
        base: -0.25,
        rules: [
          ruleOf("r", {
            level: "item",
            when: { op: "all", of: [HEAVY, { op: "containsAny", indicator: "goodsDescription", values: ["ivory"] }] },
            effect: points(3),
          }),
          ruleOf("must", { when: { op: "in", indicator: "documentKinds", values: ["permit"] }, effect: { kind: "channel", channel: "red" } }),
        ],
        thresholds: { red: 2.5 },
      }),
    },
  });
  const facts = factsOf({ documentKinds: ["invoice", "permit"] }, [{ netMass: 500, goodsDescription: `\u001b[2J ivory ${"x".repeat(100)}` }], { id: "D-1" });

  it("shows decisions, reasons that add up, and what was not known, without a raw control character", () => {
    expect(renderText(explained(profile, facts))).toBe(
      [
        `Declaration D-1, as of ${AS_OF}: channel red`,
        "  Beta: +2.75 points reach red (from +2.50)",
        "  Beta: the mandatory rule must demands red: reason of must",
        "",
        "Beta: +2.75 points, red",
        "         -0.25  the average case in this domain",
        "         +3.00  r: reason of r (item 1)",
        `                because netMass (item 1) = 500 kg; goodsDescription (item 1) = \\u001b[2J ivory ${"x".repeat(69)}…`,
        "         +2.75  = sum",
        "                must: fired: reason of must",
        "",
        "Alpha: +0.0 points, green",
        "          +0.0  the average case in this domain",
        "          +0.0  = sum",
        "                quiet: undetermined: reason of quiet",
        "",
        "What was not known",
        "  customsOffice: not stated",
        "",
      ].join("\n"),
    );
  });

  it("speaks Vietnamese, and calls a channel that it has no word for by its id", () => {
    const text = renderText(explained({ ...profile, channels: ["green", "yellow", "red", "black"] }, facts, { language: "vi" }));
    expect(text).toContain("Tờ khai D-1, tại thời điểm");
    expect(text).toContain("Bê-ta: +2.75 điểm đạt luồng đỏ (từ +2.50)");
    expect(text).toContain("Những điều chưa biết\n  customsOffice: không được khai");
    const black = profileOf({ channels: ["green", "black"], selection: { channel: "black", randomRate: 1, identity: ["firstDeclaration"] } });
    expect(renderText(explained(black, factsOf()))).toContain("drawn at random for black (rate 1)");
    expect(renderText(explained(black, factsOf(), { language: "vi" }))).toContain("được chọn ngẫu nhiên vào luồng black (tỷ lệ 1)");
    expect(renderText({ audience: "declarant", language: "vi", id: "D-1", asOf: AS_OF, channel: "red", notices: [] })).toBe(
      "Tờ khai D-1 được phân vào luồng đỏ.\n",
    );
    expect(renderText(explained(profileOf(), factsOf(), { language: "vi" }))).toContain(
      "không có ngưỡng, quy tắc bắt buộc hay lựa chọn ngẫu nhiên nào nâng lên trên luồng xanh",
    );
    expect(renderText(explained(profileOf(), factsOf()))).toContain("no threshold, mandatory rule or draw raises it above green");
  });

  it("shows missing facts with their reason, empty sets, pure numbers and items", () => {
    const derived = {
      tare: {
        kind: "ratio",
        meaning: { en: "x" },
        unit: "1",
        decimals: 2,
        numerator: "grossMass",
        denominator: "netMass",
        ifMissing: "absent",
        ifZeroDivisor: 0,
      },
    } as const;
    const rules = [
      ruleOf("a", { when: { op: "not", of: { op: "in", indicator: "documentKinds", values: ["permit"] } }, effect: points(1) }),
      ruleOf("b", { when: { op: "gt", indicator: "freightCharge", value: 1 }, effect: points(3, 2) }),
      ruleOf("c", { level: "item", when: { op: "gt", indicator: "tare", value: 1 }, effect: points(4) }),
    ];
    const input = factsOf({ documentKinds: [], freightCharge: { missing: "failed", reason: "no rate" } }, [{ grossMass: 3, netMass: 2 }, {}]);
    const text = renderText(explained(profileWith(rules, {}, { derived }), input));
    expect(text).toContain("because documentKinds = none\n");
    expect(text).toContain("because freightCharge = could not be computed (no rate)\n");
    expect(text).toContain("because tare (item 1) = 1.5\n");
    expect(text).toContain("  freightCharge: could not be computed: no rate\n");
    expect(text).toContain("  grossMass (item 2): not stated\n");
  });

  it("says nothing of unknowns where everything was known", () => {
    expect(renderText(explained(profileWith([ruleOf("r")]), factsOf({ itemCount: 1 })))).not.toContain("What was not known");
  });

  it("names a domain that decided by its id where it has no title", () => {
    const explanation = explained(profileWith([ruleOf("r")], { thresholds: { red: 1 } }), factsOf({ itemCount: 1 }));
    expect(renderText({ ...explanation, domains: [] })).toContain("  revenue: +1.0 points reach red (from +1.0)\n");
    expect(renderText({ ...explanation, domains: [], unknowns: [{ indicator: "x", missing: "failed", meaning: "" }] })).toContain(
      "  x: could not be computed\n",
    );
  });
});
