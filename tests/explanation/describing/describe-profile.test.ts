import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesOf } from "../../../src/conditions/condition.js";
import { describeProfile, describeProfileOrThrow } from "../../../src/explanation/describing/describe-profile.js";
import type { DocumentSection, ReadableDocument } from "../../../src/page/document.js";
import { renderDocumentHtml } from "../../../src/page/render-document-html.js";
import { renderDocumentMarkdown } from "../../../src/page/render-document-markdown.js";
import type { ModelTerm } from "../../../src/profile/model-document.js";
import { indicatorsOf } from "../../../src/profile/model-document.js";
import { profile as profiles } from "../../../src/testing/arbitraries/profile.js";
import { compiled, points, profileOf, profileWith, ruleOf } from "../../support/documents.js";
import { textOf, whyNotWellFormed } from "../../support/well-formed.js";

const TERMS: readonly ModelTerm[] = [
  {
    id: "bins",
    kind: "binned",
    indicator: "netMass",
    edges: [0.5, 12_345],
    points: [1, -0.25, 2],
    missing: 0,
    evidence: {
      bins: [
        { count: 10, findingRate: 0.1 },
        { count: 20, findingRate: 0.05 },
        { count: 5, findingRate: 0.4 },
      ],
    },
  },
  { id: "codes", kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", points: 1.5 }], missing: 0.1, unseen: 0.2 },
  {
    id: "cross",
    kind: "cross",
    of: [{ indicator: "originCountry" }, { indicator: "registrationHour", edges: [8, 17] }],
    levels: [{ at: ["CN", 0], points: 3 }],
    missing: 0,
    unseen: 0,
  },
  { id: "line", kind: "linear", indicator: "unitValue", centre: 100, scale: 50, points: -2, clamp: { min: 0, max: 500 }, missing: 0 },
  {
    id: "seen",
    kind: "repeat",
    inspected: "importerPriorDeclarations",
    findings: "importerPriorDeclarations",
    baseRate: 0.2,
    prior: 10,
    weight: 1,
    missing: 0,
  },
];

const RULES = [
  ruleOf("cheap", {
    level: "item",
    appliesTo: { op: "prefix", indicator: "hsCode", values: { list: "chairs" } },
    when: {
      op: "all",
      of: [
        { op: "lt", indicator: "unitValue", value: 20_000 },
        { op: "not", of: { op: "in", indicator: "originCountry", values: ["AA", "BB", "CC", "DD", "EE", "FF", "GG"] } },
      ],
    },
    effect: points(12, 4),
    group: "values",
    validity: { from: "2026-01-01T00:00:00+07:00", to: "2027-01-01T00:00:00+07:00" },
    basis: { kind: "legal", reference: "Article 5" },
    texts: { title: { en: "Cheap", vi: "Rẻ" }, reason: { en: "it is cheap", vi: "giá rẻ" }, declarant: { en: "please check the value" } },
  }),
  ruleOf("demand", { effect: { kind: "channel", channel: "red", undetermined: "yellow" } }),
  ruleOf("demand-sure", { effect: { kind: "channel", channel: "yellow" } }),
  ruleOf("lower", { effect: points(-3), when: { op: "between", indicator: "itemCount", min: 1, max: 3 } }),
];

const full = compiled(
  profileOf({
    title: { en: "Furniture", vi: "Đồ gỗ" },
    validity: { from: "2026-01-01T00:00:00+07:00" },
    lists: { chairs: { title: { en: "Chairs", vi: "Ghế" }, date: "2026-01-01", source: "HS 2022", entries: ["940161", "940169"] } },
    derived: {
      ratio: {
        kind: "ratio",
        numerator: "netMass",
        denominator: "grossMass",
        meaning: { en: "net per gross" },
        unit: "1",
        decimals: 3,
        ifMissing: "absent",
        ifZeroDivisor: 0,
      },
      gap: { kind: "difference", minuend: "grossMass", subtrahend: "netMass", meaning: { en: "tare" }, unit: "kg", decimals: 3, ifMissing: "failed" },
      total: { kind: "sum", of: "netMass", meaning: { en: "mass of all" }, unit: "kg", decimals: 3, ifMissing: "notApplicable" },
      part: {
        kind: "share",
        of: "netMass",
        where: { op: "present", indicator: "hsCode" },
        meaning: { en: "share" },
        unit: "1",
        decimals: 3,
        ifMissing: "absent",
        ifZeroDivisor: "failed",
      },
    },
    domains: {
      revenue: { title: { en: "Revenue", vi: "Thuế" }, rules: RULES, base: -15, thresholds: { yellow: -10, red: -4 } },
      learned: {
        title: { en: "Learned" },
        rules: [],
        model: { base: -5, terms: TERMS, zero: "trainingMean", calibration: { method: "maximumLikelihood", expertPoints: "none" }, provenance: "a test" },
        thresholds: {},
      },
      silent: { title: { en: "Silent" }, base: 0, rules: [], thresholds: { yellow: 0 } },
    },
    selection: { channel: "red", randomRate: 0.02, identity: ["transportDocument", "firstDeclaration"] },
  }),
);

const english = renderDocumentMarkdown(describeProfileOrThrow(full, { language: "en" }));
const vietnamese = renderDocumentMarkdown(describeProfileOrThrow(full, { language: "vi" }));

function headings(sections: readonly DocumentSection[]): readonly string[] {
  return sections.flatMap(({ heading, sections: inner }) => [heading, ...headings(inner)]);
}

describe("describeProfile", () => {
  it("says what the profile is and how it decides", () => {
    expect(english.split("\n").slice(0, 9)).toEqual([
      "# Furniture",
      "",
      "- **Profile:** test, 1.0.0",
      "- **In force:** from 2026-01-01T00:00:00+07:00 on",
      "- **Channels, the lowest first:** green, yellow, red",
      "- **Currency of amounts:** VND",
      "- **Times are shown at:** +07:00",
      "- **Catalogue of indicators:** consignment-risk/1",
      `- **Fingerprint:** ${full.fingerprint}`,
    ]);
    expect(english).toContain(
      "From red on it counts as selected for inspection. Besides, 2% of all are drawn at random and raised to red; a draw is tied to the transport document, else the first declaration number.",
    );
    expect(english).toContain("| Revenue (revenue) | 4 | 0 | −15 | −10 | −4 |");
    const still = renderDocumentMarkdown(describeProfileOrThrow(compiled(profileOf()), { language: "en" }));
    expect(still).toContain("Nothing is drawn at random.");
    expect(still).toContain("- **In force:** always");
  });

  it("says every rule in full: values, units, lists by their names, points, basis, validity, what a declarant is told", () => {
    const rule = english.slice(english.indexOf("#### cheap: Cheap"), english.indexOf("#### lower"));
    expect(rule).toBe(`#### cheap: Cheap

- **Reason:** it is cheap
- **Asked of:** every item by itself
- **Applies where:** hsCode starts with the list “Chairs” (chairs, 2 entries)
- **Holds if:** all of
  - unitValue is less than 20000 VND/kg
  - not
    - originCountry is one of AA, BB, CC, DD, EE, FF, GG
- **Then:** +12 points; +4 points where it cannot be determined
- **Group:** only the strongest rule of the group values counts
- **In force:** from 2026-01-01T00:00:00+07:00, until before 2027-01-01T00:00:00+07:00
- **Rests on:** legal basis: Article 5
- **Version:** 1
- **A declarant is told:** please check the value

`);
    expect(english).toContain("- **Then:** the channel is at least red; at least yellow where it cannot be determined");
    expect(english).toContain("- **Then:** the channel is at least yellow; nothing where it cannot be determined");
  });

  it("lists mandatory rules first, then rules from the most points", () => {
    const section = describeProfileOrThrow(full, { language: "en" }).sections.find(({ heading }) => heading === "Revenue (revenue)");
    expect(headings(section?.sections ?? [])).toEqual([
      "Rules",
      "demand: title of demand",
      "demand-sure: title of demand-sure",
      "cheap: Cheap",
      "lower: title of lower",
    ]);
  });

  it("gives every term with the points of each value, and what they rest on", () => {
    expect(english).toContain("| below 0.5 | +1 | 10 | 10% |");
    expect(english).toContain("| 0.5 to below 12,345 | −0.25 | 20 | 5% |");
    expect(english).toContain("| CN × below 8 | +3 |");
    expect(english).toContain("- **Points:** −2 points per 50");
    expect(english).toContain("- **Values are limited to:** 0 to 500");
    expect(english).toContain("| never inspected before | 0 |");
    expect(english).toContain("- **Weighs:** earlier findings against a base rate of 20%, which counts as 10 inspections; times 1");
    expect(english).toContain("- **Probability:** fitted to outcomes by maximum likelihood, without the points of rules");
  });

  it("says derived indicators as formulas, and what they give where a part is missing", () => {
    expect(english).toContain("- **Is:** netMass divided by grossMass");
    expect(english).toContain("- **Is:** grossMass less netMass");
    expect(english).toContain("- **Is:** the sum of netMass over the items");
    expect(english).toContain("- **Is:** the share of the sum of netMass that some items make up\n- **Over items with:** hsCode is stated");
    expect(english).toContain("- **If the divisor is 0:** missing: failed");
  });

  it("says all of it in Vietnamese too", () => {
    expect(vietnamese).toContain("# Đồ gỗ");
    expect(vietnamese).toContain("#### cheap: Rẻ");
    expect(vietnamese).toContain("- **Điều kiện:** tất cả\n  - unitValue nhỏ hơn 20000 VND/kg");
    expect(vietnamese).toContain("- **Kết quả:** luồng ít nhất là đỏ; ít nhất vàng nếu không xác định được");
    expect(headings(describeProfileOrThrow(full, { language: "vi" }).sections)).toHaveLength(
      headings(describeProfileOrThrow(full, { language: "en" }).sections).length,
    );
  });

  it("draws the thresholds and bars in HTML, and says them too", () => {
    const html = renderDocumentHtml(describeProfileOrThrow(full, { language: "en" }));
    expect(whyNotWellFormed(html.replace("<!DOCTYPE html>\n", ""))).toBeUndefined();
    expect(textOf(html)).toContain("start −15; yellow from −10; red from −4.");
  });

  it("is refused in a language without messages", () => {
    expect(describeProfile(full, { language: "de" as never })).toMatchObject({ ok: false, issues: [{ code: "value.invalid", path: ["language"] }] });
  });

  it("names every rule, term, list and indicator of any profile, in either language, and renders well", () => {
    fc.assert(
      fc.property(profiles(), fc.constantFrom("en" as const, "vi" as const), (document, language) => {
        const described: ReadableDocument = describeProfileOrThrow(compiled(document), { language });
        const said = headings(described.sections).join("\n");
        for (const { rules, model } of Object.values(document.domains)) {
          for (const { id } of rules) expect(said).toContain(`${id}: `);
          for (const { id } of model?.terms ?? []) expect(said).toContain(id);
        }
        const markdown = renderDocumentMarkdown(described);
        for (const { rules, model } of Object.values(document.domains)) {
          for (const id of [...rules.flatMap(({ when }) => leavesOf(when).map(({ indicator }) => indicator)), ...(model?.terms ?? []).flatMap(indicatorsOf)]) {
            expect(markdown).toContain(`| ${id} | `);
          }
        }
        expect(markdown).not.toMatch(/undefined|NaN|\[object/);
        expect(whyNotWellFormed(renderDocumentHtml(described).replace("<!DOCTYPE html>\n", ""))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it("lets no text of a profile break out, in Markdown or HTML", () => {
    const text = "`|<script>x</script>\n# heading";
    const hostile = compiled(
      profileWith(
        [ruleOf("evil", { texts: { title: { en: text }, reason: { en: text }, declarant: { en: text } }, basis: { kind: "legal", reference: text } })],
        { title: { en: text } },
        { title: { en: text } },
      ),
    );
    const described = describeProfileOrThrow(hostile, { language: "en" });
    expect(renderDocumentMarkdown(described)).not.toMatch(/^# heading|<script>/m);
    expect(renderDocumentHtml(described)).not.toContain("<script>");
  });
});
