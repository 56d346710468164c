import type { TrainingRow } from "./training-row.js";

/**
 * One row per signature, the first that came, with the majority of its labels; a signature whose labels are tied is left
 * out. In the order in which signatures first came.
 */
export function distinctRows(rows: readonly TrainingRow[]): readonly TrainingRow[] {
  const groups = new Map<string, { readonly first: TrainingRow; count: number; findings: number }>();
  for (const row of rows) {
    const group = groups.get(row.signature) ?? { first: row, count: 0, findings: 0 };
    group.count += 1;
    group.findings += row.label;
    groups.set(row.signature, group);
  }
  return [...groups.values()].flatMap(({ first, count, findings }): TrainingRow[] => {
    if (2 * findings === count) return [];
    return [{ ...first, label: 2 * findings > count ? 1 : 0 }];
  });
}
