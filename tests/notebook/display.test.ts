import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import type { Backtest } from "../../src/evaluation/backtest.js";
import { describeChangesOrThrow } from "../../src/explanation/describing/describe-changes.js";
import { describeProfileOrThrow } from "../../src/explanation/describing/describe-profile.js";
import { renderText } from "../../src/explanation/render-text.js";
import { display, type MimeBundle } from "../../src/notebook/display.js";
import { sampleReport } from "../evaluation/report/sample.js";
import { hasBrowser, openBrowser, openPage, overflowOf, violationsOf } from "../support/browser.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../support/documents.js";
import { explainRich, richFacts, richProfile } from "../support/rich-case.js";
import { textOf, whyNotWellFormed } from "../support/well-formed.js";

const shown = (displayed: object): MimeBundle => (displayed as { readonly [key: symbol]: () => MimeBundle })[Symbol.for("Jupyter.display")]?.() as MimeBundle;

const profile = compiled(
  profileWith(
    [
      ruleOf("many", { effect: points(5) }),
      ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 10 }, effect: points(2.5) }),
      ruleOf("mitigates", { effect: points(-1) }),
    ],
    { base: -10, thresholds: { red: -4 } },
  ),
);
const facts = factsOf(
  { itemCount: 2, importerPriorDeclarations: { missing: "notApplicable" }, headerDocumentKinds: [] },
  [{ netMass: 20, hsCode: "940161" }, { netMass: 1 }],
  { id: "D<1>" },
);
const assessment = assessOrThrow(profile, facts);
const calm = assessOrThrow(profile, factsOf({}, [], { id: "D-2" }));
const replay: Backtest = {
  cases: [
    { assessment, outcome: { finding: true }, inspected: true },
    { assessment: calm, outcome: { finding: false }, inspected: true },
    { assessment: { ...calm, id: "D-3" }, outcome: { finding: true }, inspected: true },
    { assessment: { ...calm, id: "D-4", channel: "yellow" }, inspected: false },
  ],
  refused: [{ id: "D-5", issues: [] as never }],
};

const everything = {
  assessment: () => display(assessment),
  "several assessments": () => display([assessment, calm]),
  explanation: () => display(explainRich()),
  "an explanation for an auditor": () => display(explainRich({ viewer: { role: "auditor" } })),
  profile: () => display(profile),
  changes: () => display(describeChangesOrThrow(profile, richProfile(), { language: "en" })),
  document: () => display(describeProfileOrThrow(profile, { language: "vi" })),
  facts: () => display(facts),
  backtest: () => display(replay),
  "backtest report": () => display(sampleReport(60)),
};

/** What notebooks say of everything in an output. */
const NOTEBOOK = ".out dt{float:left;width:20%}.out tr:nth-child(odd){background:red}.out h2{font-weight:200}";

