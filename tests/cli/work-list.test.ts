import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createWorkList } from "../../src/cli/work-list/create-work-list.js";
import { listEntry } from "../../src/cli/work-list/list-entry.js";
import type { FullExplanation } from "../../src/explanation/explanation.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { hasBrowser, openBrowser, openPage, overflowOf, violationsOf, WIDTHS, waitFor } from "../support/browser.js";
import { domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { explainRich, richFacts, richProfile } from "../support/rich-case.js";
import { whyNotWellFormed } from "../support/well-formed.js";
import { runMain } from "./run-main.js";
import { createWorkspace, line, PROFILE, type Workspace } from "./workspace.js";

const profile = compileProfileOrThrow(
  profileWith(
    [ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 10 }, effect: { kind: "points", points: 5, undetermined: 0 } })],
    {
      base: -1,
      thresholds: { yellow: 0, red: 4 },
    },
  ),
  { catalogue: standardCatalogue },
);

/** Explanations of declarations, every third of which is heavy. */
function explanations(count: number): readonly FullExplanation[] {
  return Array.from({ length: count }, (_, index) => {
    const facts = factsOf({}, [{ netMass: index % 3 === 0 ? 20 : 1 }], { id: `D-${String(index).padStart(4, "0")}` });
    return explainRich({}, profile, facts) as FullExplanation & { readonly audience: "officer" };
  });
}

function pageOf(all: readonly FullExplanation[]): string {
  const list = createWorkList(() => "a test");
  for (const explanation of all) list.add(explanation as Parameters<typeof list.add>[0]);
  return list.page();
}

describe("the entry of an explanation", () => {
  it("has what decided it, then the heaviest reasons that raise the domain that decided", () => {
    const entry = listEntry(explainRich() as FullExplanation);
    expect(entry).toMatchObject({ rank: 2, margin: 1_250_000, domain: { id: "revenue" } });
    expect(entry?.why).toEqual(["demand: Cheap for its kind", "cheap: Cheap for its kind", "words: Cheap for its kind"]);
  });

  it("is of the domain that lies furthest above its threshold, in the lowest channel the one that lies least below the next", () => {
    const reachable = (id: string, base: number) =>
      domainOf({ base, thresholds: { yellow: 0 }, rules: [ruleOf(id, { when: { op: "present", indicator: "customsOffice" }, effect: points(9) })] });
    const domains = { far: reachable("a", -5), near: reachable("b", -1), without: domainOf() };
    const several = compileProfileOrThrow(profileOf({ domains }), { catalogue: standardCatalogue });
    expect(listEntry(explainRich({}, several, factsOf()) as FullExplanation)).toMatchObject({ rank: 0, margin: -1_000_000, domain: { id: "near" }, why: [] });
  });

  it("says that chance alone decided, before any reason that an officer could take for suspicion", () => {
    const drawn = compileProfileOrThrow(
      profileWith(
        [ruleOf("some", { effect: points(2) }), ruleOf("other", { when: { op: "present", indicator: "customsOffice" }, effect: points(9) })],
        { base: -9, thresholds: { red: 0 } },
        { selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } },
      ),
      { catalogue: standardCatalogue },
    );
    const entry = listEntry(explainRich({}, drawn, factsOf({ itemCount: 2 })) as FullExplanation);
    expect(entry?.why).toEqual(["drawn at random for red (rate 1)", "some: reason of some"]);
  });

  it("is none where there is no domain", () => {
    expect(listEntry({ ...(explainRich() as FullExplanation), domains: [] })).toBeUndefined();
  });
});

