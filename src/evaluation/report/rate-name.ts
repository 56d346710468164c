import type { BacktestReport } from "./backtest-report.js";

/** The name of a rate that counts every outcome once: where only a part has one, that is biased, and the name says so. */
export function nameOfRate(name: string, basis: BacktestReport["basis"]): string {
  return basis === "naive" || basis === "weighted" ? `${name} (naive, biased)` : name;
}
