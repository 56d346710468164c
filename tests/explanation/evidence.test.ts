import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { toMicropoints } from "../../src/core/micropoints.js";
import { type Background, commonnessOf, createBackground } from "../../src/explanation/background.js";
import { type ExplainOptions, explainOrThrow } from "../../src/explanation/explain.js";
import type { AuditorExplanation, FullExplanation } from "../../src/explanation/explanation.js";
import { renderText } from "../../src/explanation/render-text.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { facts as anyFacts } from "../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../src/testing/arbitraries/profile.js";
import { compiled, domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

function explained(profile: RiskProfile, facts: Facts, options: Partial<ExplainOptions> = {}): FullExplanation {
  const ready = compiled(profile);
  const explanation = explainOrThrow(assessOrThrow(ready, facts, { selectionKey }), { profile: ready, facts, language: "en", ...options });
  if (explanation.audience === "declarant") throw new Error("not for a declarant");
  return explanation;
}

const past: readonly Facts[] = [
  factsOf({ customsOffice: "A", documentKinds: ["invoice", "licence"], itemCount: 1 }, [{ netMass: 10 }, { netMass: 20 }]),
  factsOf({ customsOffice: "A", documentKinds: ["invoice"], itemCount: 2 }, [{ netMass: 30 }]),
  factsOf({ customsOffice: "B", itemCount: { missing: "absent" } }, [{ netMass: 40, goodsDescription: "x".repeat(65) }]),
  factsOf({ customsOffice: "A", documentKinds: [] }),
];

describe("createBackground", () => {
  it("counts codes and members of sets, keeps numbers in order, and leaves out what is missing or long", () => {
    const background = createBackground(past);
    expect(background).toEqual({
      declarations: 4,
      indicators: {
        customsOffice: {
          stated: 4,
          values: [
            ["A", 3],
            ["B", 1],
          ],
        },
        documentKinds: {
          stated: 3,
          values: [
            ["invoice", 2],
            ["licence", 1],
          ],
        },
        itemCount: { stated: 2, numbers: [1, 2] },
        netMass: { stated: 4, numbers: [10, 20, 30, 40] },
      },
    });
    expect(isDeepFrozen(background)).toBe(true);
    expect(createBackground([...past].reverse())).toEqual(background);
    expect(JSON.parse(JSON.stringify(background))).toEqual(background);
  });

  it("keeps both ends and 1,001 numbers of many, and the most frequent 1,000 codes", () => {
    const many = Array.from({ length: 5_001 }, (_, index) => factsOf({ itemCount: index, customsOffice: `c${index % 1_500}` }));
    const { indicators } = createBackground(many);
    expect(indicators.itemCount?.numbers).toHaveLength(1_001);
    expect(indicators.itemCount?.numbers?.slice(0, 2)).toEqual([0, 5]);
    expect(indicators.itemCount?.numbers?.at(-1)).toBe(5_000);
    expect(indicators.customsOffice?.values).toHaveLength(1_000);
  });
});

describe("commonnessOf", () => {
  const background = createBackground(past);
  it("gives the share of a code, of the rarest member of a set, and the shares below and above a number", () => {
    expect(commonnessOf(background, "customsOffice", "B")).toEqual({ kind: "same", share: 0.25, of: 4 });
    expect(commonnessOf(background, "customsOffice", "never")).toEqual({ kind: "same", share: 0, of: 4 });
    expect(commonnessOf(background, "documentKinds", ["invoice", "licence"])).toEqual({ kind: "same", share: 1 / 3, of: 3, value: "licence" });
    expect(commonnessOf(background, "netMass", 20)).toEqual({ kind: "rank", atMost: 0.5, atLeast: 0.75, of: 4 });
  });

  it("says nothing of missing facts, empty sets, indicators never stated and values of another type", () => {
    expect(commonnessOf(background, "customsOffice", { missing: "absent" })).toBeUndefined();
    expect(commonnessOf(background, "documentKinds", [])).toBeUndefined();
    expect(commonnessOf(background, "constructor", "A")).toBeUndefined();
    expect(commonnessOf(background, "customsOffice", 3)).toBeUndefined();
    expect(commonnessOf(background, "netMass", "A")).toBeUndefined();
  });
});

describe("explain with evidence from the past", () => {
  const profile = profileWith([
    ruleOf("office", { when: { op: "in", indicator: "customsOffice", values: ["A", "B"] } }),
    ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 5 }, effect: points(2) }),
    ruleOf("words", { level: "item", when: { op: "containsAny", indicator: "goodsDescription", values: ["scrap"] } }),
  ]);
  const facts = factsOf({ customsOffice: "B" }, [{ netMass: 20, goodsDescription: "scrap" }]);
  const background: Background = createBackground(past);
  const record = { domain: "revenue", rule: "heavy", fires: 12, inspected: 10, hits: 3, precision: { rate: 0.3, lower: 0.108, upper: 0.603 } };

  it("says of every value how common it is, but of no text, and of a rule what it did before", () => {
    const explanation = explained(profile, facts, {
      background,
      ledger: { rules: [record, { ...record, rule: "office", inspected: 0, hits: 0, precision: undefined }] },
    });
    const reasons = explanation.domains[0]?.reasons ?? [];
    const of = (id: string) => reasons.find((reason) => reason.id === id);
    expect(of("office")?.evidence[0]?.commonness).toEqual({ kind: "same", share: 0.25, of: 4 });
    expect(of("heavy")?.evidence[0]?.commonness).toMatchObject({ kind: "rank", atMost: 0.5 });
    expect(of("words")?.evidence[0]).not.toHaveProperty("commonness");
    const { domain: _, rule: __, ...kept } = record;
    expect(of("heavy")?.record).toEqual(kept);
    expect(of("office")?.record).toEqual({ fires: 12, inspected: 0, hits: 0 });
    expect(of("words")).not.toHaveProperty("record");
    expect(of("heavy")?.version).toBe(1);
    const text = renderText(
      explainOrThrow(assessOrThrow(compiled(profile), facts), {
        profile: compiled(profile),
        facts,
        language: "en",
        background,
        ledger: { rules: [record, { ...record, rule: "office", inspected: 0, precision: undefined }] },
      }),
    );
    expect(text).toContain("netMass (item 1) = 20 kg [50.0% of 4 past facts are this or lower, 75.0% this or higher]");
    expect(text).toContain("customsOffice = B [this value in 25.0% of 4 past facts]");
    expect(text).toContain("fired 12 times before, 3 findings in 10 known outcomes (30.0%, 95% interval 10.8% to 60.3%)");
    expect(text).toContain("fired 12 times before, no outcome known");
  });

  it("says so in Vietnamese too, with a comma in shares", () => {
    const ready = compiled(profile);
    const options = {
      profile: ready,
      facts,
      language: "vi" as const,
      background,
      ledger: { rules: [record, { ...record, rule: "office", precision: undefined }] },
    };
    const text = renderText(explainOrThrow(assessOrThrow(ready, facts), options));
    expect(text).toContain("trong 4 dữ kiện trước đây, 50,0% bằng hoặc thấp hơn, 75,0% bằng hoặc cao hơn");
    expect(text).toContain("giá trị này có trong 25,0% của 4 dữ kiện trước đây");
    expect(text).toContain("3 phát hiện trong 10 kết quả đã biết (30,0%, khoảng tin cậy 95% từ 10,8% đến 60,3%)");
    expect(text).toContain("chưa biết kết quả nào");
  });
});

