/** How many clean inspections every rate is mixed with, unless told. */
const DEFAULT_ADJUSTMENT = 10;

/** How a rate is smoothed. */
export interface Smoothing {
  /** So many invented inspections are added; 10 unless told. Not negative. */
  readonly adjustment?: number;
  /** Of those, the share with a finding; 0 unless told. */
  readonly prior?: number;
}

/**
 * The share of inspections with a finding, smoothed: `(findings + adjustment * prior) / (inspected + adjustment)`, which with the
 * defaults is `findings / (inspected + 10)`. The uninspected do not count. Source: RiskH of the public Customs-Fraud-Detection
 * code (smoothed mean, adjustment 10). Without any inspection, added or real, 0.
 */
export function smoothedFindingRate({ inspected, findings }: { readonly inspected: number; readonly findings: number }, smoothing: Smoothing = {}): number {
  const { adjustment = DEFAULT_ADJUSTMENT, prior = 0 } = smoothing;
  const inspections = inspected + adjustment;
  return inspections === 0 ? 0 : (findings + adjustment * prior) / inspections;
}