describe("the page of a work list", () => {
  it("is one file that runs its own script alone, and the same for the same data", () => {
    const page = pageOf(explanations(3));
    expect(page).toMatch(/script-src &#39;sha256-[\w+/]{43}=&#39;/);
    expect(page.replace(/<script>[\s\S]*?<\/script>/, "")).not.toMatch(/<script(?! id="data" type="application\/json">)|<link|\ssrc=|\son\w+=/);
    expect(whyNotWellFormed(page.replace("<!DOCTYPE html>\n", "").replace(/<script[\s\S]*?<\/script>/g, ""))).toBeUndefined();
    expect(pageOf(explanations(3))).toBe(page);
  });

  it("is there without any declaration, and leaves out what has no domain", () => {
    expect(pageOf([])).toContain('"rows":[]');
    expect(pageOf([{ ...(explainRich() as FullExplanation), domains: [] }])).toContain('"rows":[]');
  });

  it("holds no hostile text that could end its data early", () => {
    const text = "</script><script>window.ran=true</script><!-- ]]> \u2028";
    expect(pageOf([explainRich({}, richProfile(text), richFacts(text)) as FullExplanation]).match(/<\/script>/g)).toHaveLength(2);
  });

  it("is not for a declarant", () => {
    expect(() => createWorkList(() => "").add(explainRich({ viewer: { role: "declarant" } }))).toThrow("for staff");
  });
});

describe("score --html", () => {
  let work: Workspace;
  let base: readonly string[];

  beforeAll(() => {
    work = createWorkspace();
    const input = work.write("in.jsonl", `${line("one", { description: "scrap" })}\n${line("two")}\n`);
    base = ["score", "--profile", work.write("profile.json", PROFILE), "--input", input, "--format", "json"];
  });

  afterAll(() => work.remove());

  it("writes the page beside the lines, which then hold explanations", async () => {
    const run = await runMain([...base, "--html", work.path("list.html")]);
    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(
      run.stdout
        .trim()
        .split("\n")
        .map((text) => JSON.parse(text).explanation.language),
    ).toEqual(["en", "en"]);
    expect(work.read("list.html")).toContain("in.jsonl, hostile 1");
    await runMain([...base, "--explain", "vi", "--html", work.path("list.html")]);
    expect(work.read("list.html")).toContain('<html lang="vi">');
  });

  it("refuses a viewer who is a declarant", async () => {
    const alerts = work.write("alerts.json", { schema: "consignment-risk/alerts@1", administration: "VN", purpose: "customs", alerts: [] });
    const viewer = work.write("viewer.json", { organisation: "x", role: "declarant", clearances: [], purposes: [] });
    const run = await runMain([...base, "--alerts", alerts, "--viewer", viewer, "--html", work.path("none.html")]);
    expect(run.stderr).toContain("the viewer is a declarant");
    expect(run.status).toBe(2);
    expect(work.has("none.html")).toBe(false);
  });
});

describe.skipIf(!hasBrowser)("a work list in a browser", () => {
  let browser: Browser;
  let page: Page;
  const ids = (): Promise<readonly string[]> => page.evaluate("[...document.querySelectorAll('.entry .id')].map((id) => id.textContent)");
  const count = (): Promise<string> => page.evaluate("document.getElementById('count').textContent");
  const set = (id: string, value: string): Promise<void> =>
    page.evaluate(
      `(() => { const field = document.getElementById("${id}"); field.value = "${value}"; field.dispatchEvent(new Event("input", { bubbles: true })); })()`,
    );
  const opened = (): Promise<void> => waitFor(page, "document.querySelector('dialog[open] article h2')?.textContent");

  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, pageOf(explanations(230)));
  });

  afterAll(async () => {
    await browser.close();
  });

  it("shows a hundred, the most urgent first, and more when asked", async () => {
    expect((await ids()).slice(0, 3)).toEqual(["D-0000", "D-0003", "D-0006"]);
    expect(await ids()).toHaveLength(100);
    expect(await count()).toBe("230 of 230");
    await page.evaluate("document.getElementById('more').click()");
    await page.evaluate("document.getElementById('more').click()");
    expect(await ids()).toHaveLength(230);
    expect(await page.evaluate("document.getElementById('more').hidden")).toBe(true);
  });

  it("filters by channel, domain and words, and sorts", async () => {
    await page.evaluate("document.querySelector('input[name=channel][value=\"0\"]').click()");
    expect(await count()).toBe("77 of 230");
    await set("search", "D-0003 HEAVY");
    expect(await ids()).toEqual(["D-0003"]);
    await set("search", "");
    await set("domain", "0");
    expect(await count()).toBe("77 of 230");
    await page.evaluate("document.querySelector('input[name=channel][value=\"0\"]').click()");
    for (const order of ["id", "time"]) {
      await set("sort", order);
      expect((await ids()).slice(0, 3)).toEqual(["D-0000", "D-0001", "D-0002"]);
    }
    await set("sort", "points");
    expect((await ids())[1]).toBe("D-0003");
  });

  it("opens an explanation at a click, steps to the next, and closes with Escape, back where it was", async () => {
    await set("sort", "id");
    await page.evaluate("document.querySelectorAll('.entry button')[60].focus()");
    await page.keyboard.press("Enter");
    await opened();
    const heading = (): Promise<string> => page.evaluate("document.querySelector('dialog article h2').textContent");
    expect(await heading()).toContain("Declaration D-0060");
    await page.evaluate("document.getElementById('next').click()");
    await waitFor(page, "document.querySelector('dialog article h2').textContent.includes('D-0061')");
    await page.evaluate("document.getElementById('previous').click()");
    await waitFor(page, "document.querySelector('dialog article h2').textContent.includes('D-0060')");
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.getElementById('dialog').open")).toBe(false);
    expect(await page.evaluate("document.activeElement.dataset.row")).toBe("60");
  });

  it("has nothing that axe-core finds wrong, light or dark, and fits a phone, a tablet and a desk", async () => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 812 });
      expect(await overflowOf(page)).toBe(0);
    }
    await page.setViewportSize({ width: 375, height: 812 });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOf(page, ["color-contrast"])).toEqual([]);
  });

  it("shows hostile texts as texts, in the list and in explanations", async () => {
    const inputs = JSON.parse(readFileSync(new URL("../hostile/hostile-inputs.json", import.meta.url), "utf8")) as readonly { class: string; js: string }[];
    const texts = inputs.filter((input) => input.class === "markup").map(({ js }) => (JSON.parse(js) as string).toWellFormed());
    const text = `</script><script>window.ran=true</script><img src=x onerror="window.ran=true">${texts.join(" ")}`.slice(0, 300);
    const hostile = await openPage(browser, pageOf([explainRich({}, richProfile(text), richFacts(text)) as FullExplanation]));
    const asked: string[] = [];
    hostile.on("request", (request) => asked.push(request.url()));
    await hostile.evaluate("document.querySelector('.entry button').click()");
    await waitFor(hostile, "document.querySelector('dialog[open] article')");
    expect(asked).toEqual([]);
    expect(await hostile.evaluate("window.ran")).toBeUndefined();
    expect(await hostile.evaluate("document.body.textContent")).toContain('<img src=x onerror="window.ran=true">');
    expect(await hostile.evaluate("document.querySelectorAll('img, script:not([type])').length")).toBe(1);
    await hostile.context().close();
  });
});
