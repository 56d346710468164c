import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FullExplanation } from "../../src/explanation/explanation.js";
import { renderHtml } from "../../src/explanation/html/render-html.js";
import { renderMarkdown } from "../../src/explanation/render-markdown.js";
import { renderText } from "../../src/explanation/render-text.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { domainOf, factsOf, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { explainRich, richFacts, richProfile } from "../support/rich-case.js";
import { elementsOf, textOf, whyNotWellFormed } from "../support/well-formed.js";

const ledger = { rules: [{ domain: "revenue", rule: "cheap", fires: 12, inspected: 4, hits: 1, precision: { rate: 0.25, lower: 0.05, upper: 0.7 } }] };
const officer = explainRich({ ledger }) as FullExplanation & { readonly audience: "officer" };
const html = renderHtml(officer);
const markdown = renderMarkdown(officer);

const asXml = (page: string) => page.replace("<!DOCTYPE html>\n", "");

/** Every text among the hostile inputs. */
const hostile = (JSON.parse(readFileSync(new URL("../hostile/hostile-inputs.json", import.meta.url), "utf8")) as readonly { id: string; js: string }[]).flatMap(
  ({ id, js }) => {
    try {
      const text: unknown = JSON.parse(js);
      // parsers refuse lone surrogates in facts and profiles
      return typeof text === "string" && text.length > 0 && text.length < 1000 ? [[id, text.toWellFormed()] as const] : [];
    } catch {
      return [];
    }
  },
);

describe("the condition of a reason", () => {
  const reasonOf = (id: string) => officer.domains[0]?.reasons.find((reason) => reason.id === id)?.condition;

  it("has the shape of the rule's condition, each part in words with its truth and what it read", () => {
    expect(reasonOf("cheap")).toEqual({
      text: "all of",
      truth: true,
      of: [
        { text: "netMass is less than 5", truth: true, fact: 1, unit: "kg", of: [] },
        { text: "not", truth: true, of: [{ text: "customsValue is stated", truth: false, fact: { missing: "absent" }, unit: "VND", of: [] }] },
      ],
    });
    expect(reasonOf("office")?.of.map(({ truth }) => truth)).toEqual([true, false]);
    expect(reasonOf("unknown")).toMatchObject({ truth: "unknown", fact: { missing: "absent" } });
  });

  it("holds where the rule applies beside what it asks", () => {
    expect(reasonOf("land")).toMatchObject({
      text: "all of",
      truth: true,
      of: [{ text: "customsOffice starts with A, B" }, { text: "customsOffice is stated" }],
    });
  });

  it("shows at most five items, those that hold first, and counts the rest", () => {
    const mixed = factsOf({ customsOffice: "A" }, [
      ...["wood", "scrap", "glass", "paper", "more wood", "scrap of iron"].map((goodsDescription) => ({ goodsDescription })),
      { netMass: 3 },
    ]);
    const explained = explainRich({}, richProfile(), mixed) as FullExplanation;
    const tree = explained.domains[0]?.reasons.find(({ id }) => id === "words")?.condition;
    expect(tree?.of.map(({ item, truth }) => [item, truth])).toEqual([
      [2, true],
      [6, true],
      [7, "unknown"],
      [1, false],
      [3, false],
    ]);
    expect(tree?.further).toBe(2);
  });

  it("is there for a mandatory rule, in the first place where it came to its outcome", () => {
    expect(officer.domains[0]?.silent).toMatchObject([{ id: "demand", outcome: "fired", condition: { text: "at least 1 of", truth: true } }]);
    const byItem = compileProfileOrThrow(
      profileWith([ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 10 }, effect: { kind: "channel", channel: "red" } })]),
      { catalogue: standardCatalogue },
    );
    const found = explainRich({}, byItem, factsOf({}, [{ netMass: 1 }, { netMass: 20 }])) as FullExplanation;
    expect(found.domains[0]?.silent).toMatchObject([{ id: "heavy", condition: { item: 2, truth: true } }]);
  });
});

