import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { BacktestReport } from "../../../src/evaluation/report/backtest-report.js";
import { createBacktestReportOrThrow } from "../../../src/evaluation/report/create-backtest-report.js";
import { formatCount, formatDecimal, formatInterval, formatPointsShort, formatShare } from "../../../src/evaluation/report/format.js";
import { renderBacktestReport } from "../../../src/evaluation/report/render-backtest-report.js";
import { elementsOf, textOf, whyNotWellFormed } from "../../support/well-formed.js";
import { calibratedExample, example, replaySynthetic, sampleReport, summarise } from "./sample.js";

const report = sampleReport(500);
const html = renderBacktestReport(report);
const text = textOf(html);

/** The page without its document type, as one XML element. */
const asXml = (page: string) => page.replace("<!DOCTYPE html>\n", "");

/** Every text of a report, replaced; instants and names that the program itself defines stay. */
function poison(value: unknown, text: string, key = ""): unknown {
  if (Array.isArray(value)) return value.map((entry) => poison(entry, text, key));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, poison(entry, text, name)]));
  return typeof value === "string" && !["schema", "basis", "kind"].includes(key) ? text : value;
}

interface HostileInput {
  readonly id: string;
  readonly class: string;
  readonly js: string;
}

const hostile = JSON.parse(readFileSync(new URL("../../hostile/hostile-inputs.json", import.meta.url), "utf8")) as unknown;
const markup = (Array.isArray(hostile) ? hostile : Object.values(hostile as object).flat()).filter(
  (input): input is HostileInput => (input as HostileInput | undefined)?.class === "markup",
);

