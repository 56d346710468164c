// Makes a work list of invented declarations with the built command, opens it in headless Chromium and measures what its reader waits for.
// Usage: node benchmarks/work-list.mjs [declarations]; CHROMIUM names the browser unless it is /usr/bin/chromium.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const count = process.argv[2] ?? "10000";
const folder = mkdtempSync(join(tmpdir(), "consignment-risk-work-list-"));
const file = (name) => join(folder, name);
const command = (...args) => execFileSync(process.execPath, ["dist/cli.js", ...args], { cwd: new URL("../", import.meta.url) });

try {
  command("generate", "--count", count, "--seed", "7", "--output", file("in.jsonl"));
  writeFileSync(file("key"), "a key for measurements, known to all");
  const started = performance.now();
  command(
    ...["score", "--profile", "docs/examples/vietnam-import.json", "--input", file("in.jsonl"), "--format", "json"],
    ...["--selection-key-file", file("key"), "--output", file("out.jsonl"), "--html", file("list.html")],
  );
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${count} assessments scored, explained and written in ${seconds.toFixed(1)} s; the page has ${(statSync(file("list.html")).size / 1e6).toFixed(1)} MB`,
  );

  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  const opened = performance.now();
  await page.goto(`file://${file("list.html")}`);
  await page.locator(".entry").first().waitFor();
  console.log(`opened, first entries shown: ${(performance.now() - opened).toFixed(0)} ms`);
  // from the event to the frame that shows what came of it
  const measure = (what, act) =>
    page
      .evaluate(
        `(async () => { const start = performance.now(); await (${act})(); await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); return performance.now() - start; })()`,
      )
      .then((ms) => console.log(`${what}: ${ms.toFixed(0)} ms`));
  const input = (id, value) =>
    `() => { const field = document.getElementById("${id}"); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event("input", { bubbles: true })); }`;
  await measure("search for `low unit value`", input("search", "low unit value"));
  await measure("search for nothing again", input("search", ""));
  await measure("sort by number", input("sort", "id"));
  await measure("sort by points", input("sort", "points"));
  await measure("one domain", input("domain", "3"));
  await measure("one channel less", `() => document.querySelector("input[name=channel]").click()`);
  await measure(
    "an explanation opened",
    `async () => { document.querySelector(".entry button").click(); while (!document.querySelector("#explanation article")) await new Promise((done) => setTimeout(done)); }`,
  );
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
