import { element, type Markup } from "../../page/markup.js";
import type { BacktestReport, DomainReport } from "./backtest-report.js";
import { renderGain } from "./render-gain.js";
import { renderReliability } from "./render-reliability.js";
import { renderScorecard } from "./render-scorecard.js";
import { renderScores } from "./render-scores.js";

/** One domain: how well its score ranks, whether its probabilities hold, where its scores lie, what its model says. */
export function renderDomain(id: string, domain: DomainReport, basis: BacktestReport["basis"]): Markup {
  return element("div", {}, renderGain(id, domain), renderReliability(id, domain), renderScores(id, domain, basis), renderScorecard(domain, basis));
}