describe("renderBacktestReport", () => {
  it("gives one well-formed file with well-formed pictures that loads and runs nothing", () => {
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="en">')).toBe(true);
    expect(whyNotWellFormed(asXml(html))).toBeUndefined();
    const pictures = elementsOf(html, "svg");
    expect(pictures.length).toBeGreaterThan(20);
    for (const picture of pictures) {
      expect(whyNotWellFormed(picture)).toBeUndefined();
      expect(picture).toContain('xmlns="http://www.w3.org/2000/svg"');
    }
    expect(html).not.toMatch(/<script|<link|<img|\son\w+=|javascript:|src=|NaN|undefined|Infinity/);
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toContain("http:");
  });

  it("gives the same bytes for the same data, also after JSON", () => {
    expect(renderBacktestReport(sampleReport(500))).toBe(html);
    expect(renderBacktestReport(JSON.parse(JSON.stringify(report)) as BacktestReport)).toBe(html);
  });

  it("names every picture for those who do not see it, and hides only what a number beside it repeats", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, list = ""] of html.matchAll(/aria-labelledby="([^"]+)"/g)) for (const id of list.split(" ")) expect(ids).toContain(id);
    for (const picture of elementsOf(html, "svg")) {
      if (picture.includes('aria-hidden="true"')) continue;
      expect(picture).toMatch(/role="img" aria-labelledby="[^"]+-title [^"]+-desc"><title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+<\/desc>/);
    }
    for (const [, target = ""] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it("has a caption and named columns on every table, in a region that a keyboard can scroll", () => {
    const tables = elementsOf(html, "table");
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) {
      expect(table).toMatch(/^<table><caption><span>[^<]+<\/span><\/caption><thead>/);
      expect(table).not.toMatch(/<th [^>]*><\/th>/);
    }
    expect(html.match(/role="region" tabindex="0" aria-label="[^"]+"><table>/g)).toHaveLength(tables.length);
  });

  it("shows the numbers of the data", () => {
    const { counts, domains, channels, ledger } = report;
    expect(text).toContain(`Declarations ${formatCount(counts.declarations)}`);
    expect(text).toContain(`${formatShare(counts.findings / counts.outcomes)} ${counts.findings} findings 95% interval ${formatInterval(report.findingRate)}`);
    for (const { ranking, intervals } of domains) {
      ranking?.top.forEach((top, index) => {
        const cells = [formatCount(top.count), formatCount(top.hits), formatShare(top.precision), formatInterval(intervals?.precision[index])];
        expect(text).toContain(` ${cells.join(" ")} ${formatDecimal(top.lift, 1)} ${formatShare(top.recall)} ${formatShare(top.hitsOfBest)} `);
      });
      if (ranking?.rocAuc !== undefined) expect(text).toContain(`ROC AUC ${formatDecimal(ranking.rocAuc, 3)}, Gini ${formatDecimal(ranking.gini, 3)}`);
    }
    for (const { channel, declarations, rate } of channels) {
      expect(text).toMatch(
        new RegExp(`${channel} (selected for inspection )?${formatCount(declarations)} ${formatShare(declarations / counts.declarations)} `),
      );
      if (rate !== undefined) expect(text).toContain(`${formatShare(rate.rate)} ${formatInterval(rate)}`);
    }
    for (const { rule, fires, inspected, hits, uniqueHits } of ledger.rules.filter((record) => record.fires > 0)) {
      expect(text).toContain(rule);
      expect(text).toContain(` ${[fires, inspected, hits, uniqueHits].map(formatCount).join(" ")} `);
    }
    for (const { rule } of ledger.neverFired) expect(text).toContain(`(${rule}, `);
    for (const { levels } of domains.flatMap(({ scorecard }) => scorecard)) {
      for (const { label, points } of levels) expect(text).toContain(`${label} ${formatPointsShort(points)} `);
    }
    for (const bin of domains.flatMap(({ reliability }) => reliability)) {
      expect(text).toContain(`${formatCount(bin.weight)} ${formatShare(bin.meanPrediction)} ${formatShare(bin.findingRate)} ${formatInterval(bin.interval)}`);
    }
    const farthest = Math.max(...(report.drift?.indicators ?? []).map(({ psi }) => psi ?? 0));
    expect(text).toContain(formatDecimal(farthest, 3));
  });

  it("draws the curve where the data are", () => {
    const [curve] = html.match(/<path class="line profile" d="([^"]+)"/) ?? [];
    const gain = report.domains[0]?.gain ?? [];
    const places = gain.map(({ share, recall }) => `${Number((52 + 328 * share).toFixed(2))},${Number((254 - 242 * recall).toFixed(2))}`);
    expect(curve).toContain(`M${places.join("L")}"`);
  });

  it("draws a reliability plot only where the probabilities are calibrated, and says so elsewhere", () => {
    expect(html.match(/Reliability, /g)).toHaveLength(1);
    expect(html.match(/Not drawn: this domain&#39;s scores are not calibrated/g)).toHaveLength(5);
  });

  it("puts caveats in front and says which rates are naive", () => {
    expect(text.indexOf("Before you use these numbers")).toBeLessThan(text.indexOf("Declarations and findings per channel"));
    expect(text).toContain("Declarations and outcomes are invented.");
    expect(text).not.toContain("naive");
    const { replay } = replaySynthetic(example, 300, (index) => index % 3 === 0);
    const weighted = { profile: example, summary: summarise(replay, () => 1 / 3), selectionProbability: () => 1 / 3 };
    const partial = textOf(renderBacktestReport(createBacktestReportOrThrow(replay, weighted)));
    expect(partial).toContain("by inverse selection probability");
    expect(partial).toContain("Precision (naive, biased)");
    expect(partial).toContain("Not known");
    expect(partial).toContain("Without weights (naive, biased)");
    expect(textOf(renderBacktestReport(createBacktestReportOrThrow(replay, { profile: example, summary: summarise(replay) })))).toContain(
      "NAIVE, BIASED: the selection was after findings",
    );
  });

  it("shows what the replay's own inspections say beside what all outcomes say", () => {
    const rate = { rate: 0.2, lower: 0.1, upper: 0.3, inspected: 50 };
    const estimates = {
      population: 500,
      unreachable: 0,
      weighted: rate,
      random: { ...rate, rate: 0.25 },
      naive: { ...rate, rate: 0.5, biased: true },
    } as const;
    const inspection = { inspected: 50, estimates, allOutcomes: rate };
    expect(textOf(renderBacktestReport({ ...report, inspection }))).toContain(
      "20.0% 95% interval 10.0% to 30.0% by inverse selection probability naive (biased): 50.0%",
    );
    const randomOnly = { ...inspection, estimates: { ...estimates, weighted: undefined } };
    expect(textOf(renderBacktestReport({ ...report, inspection: randomOnly }))).toContain("25.0% 95% interval 10.0% to 30.0% from its random share alone");
    const none = { ...inspection, estimates: { ...estimates, weighted: undefined, random: undefined } };
    expect(textOf(renderBacktestReport({ ...report, inspection: none }))).not.toContain("inspections would tell");
  });

  it("cuts long tables where told and counts the rest", () => {
    const short = textOf(renderBacktestReport(report, { rules: 2, indicators: 3 }));
    const fired = report.ledger.rules.filter(({ fires }) => fires > 0).length;
    expect(short).toContain(`${fired - 2} further rules that fired less often not shown.`);
    expect(short).toContain(`${(report.drift?.indicators.length ?? 0) - 3} further indicators that moved less not shown.`);
  });

  it.each(markup.map(({ id, js }) => [id, JSON.parse(js) as string]))("keeps hostile text %s from breaking out of any place", (_, hostileText) => {
    const poisoned = renderBacktestReport(poison(report, hostileText) as BacktestReport);
    expect(whyNotWellFormed(asXml(poisoned))).toBeUndefined();
    for (const picture of elementsOf(poisoned, "svg")) expect(whyNotWellFormed(picture)).toBeUndefined();
    expect(poisoned).not.toMatch(/<script|<img|<svg onload|\u0000/);
    expect([...poisoned.matchAll(/<([a-z]+)[ >/]/g)].every(([, name = ""]) => html.includes(`<${name}`))).toBe(true);
  });

  it("knows hostile texts", () => {
    expect(markup.length).toBeGreaterThanOrEqual(4);
  });

  it("shows a profile's own hostile texts as texts", () => {
    const title = { en: '"><svg onload=alert(1)>\u202E' };
    const base = calibratedExample();
    const revenue = base.domains.revenue;
    if (revenue === undefined) throw new Error("no revenue domain");
    const page = renderBacktestReport(sampleReport(30, { profile: { ...base, title, domains: { ...base.domains, revenue: { ...revenue, title } } } }));
    expect(whyNotWellFormed(asXml(page))).toBeUndefined();
    expect(page).toContain("Backtest of &quot;&gt;&lt;svg onload=alert(1)&gt;\uFFFD");
  });

  it("renders what has no outcomes, no cases, no rules or no facts to compare", () => {
    const blind = createBacktestReportOrThrow(replaySynthetic(example, 20, () => false).replay, { profile: example });
    const empty = createBacktestReportOrThrow(
      { cases: [], refused: [] },
      { profile: example, source: "nowhere", drift: { reference: "a", current: "b", indicators: [] } },
    );
    const bare = { ...empty, ledger: { ...empty.ledger, rules: [], neverFired: [] }, domains: [], channels: [], caveats: [], source: "x" };
    for (const page of [blind, empty, bare].map((given) => renderBacktestReport(given))) {
      expect(whyNotWellFormed(asXml(page))).toBeUndefined();
      expect(page).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(textOf(renderBacktestReport(blind))).toContain("its order cannot be measured");
    expect(textOf(renderBacktestReport(empty))).toContain("No rule fired.");
    expect(textOf(renderBacktestReport(empty))).toContain("No indicator was compared.");
    expect(textOf(renderBacktestReport(bare))).toContain("The profile has no rules.");
  });

  it("renders degenerate domains: no cutoffs, no findings, one score, calibrated without outcomes", () => {
    const { replay } = replaySynthetic(calibratedExample(), 40);
    const clean = { ...replay, cases: replay.cases.map((tested) => ({ ...tested, outcome: { finding: false } })) };
    const page = renderBacktestReport(createBacktestReportOrThrow(clean, { profile: calibratedExample(), summary: summarise(clean) }));
    expect(whyNotWellFormed(asXml(page))).toBeUndefined();
    expect(textOf(page)).toContain("There is no finding, so there is no gain curve.");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    const [domain] = report.domains;
    if (domain?.ranking === undefined) throw new Error("no ranking");
    const { probability: _, ...calibrated } = { ...domain, calibrated: true, ranking: { ...domain.ranking, top: [] } };
    const odd = textOf(renderBacktestReport({ ...report, domains: [calibrated] }));
    expect(odd).toContain("the probabilities are calibrated, but no outcome is known");
    expect(odd).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("names how far each indicator moved and where the most", () => {
    const bins = [
      { label: "a", reference: 50, current: 25, contribution: 0.1 },
      { label: "b", reference: 50, current: 75, contribution: 0.2 },
    ];
    const still = [{ label: "a", reference: 1, current: 1, contribution: 0 }];
    const indicators = [
      { indicator: "none", level: "item", kind: "categorical", psi: undefined, signal: undefined, bins: [] },
      { indicator: "also", level: "item", kind: "categorical", psi: undefined, signal: undefined, bins: [] },
      { indicator: "still", level: "header", kind: "numeric", psi: 0, signal: "stable", bins: still },
      { indicator: "moved", level: "header", kind: "categorical", psi: 0.3, signal: "large", bins },
    ] as const;
    const page = textOf(renderBacktestReport({ ...report, drift: { reference: "spring", current: "autumn", indicators } }));
    expect(page).toContain("From spring to autumn.");
    expect(page).toMatch(
      /moved header, categorical 0\.300 large b: 50\.0% to 75\.0% still header, numeric 0\.000 stable – also .* – nothing to compare – none /,
    );
  });

  it("states what the training saw of a level, where the model does, and that levels are left out", () => {
    const domains = report.domains.map((domain) => ({
      ...domain,
      furtherTerms: 1,
      scorecard: domain.scorecard.map((term) => ({
        ...term,
        furtherLevels: 1234,
        levels: [
          { label: "X", points: 1.5, training: { count: 4321, findingRate: 0.25 } },
          { label: "Y", points: -1.5 },
        ],
      })),
    }));
    const page = textOf(renderBacktestReport({ ...report, domains }));
    expect(page).toContain("X +1.50 4,321 25.0% – – Y −1.50 – – – –");
    expect(page).toContain("1,234 further levels of less weight not shown.");
    expect(page).toContain("1 further term of less weight not shown.");
  });

  it("draws nothing for weights and points that are all zero", () => {
    const domains = report.domains.map((domain) => ({
      ...domain,
      scorecard: domain.scorecard.map((term) => ({ ...term, weight: 0, levels: [{ label: "X", points: 0 }] })),
    }));
    const page = renderBacktestReport({ ...report, domains });
    expect(page).toContain('<rect class="findings" x="50" y="2" width="0"');
    expect(page).not.toMatch(/NaN|Infinity/);
  });

  it("lists several profiles with their share, revenue where it is stated, and rules without title by id", () => {
    const [domain] = report.domains;
    const [first] = report.profiles;
    if (domain?.ranking === undefined || first === undefined) throw new Error("no ranking");
    const top = domain.ranking.top.map((entry) => ({ ...entry, revenue: 123_456 }));
    const page = textOf(
      renderBacktestReport({
        ...report,
        profiles: [first, { ...first, version: "9", fingerprint: "sha256:0", declarations: 7 }],
        domains: [{ ...domain, ranking: { ...domain.ranking, top } }],
        ruleTitles: {},
      }),
    );
    expect(page).toContain("version 9, on 7 declarations");
    expect(page).toContain("Revenue top 2%");
    expect(page).toContain("123,456");
  });
});