describe("display", () => {
  it("leaves what it wraps as it is, and plain", () => {
    const before = JSON.stringify(assessment);
    const wrapped = display(assessment);
    shown(wrapped);
    expect(wrapped.value).toBe(assessment);
    expect(JSON.stringify(wrapped)).toBe(`{"value":${before}}`);
    expect(JSON.stringify(assessment)).toBe(before);
    expect(Object.getOwnPropertySymbols(assessment)).toEqual([]);
  });

  it.each(Object.entries(everything))("gives %s as HTML, Markdown and text, the same every time", (_, make) => {
    const bundle = shown(make());
    expect(Object.keys(bundle)).toEqual(["text/html", "text/markdown", "text/plain"]);
    expect(whyNotWellFormed(bundle["text/html"].trim())).toBeUndefined();
    expect(bundle["text/html"]).toMatch(/^<div class="consignment-risk" lang="\w+"><style>/);
    for (const text of Object.values(bundle)) expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(shown(make())).toEqual(bundle);
  });

  it("shows an assessment as its domains and what adds up to them", () => {
    const { "text/markdown": markdown } = shown(display(assessment));
    expect(markdown).toContain("# Declaration D\\<1\\>, as of 2026-11-21T08:30:00.000+07:00: channel red");
    expect(markdown).toContain("Selected for inspection: a threshold.");
    expect(markdown).toContain("| revenue | red | −3.5 | 30.9% (not calibrated: it ranks only) |");
    const rows = markdown.split("\n").filter((line) => /^\| (the average|many|heavy|mitigates)/.test(line));
    expect(rows).toEqual([
      "| the average case | declaration | −10.0 |",
      "| many | declaration | +5.0 |",
      "| heavy | item 1 | +2.5 |",
      "| mitigates | declaration | −1.0 |",
    ]);
    expect(shown(display(calm))["text/markdown"]).toContain("Not selected for inspection.");
    expect(shown(display(assessment, { language: "vi" }))["text/markdown"]).toContain("Được chọn để kiểm tra: ngưỡng.");
  });

  it("shows several as one table, the first hundred", () => {
    expect(shown(display([assessment, calm]))["text/markdown"]).toContain("| D\\<1\\> | red | −3.5 |\n| D-2 | green | −10.0 |");
    const many = shown(display(Array.from({ length: 120 }, (_, index) => ({ ...calm, id: `N${index}` }))))["text/markdown"];
    expect(many).toContain("20 more are not shown.");
    expect(many).toContain("| N99 |");
    expect(many).not.toContain("| N100 |");
    expect(shown(display([calm, { ...calm, id: "D-9", domains: {} }]))["text/markdown"]).toContain("| D-9 | green | – |");
  });

  it("shows facts with why some are missing", () => {
    const { "text/markdown": markdown } = shown(display(facts));
    expect(markdown).toContain("| importerPriorDeclarations | (not applicable) |");
    expect(markdown).toContain("| headerDocumentKinds | none |");
    expect(markdown).toContain("| hsCode | 940161 | (not stated) |");
    expect(shown(display(factsOf({ a: ["x", "y"] })))["text/markdown"]).toContain("| a | x, y |");
  });

  it("shows a replay by channel, and a report with its pictures", () => {
    const { "text/markdown": markdown } = shown(display(replay));
    expect(markdown).toContain("| green | 2 | 2 | 1 | 50.0% (9.5% to 90.5%) |");
    expect(markdown).toContain("| yellow | 1 | 0 | 0 | – |");
    expect(markdown).toContain("1 could not be assessed.");
    const report = shown(display(sampleReport(60)));
    expect(report["text/html"]).toContain("<svg");
    expect(report["text/markdown"]).toMatch(/ROC AUC 0\.\d{3}, average precision/);
    expect(report["text/markdown"]).toContain("| top 5% |");
  });

  it("shows an explanation in words, as its renderers say them", () => {
    const explanation = explainRich();
    expect(shown(display(explanation))["text/plain"]).toBe(renderText(explanation));
  });

  it("lets nothing break out", () => {
    const text = "<script>window.ran=true</script>|\n# x";
    const hostile = [display(explainRich({}, richProfile(text), richFacts(text))), display(richProfile(text)), display(richFacts(text))];
    for (const displayed of hostile) expect(shown(displayed)["text/html"]).not.toContain("<script>");
    expect(textOf(shown(hostile[2] as object)["text/html"])).toContain("window.ran");
  });

  describe.skipIf(!hasBrowser)("in a browser", () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
    });

    afterAll(async () => {
      await browser.close();
    });

    it("keeps its style to itself, fits beside other output, and repeats no id", async () => {
      const outputs = [everything.explanation(), everything["an explanation for an auditor"](), everything.profile(), everything.assessment()].map(
        (one) => shown(one)["text/html"],
      );
      const html = `<!DOCTYPE html><html lang="en"><head><title>A notebook</title><style>${NOTEBOOK}</style></head><body><h1 id="own">Own</h1><main class="out">${outputs.join("")}</main></body></html>`;
      const page = await openPage(browser, html, { viewport: { width: 800, height: 900 }, colorScheme: "dark" });
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgba(0, 0, 0, 0)");
      expect(await page.evaluate("getComputedStyle(document.querySelector('.consignment-risk')).backgroundColor")).toBe("rgb(19, 24, 30)");
      expect(await page.evaluate("getComputedStyle(document.getElementById('own')).marginTop")).not.toBe("24px");
      expect(await page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) !== at)")).toEqual([]);
      const styleOf = (selector: string, name: string): Promise<string> =>
        page.evaluate(`getComputedStyle(document.querySelector('.consignment-risk ${selector}')).${name}`);
      expect([await styleOf("dt", "float"), await styleOf("tr", "backgroundColor"), await styleOf("h2", "fontWeight")]).toEqual([
        "none",
        "rgba(0, 0, 0, 0)",
        "600",
      ]);
      expect(await overflowOf(page)).toBe(0);
      expect(await violationsOf(page, ["color-contrast"])).toEqual([]);
      await page.context().close();
    });
  });
});
