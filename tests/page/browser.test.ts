import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BacktestReport } from "../../src/evaluation/report/backtest-report.js";
import { renderBacktestReport } from "../../src/evaluation/report/render-backtest-report.js";
import { describeProfileOrThrow } from "../../src/explanation/describing/describe-profile.js";
import { renderHtml } from "../../src/explanation/html/render-html.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { renderDocumentHtml } from "../../src/page/render-document-html.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { sampleReport } from "../evaluation/report/sample.js";
import { hasBrowser, openBrowser, openPage, overflowOf, violationsOf, WIDTHS } from "../support/browser.js";
import { explainRich, richFacts, richProfile } from "../support/rich-case.js";

/** Two of the domains: the others repeat them. */
function smallReport(): BacktestReport {
  const report = sampleReport(100);
  return { ...report, domains: report.domains.slice(0, 2) };
}

function exampleProfile(): CompiledProfile {
  const path = new URL("../../docs/examples/vietnam-import.json", import.meta.url);
  return compileProfileOrThrow(JSON.parse(readFileSync(path, "utf8")), { catalogue: standardCatalogue });
}

describe.skipIf(!hasBrowser)("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  describe.each([
    ["an explanation", () => renderHtml(explainRich({ viewer: { role: "auditor" } }))],
    ["the report of a backtest", () => renderBacktestReport(smallReport())],
    ["a profile described", () => renderDocumentHtml(describeProfileOrThrow(exampleProfile(), { language: "en" }))],
  ] as const)("%s", (_, render) => {
    const html = render();

    it("has nothing that axe-core finds wrong, light or dark", async () => {
      const page = await openPage(browser, html, { viewport: { width: 375, height: 812 } });
      expect(await violationsOf(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violationsOf(page, ["color-contrast"])).toEqual([]);
      await page.context().close();
    });

    it("fits a phone, a tablet and a desk", async () => {
      const page = await openPage(browser, html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflowOf(page)).toBe(0);
      }
      await page.context().close();
    });
  });

  it("conditions are open, and fold with the keyboard", async () => {
    const page = await openPage(browser, renderHtml(explainRich()));
    const isOpen = (): Promise<boolean> => page.evaluate("document.querySelector('details').open");
    await page.evaluate("document.querySelector('summary').focus()");
    await page.keyboard.press("Enter");
    expect(await isOpen()).toBe(false);
    await page.reload();
    expect(await isOpen()).toBe(true);
    await page.context().close();
  });

  it("hostile texts show as texts: nothing runs, loads or opens", async () => {
    const inputs = JSON.parse(readFileSync(new URL("../hostile/hostile-inputs.json", import.meta.url), "utf8")) as readonly { class: string; js: string }[];
    const texts = inputs.filter((input) => input.class === "markup").map(({ js }) => JSON.parse(js) as string);
    expect(texts.length).toBeGreaterThanOrEqual(4);
    const text = `${texts.join(" ").slice(0, 200)}<script>window.ran=true</script><img src=x onerror="window.ran=true">`;
    const page = await openPage(browser, renderHtml(explainRich({}, richProfile(text), richFacts(text))));
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    expect(asked).toEqual(["http://page.test/"]);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(await page.evaluate("document.querySelector('article').textContent")).toContain("<script>window.ran=true</script>");
    await page.context().close();
  });
});