describe("explain with several risky items", () => {
  const HEAVY = ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 100 }, effect: points(4, 1) });
  const CODE = ruleOf("code", { level: "item", when: { op: "prefix", indicator: "hsCode", values: ["93"] }, effect: points(3) });
  const profile = profileWith([HEAVY, CODE], { thresholds: { yellow: 3, red: 6 } });

  it("lists every other item that would reach a threshold, with its own reasons and score", () => {
    const items = [
      { netMass: 200, hsCode: "01" },
      { netMass: 200, hsCode: "9301" },
      { netMass: 50, hsCode: "9302" },
      { netMass: 1, hsCode: "02" },
      { netMass: 300, hsCode: "9303" },
    ];
    const [domain] = explained(profile, factsOf({}, items)).domains;
    expect(domain?.micropoints).toBe(toMicropoints(7));
    expect(domain?.otherItems.map(({ item, micropoints, channel }) => [item, micropoints, channel])).toEqual([
      [5, toMicropoints(7), "red"],
      [1, toMicropoints(4), "yellow"],
      [3, toMicropoints(3), "yellow"],
    ]);
    expect(domain?.otherItems[0]?.reasons.map(({ id, item, micropoints }) => [id, item, micropoints])).toEqual([
      ["heavy", 5, toMicropoints(4)],
      ["code", 5, toMicropoints(3)],
    ]);
    const text = renderText(
      explainOrThrow(assessOrThrow(compiled(profile), factsOf({}, items)), { profile: compiled(profile), facts: factsOf({}, items), language: "en" }),
    );
    expect(text).toContain("item 5 would by itself reach red with +7.0 points");
    const vietnamese = renderText(
      explainOrThrow(assessOrThrow(compiled(profile), factsOf({}, items)), { profile: compiled(profile), facts: factsOf({}, items), language: "vi" }),
    );
    expect(vietnamese).toContain("riêng dòng hàng 5 cũng đạt luồng đỏ với +7.0 điểm");
  });

  it("agrees, for any profile and facts, with the items' sums and with the thresholds", () => {
    fc.assert(
      fc.property(anyProfile(), anyFacts({ minItems: 2 }), (document, input) => {
        const ready = compiled(document);
        const assessment = assessOrThrow(ready, input, { selectionKey });
        for (const domain of explained(document, input).domains) {
          const assessed = assessment.domains[domain.id];
          const greatest = Math.max(...(assessed?.items ?? []).map(({ micropoints }) => micropoints));
          for (const other of domain.otherItems) {
            const sum = assessed?.items.find(({ item }) => item === other.item)?.micropoints ?? Number.NaN;
            expect(other.micropoints).toBe((assessed?.micropoints ?? 0) - greatest + sum);
            expect(other.reasons.reduce((total, reason) => total + reason.micropoints, 0)).toBe(sum);
            expect(document.channels.indexOf(other.channel)).toBeGreaterThan(0);
          }
          const thresholds = Object.entries(document.domains[domain.id]?.thresholds ?? {}).filter(([channel]) => channel !== "green");
          const reaching = (assessed?.items ?? []).filter(({ micropoints }) =>
            thresholds.some(([, value]) => (assessed?.micropoints ?? 0) - greatest + micropoints >= toMicropoints(value)),
          );
          expect(domain.otherItems).toHaveLength(Math.max(0, reaching.length - (reaching.some(({ micropoints }) => micropoints === greatest) ? 1 : 0)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("explain for an auditor", () => {
  const past = { from: "2020-01-01T00:00:00Z", to: "2021-01-01T00:00:00Z" };
  const profile = profileOf({
    domains: {
      revenue: domainOf({
        rules: [
          ruleOf("b-silent", { when: { op: "eq", indicator: "customsOffice", value: "Z" } }),
          ruleOf("a-item", { level: "item", when: { op: "present", indicator: "hsCode" } }),
          ruleOf("c-past", { validity: past }),
        ],
      }),
    },
    selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] },
  });
  const facts = factsOf({ customsOffice: "A" }, [{ hsCode: "01" }, {}]);

  it("holds every rule with outcome and trace, the assessment, the facts, and digests of both", () => {
    const explanation = explained(profile, facts, { viewer: { role: "auditor" } }) as AuditorExplanation;
    expect(explanation.audience).toBe("auditor");
    expect(explanation.rules.map(({ id, outcome, traces }) => [id, outcome, traces.length])).toEqual([
      ["a-item", "fired", 2],
      ["b-silent", "notFired", 1],
      ["c-past", "notInForce", 1],
    ]);
    expect(explanation.rules[1]?.traces[0]?.when).toMatchObject({ truth: false, indicator: "customsOffice", fact: "A" });
    expect(explanation.facts).toEqual(facts);
    expect(explanation.assessment).toEqual(assessOrThrow(compiled(profile), facts, { selectionKey }));
    expect(isDeepFrozen(explanation)).toBe(true);
    expect(Object.isFrozen(facts.header)).toBe(false);
    const text = renderText(explanation);
    expect(text).toContain("revenue.a-item 1: fired");
    expect(text).toContain("revenue.b-silent 1: not fired");
    expect(text).toContain("revenue.c-past 1: not in force");
    expect(text).toContain(`facts ${explanation.digests.facts}`);
    expect(text).toContain(`selection key ${selectionKey.id}`);
  });

  it("sees an assessment of what may be known, whose selection and key are left out", () => {
    const profile = compiled(profileOf());
    const facts = factsOf({});
    const { selection: _, ...viewed } = assessOrThrow(profile, facts, { selectionKey });
    const explanation = explainOrThrow(viewed, { profile, facts, language: "en", viewer: { role: "auditor" } }) as AuditorExplanation;
    expect(explanation.assessment).toEqual(viewed);
    expect(renderText(explanation)).toContain("For a replay");
    expect(renderText(explanation)).not.toContain("selection key");
  });

  it("is told nothing less than an officer", () => {
    fc.assert(
      fc.property(anyProfile(), anyFacts(), (document, input) => {
        const {
          audience: _,
          rules: __,
          assessment: ___,
          facts: ____,
          digests: _____,
          ...rest
        } = explained(document, input, { viewer: { role: "auditor" } }) as AuditorExplanation;
        const { audience: ______, ...officer } = explained(document, input) as FullExplanation & { audience: string };
        expect(rest).toEqual(officer);
      }),
      { numRuns: 20 },
    );
  });
});