describe("renderHtml", () => {
  it("gathers domains in which nothing adds to the average case, instead of a heading each", () => {
    const domains = {
      busy: domainOf({ title: { en: "Busy" }, rules: [ruleOf("many")] }),
      still: domainOf({ title: { en: "Still" }, base: -7 }),
      calm: domainOf({ title: { en: "Calm" } }),
    };
    const several = compileProfileOrThrow(profileOf({ domains }), { catalogue: standardCatalogue });
    const page = renderHtml(explainRich({}, several, factsOf({ itemCount: 2 })));
    const headings = elementsOf(page, "h2").map((heading) => heading.replace(/<[^>]+>/g, ""));
    expect(headings).toEqual(["What decided it", "Busy: +1.0 points, green", "Domains in which nothing adds to the average case"]);
    expect(elementsOf(page, "section").at(-1)).toContain("<li>Calm: +0.0 points, green</li><li>Still: −7.0 points, green</li>");
  });

  it("gives one well-formed file that loads and runs nothing, the same bytes for the same data", () => {
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="en">')).toBe(true);
    expect(whyNotWellFormed(asXml(html))).toBeUndefined();
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).not.toMatch(/<script|<link|<img|\son\w+=|javascript:|src=|NaN|undefined|Infinity/);
    expect(renderHtml(JSON.parse(JSON.stringify(officer)))).toBe(html);
  });

  it("shows the channel, what decided it, every reason with its facts, basis and record, and every part of its condition", () => {
    const text = textOf(html);
    for (const shown of [
      "Declaration iron scrap, as of",
      "▲ red",
      "the mandatory rule demand demands red",
      "+8.00 cheap: Cheap for its kind (item 1)",
      "netMass (item 1) = 1 kg",
      "version 1, legal basis: Cheap for its kind",
      "fired 12 times before, 1 findings in 4 known outcomes (25.0%, 95% interval 5.0% to 70.0%)",
      "✓ true netMass is less than 5 (1 kg)",
      "✗ false customsValue is stated (not stated)",
      "? unknown importerPriorDeclarations is more than 3 (not stated)",
      "and 2 further items",
      "item 2 would by itself reach red",
      "Rules that add no points",
      "demand: fired: Cheap for its kind",
      "What was not known",
    ]) {
      expect(text).toContain(shown);
    }
  });

  it("draws how the points add up, named for those who do not see it, the lightest reasons together", () => {
    const [picture = ""] = elementsOf(html, "svg");
    expect(whyNotWellFormed(picture)).toBeUndefined();
    expect(picture).toMatch(/role="img" aria-labelledby="domain-1-sum-title domain-1-sum-desc"><title id="[^"]+">How the points of/);
    expect(picture).toContain("yellow from +2.0, red from +9.5");
    expect(picture).toContain("8 other reasons");
    // a dot for the base and one for the sum, a bar for each of the twelve reasons and the rest
    expect(picture.match(/<circle/g)).toHaveLength(2);
    expect(picture.match(/<rect/g)).toHaveLength(13);
    const [base, sum] = [...picture.matchAll(/<circle class="dot" cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    const [yellow, red] = [...picture.matchAll(/<line class="threshold" x1="([\d.]+)"/g)].map(([, x]) => Number(x));
    // -5 to 10.75 points over 380 units
    expect([base, yellow, red, sum].map((x) => Math.round(x ?? 0))).toEqual([10, 179, 360, 390]);
  });

  it("draws nothing for a domain with its base alone, and a reason that moves nothing far", () => {
    const still = compileProfileOrThrow(profileWith([]), { catalogue: standardCatalogue });
    expect(renderHtml(explainRich({}, still))).not.toContain("<svg");
    const mild = compileProfileOrThrow(
      profileWith([
        ruleOf("a", { when: { op: "present", indicator: "customsOffice" }, effect: { kind: "points", points: 1, undetermined: 0 } }),
        ruleOf("b", { when: { op: "present", indicator: "customsOffice" }, effect: { kind: "points", points: -1, undetermined: 0 } }),
      ]),
      { catalogue: standardCatalogue },
    );
    expect(renderHtml(explainRich({}, mild))).not.toMatch(/NaN|Infinity/);
  });

  it("cuts long names in the picture, never in the list", () => {
    const id = `rule-${"x".repeat(55)}`;
    const long = compileProfileOrThrow(profileWith([ruleOf(id, { when: { op: "present", indicator: "customsOffice" } })]), { catalogue: standardCatalogue });
    const page = renderHtml(explainRich({}, long));
    expect(elementsOf(page, "svg")[0]).toContain(`${id.slice(0, 45)}…`);
    expect(textOf(page)).toContain(`${id}: reason of`);
  });

  it("gives a declarant the channel and the notices, and nothing else", () => {
    const page = renderHtml(explainRich({ viewer: { role: "declarant" } }));
    expect(whyNotWellFormed(asXml(page))).toBeUndefined();
    expect(elementsOf(page, "main")).toEqual([
      '<main><article class="explanation"><h1>Declaration iron scrap was assigned to the channel red.</h1><ul><li>Cheap for its kind</li></ul></article></main>',
    ]);
    const silent = compileProfileOrThrow(profileWith([]), { catalogue: standardCatalogue });
    expect(renderHtml(explainRich({ viewer: { role: "declarant" } }, silent))).not.toContain("<ul>");
  });

  it("gives an auditor every rule and what a replay needs", () => {
    const text = textOf(renderHtml(explainRich({ viewer: { role: "auditor" } })));
    expect(text).toContain("revenue.cheap 1: fired");
    expect(text).toMatch(/For a replay profile test 1\.0\.0 sha256:[0-9a-f]{64}/);
  });

  it("speaks Vietnamese", () => {
    const page = renderHtml(explainRich({ language: "vi" }));
    expect(page).toContain('<html lang="vi">');
    const text = textOf(page);
    for (const shown of ["luồng đỏ", "Từng phần của điều kiện", "đúng", "và 2 dòng hàng khác", "8 lý do khác", "đỏ từ +9.5", "phiên bản 1, căn cứ pháp lý"])
      expect(text).toContain(shown);
  });

  it("gives channels signs by their place, also channels of one's own", () => {
    const names = explainRich(
      {},
      compileProfileOrThrow(
        {
          ...richProfile().document,
          channels: ["a", "b", "c"],
          domains: { revenue: { ...richProfile().document.domains.revenue, rules: [], thresholds: { b: -6 } } },
          selection: { channel: "c" },
        },
        { catalogue: standardCatalogue },
      ),
    );
    expect(textOf(renderHtml(names))).toContain("◆ b");
  });
});

describe("renderMarkdown", () => {
  it("shows what the page shows", () => {
    for (const shown of [
      "# Declaration iron scrap, as of",
      "- yellow from +2.0\n- red from +9.5",
      "| +8.00 | cheap: Cheap for its kind (item 1)<br>version 1, legal basis: Cheap for its kind<br>fired 12 times before",
      "| netMass (item 1) = 1 kg<br>customsValue (item 1) = not stated |",
      "| **+10.75** | **sum** | |",
      "### Other items that reach a threshold\n\nitem 2 would by itself reach red with +10.75 points\n",
      "- cheap (item 1)\n  - **true**: all of\n    - **true**: netMass is less than 5 (1 kg)\n",
      "  - and 2 further items",
      "- demand\n  - **true**: at least 1 of\n",
      "## What was not known",
    ]) {
      expect(markdown).toContain(shown);
    }
  });

  it("gives a declarant the channel and the notices, and an auditor every rule and what a replay needs", () => {
    expect(renderMarkdown(explainRich({ viewer: { role: "declarant" } }))).toBe(
      "# Declaration iron scrap was assigned to the channel red.\n\n- Cheap for its kind\n",
    );
    expect(renderMarkdown(explainRich({ viewer: { role: "auditor" } }))).toMatch(
      /## All rules\n[\s\S]+- revenue\.cheap 1: fired\n[\s\S]+## For a replay\n\n- profile test 1\.0\.0/,
    );
  });

  it("leaves out what there is nothing of", () => {
    const still = renderMarkdown(explainRich({}, compileProfileOrThrow(profileWith([]), { catalogue: standardCatalogue })));
    expect(still).not.toMatch(/###|What was not known/);
  });
});

describe("a hostile text", () => {
  const explanations = (text: string) =>
    (["officer", "auditor", "declarant"] as const).map((role) => explainRich({ viewer: { role } }, richProfile(text), richFacts(text)));
  const plainTags = new Set([...renderHtml(explainRich({ viewer: { role: "auditor" } })).matchAll(/<([a-z]+)[ >/]/g)].map(([, name]) => name));
  const shape = (text: string) => text.split("\n").map((line) => line.replace(/^(\s*(?:#+|-|\||\*\*)?).*/, "$1"));
  const plainShape = explanations("plain").map((explanation) => shape(renderMarkdown(explanation)));

  it("is known", () => {
    expect(hostile.length).toBeGreaterThan(15);
  });

  it.each(hostile)("%s breaks out of no rendering", (_, text) => {
    for (const [index, explanation] of explanations(text).entries()) {
      const page = renderHtml(explanation);
      expect(whyNotWellFormed(asXml(page))).toBeUndefined();
      expect([...page.matchAll(/<([a-z]+)[ >/]/g)].every(([, name]) => plainTags.has(name))).toBe(true);
      expect(page).not.toMatch(/<script|<img|\son\w+="/);
      const written = renderMarkdown(explanation);
      expect(shape(written)).toEqual(plainShape[index]);
      expect(written.replaceAll("<br>", "")).not.toMatch(/(?<!\\)<|(?<!\\)`|https?:\/\//);
      expect(renderText(explanation)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});
