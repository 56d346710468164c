import type { TrainingTable } from "./training-table.js";

/** The rows that stand for the fit, and the label of each. */
export interface ChosenRows {
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
  /** Signatures left out because their labels are tied. */
  readonly tied: number;
}

/** Every row with its own label. */
export function allRows(table: TrainingTable): ChosenRows {
  return { rows: Int32Array.from(table.labels.keys()), labels: table.labels, tied: 0 };
}

/** One row per signature, the earliest, with the majority of its labels; a signature whose labels are tied is left out. */
export function distinctRows(table: TrainingTable): ChosenRows {
  const groups = new Map<string, { readonly row: number; count: number; findings: number }>();
  for (const [row, signature] of table.signatures.entries()) {
    const label = table.labels[row] as number;
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, { row, count: 1, findings: label });
    else {
      group.count += 1;
      group.findings += label;
    }
  }
  const decided = [...groups.values()].filter(({ count, findings }) => 2 * findings !== count);
  return {
    rows: Int32Array.from(decided, ({ row }) => row),
    labels: Uint8Array.from(decided, ({ count, findings }) => (2 * findings > count ? 1 : 0)),
    tied: groups.size - decided.length,
  };
}

/** The chosen rows that a test on the row's number accepts. */
export function filterRows({ rows, labels, tied }: ChosenRows, accepts: (row: number) => boolean): ChosenRows {
  return { rows: rows.filter(accepts), labels: labels.filter((_, index) => accepts(rows[index] as number)), tied };
}
