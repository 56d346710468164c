import { generateYear, HELD_OUT_SCHEMES, OPEN_SCHEMES, type SchemeId, type YearOptions, type YearRecord } from "../../../src/synthetic/index.js";

export const ALL: readonly SchemeId[] = [...OPEN_SCHEMES, ...HELD_OUT_SCHEMES];

/** A small year in which every scheme and near-miss occurs. */
const SAMPLE: YearOptions = { seed: 1, declarations: 1_600, schemes: ALL, intensity: 12 };

export function yearOf(options: Partial<YearOptions> = {}): readonly YearRecord[] {
  return [...generateYear({ ...SAMPLE, ...options })];
}
