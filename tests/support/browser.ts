import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Where Debian's package puts Chromium, unless told. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether pages can be tried in a browser here; where not, their tests are skipped. */
export const hasBrowser = existsSync(executablePath);

if (!hasBrowser) console.warn(`no Chromium at ${executablePath}: pages are not tried in a browser (set CHROMIUM to its path)`);

/** Starts headless Chromium; who starts it ends it. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** The widths of a phone, a tablet and a desk. */
export const WIDTHS = [375, 768, 1280] as const;

/** Opens a page that a program has written, without a network. */
export async function openPage(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  // a navigation rather than `setContent`, so that the page's own policy holds
  await page.route("**/*", (route) =>
    route.request().url() === "http://page.test/" ? route.fulfill({ contentType: "text/html", body: html }) : route.abort(),
  );
  await page.goto("http://page.test/");
  return page;
}

/** What axe-core finds wrong with a page, one line per rule; some of its rules only, where told. */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: readonly { id: string; help: string; nodes: readonly { html: string }[] }[] }>(
    `axe.run(${rules === undefined ? "" : JSON.stringify({ runOnly: rules })})`,
  );
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** How far a page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate("document.documentElement.scrollWidth - innerWidth");
}
