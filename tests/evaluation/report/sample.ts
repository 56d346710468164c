import { readFileSync } from "node:fs";
import { createSelectionKeyOrThrow } from "../../../src/assessment/selection-key.js";
import { success } from "../../../src/core/result.js";
import { type Backtest, backtestOrThrow } from "../../../src/evaluation/backtest.js";
import { factDriftOrThrow } from "../../../src/evaluation/drift.js";
import type { BacktestReport } from "../../../src/evaluation/report/backtest-report.js";
import { type BacktestReportOptions, createBacktestReportOrThrow } from "../../../src/evaluation/report/create-backtest-report.js";
import { summariseBacktestOrThrow } from "../../../src/evaluation/summarise-backtest.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../../src/indicators/extract-facts.js";
import { compileProfileOrThrow } from "../../../src/profile/compile-profile.js";
import type { RiskProfile } from "../../../src/profile/profile.js";
import { generateDeclarations } from "../../../src/synthetic/index.js";

export const example = JSON.parse(readFileSync(new URL("../../../docs/examples/vietnam-import.json", import.meta.url), "utf8")) as RiskProfile;

const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("a key for tests only"));

/** A replay of invented declarations under a profile; the outcome of some is known. */
export function replaySynthetic(profile: RiskProfile, count: number, isKnown: (index: number) => boolean = () => true) {
  const compiled = compileProfileOrThrow(profile, { catalogue: standardCatalogue });
  const cases = [...generateDeclarations({ seed: 7, count })].map(({ declaration, supplied, outcome }, index) => ({
    id: declaration.id,
    asOf: declaration.registeredAt,
    source: extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: profile.currency, supplied }),
    ...(isKnown(index) ? { outcome: { finding: outcome.finding, domains: outcome.kinds }, outcomeKnownAt: declaration.registeredAt } : {}),
  }));
  const replay = backtestOrThrow(cases, { profileAt: () => compiled, factsOf: ({ source }) => success(source), selectionKey });
  return { replay, facts: cases.map(({ source }) => source) };
}

/** The example profile, its revenue model alone in its domain and declared calibrated, so that there is a reliability plot. */
export function calibratedExample(): RiskProfile {
  const revenue = example.domains.revenue;
  if (revenue?.model === undefined) throw new Error("the example has no revenue model");
  const model = { ...revenue.model, calibration: { method: "maximumLikelihood", expertPoints: "none" } } as const;
  return { ...example, domains: { ...example.domains, revenue: { ...revenue, rules: [], model } } };
}

/** The figures of a replay, with few bootstrap samples. */
export function summarise(replay: Backtest, selectionProbability?: (id: string) => number | undefined) {
  return summariseBacktestOrThrow(replay, {
    channels: example.channels,
    at: [{ share: 0.02 }, { share: 0.05 }, { share: 0.1 }, { share: 0.2 }],
    bootstrap: { seed: 1, replicates: 30 },
    ...(selectionProbability === undefined ? {} : { selectionProbability }),
  });
}

/** A full report of invented declarations. */
export function sampleReport(count: number, options: Partial<BacktestReportOptions> = {}): BacktestReport {
  const profile = options.profile ?? calibratedExample();
  const { replay, facts } = replaySynthetic(profile, count);
  const half = Math.floor(facts.length / 2);
  const drift = { reference: "the first half", current: "the second half", indicators: factDriftOrThrow(facts.slice(0, half), facts.slice(half)) };
  return createBacktestReportOrThrow(replay, { profile, summary: summarise(replay), drift, caveats: ["Declarations and outcomes are invented."], ...options });
}
