import type { Fact, IndicatorType } from "../../indicators/fact.js";
import type { Column } from "./training-table.js";

/** A column that grows by a fact per row. */
export interface ColumnBuilder {
  readonly push: (fact: Fact) => void;
  /**
   * The column; where the first row like each is stated, itself or an earlier one, facts were pushed only for rows that are like none
   * before them.
   */
  readonly finish: (likes?: readonly number[]) => Column;
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
    finish: (likes) => ({ kind: "number", values: spread(values, new Float64Array(likes?.length ?? values.length), likes) }),
  };
}

function createLevels(): ColumnBuilder {
  const codes: number[] = [];
  const index = new Map<string | boolean, number>();
  return {
    push(fact) {
      codes.push(typeof fact === "string" || typeof fact === "boolean" ? codeOf(fact, index) : -1);
    },
    finish: (likes) => ({ kind: "level", levels: [...index.keys()], codes: spread(codes, new Int32Array(likes?.length ?? codes.length), likes) }),
  };
}

/** Gives each row of an array its value: the next one, or that of the row that it is like. */
function spread<T extends Float64Array | Int32Array>(values: readonly number[], to: T, likes: readonly number[] | undefined): T {
  let next = 0;
  for (let row = 0; row < to.length; row += 1) {
    const like = likes?.[row] ?? row;
    to[row] = (like === row ? values[next++] : to[like]) as number;
  }
  return to;
}

function codeOf(level: string | boolean, index: Map<string | boolean, number>): number {
  const known = index.get(level);
  if (known !== undefined) return known;
  index.set(level, index.size);
  return index.size - 1;
}
