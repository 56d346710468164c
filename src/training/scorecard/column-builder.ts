import type { Fact, IndicatorType } from "../../indicators/fact.js";
import type { Column } from "./training-table.js";

/** A column that grows by a fact per row. */
export interface ColumnBuilder {
  readonly push: (fact: Fact) => void;
  /** Pushes what an earlier row has. */
  readonly repeat: (row: number) => void;
  readonly finish: () => Column;
}

/** An empty column for an indicator of a type. */
export function createColumn(type: IndicatorType): ColumnBuilder {
  return type === "number" ? createNumbers() : createLevels();
}

function createNumbers(): ColumnBuilder {
  const values: number[] = [];
  return {
    push(fact) {
      values.push(typeof fact === "number" ? fact : Number.NaN);
    },
    repeat(row) {
      values.push(values[row] as number);
    },
    finish: () => ({ kind: "number", values: Float64Array.from(values) }),
  };
}

function createLevels(): ColumnBuilder {
  const codes: number[] = [];
  const index = new Map<string | boolean, number>();
  return {
    push(fact) {
      codes.push(typeof fact === "string" || typeof fact === "boolean" ? codeOf(fact, index) : -1);
    },
    repeat(row) {
      codes.push(codes[row] as number);
    },
    finish: () => ({ kind: "level", levels: [...index.keys()], codes: Int32Array.from(codes) }),
  };
}

function codeOf(level: string | boolean, index: Map<string | boolean, number>): number {
  const known = index.get(level);
  if (known !== undefined) return known;
  index.set(level, index.size);
  return index.size - 1;
}
