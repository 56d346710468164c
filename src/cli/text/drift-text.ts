import type { DriftSignal, IndicatorDrift } from "../../evaluation/drift.js";
import type { Stability, StabilityBin } from "../../evaluation/population-stability.js";
import type { ScoreDrift } from "../../evaluation/score-drift.js";
import { decimal, percent } from "./figures.js";
import { table } from "./table.js";

/** How far declarations have moved, for people. */
export interface Drifted {
  readonly reference: number;
  readonly current: number;
  readonly scores: ScoreDrift;
  readonly indicators: readonly IndicatorDrift[];
}

/** The drift as lines. */
export function driftText({ reference, current, scores, indicators }: Drifted): readonly string[] {
  return [
    `${reference} declarations of reference, ${current} now; population stability index, by custom below 0.1 stable, below 0.25 moderate, else large`,
    "",
    ...table(["score", "index", "<", "<what moved most"], [...scores.domains.map((drift) => row(drift.domain, drift)), row("channel", scores.channel)]),
    "",
    ...table(
      ["indicator", "index", "<", "<what moved most"],
      indicators.map((drift) => row(`${drift.indicator} (${drift.level})`, drift)),
    ),
  ];
}

function row(name: string, { psi, signal, bins }: Stability & { readonly signal: DriftSignal | undefined }): readonly string[] {
  return [name, decimal(psi), signal ?? "-", mostMoved(bins)];
}

/** The bin that adds most to the index: `(2.5, 10] 12.0 % to 18.0 %`. */
function mostMoved(bins: readonly StabilityBin[]): string {
  const sum = (side: "reference" | "current"): number => bins.reduce((total, bin) => total + bin[side], 0);
  const most = bins.reduce<StabilityBin | undefined>((best, bin) => (bin.contribution > (best?.contribution ?? 0) ? bin : best), undefined);
  return most === undefined ? "-" : `${most.label} ${percent(most.reference / sum("reference"))} to ${percent(most.current / sum("current"))}`;
}
