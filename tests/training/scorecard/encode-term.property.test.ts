import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeTerms } from "../../../src/training/scorecard/encode-term.js";
import type { CrossRecipe } from "../../../src/training/scorecard/recipe.js";
import type { Column, TrainingTable } from "../../../src/training/scorecard/training-table.js";

const CROSS: CrossRecipe = { id: "x", kind: "cross", of: [{ indicator: "a" }, { indicator: "b" }, { indicator: "c", bins: 4 }], minCount: 1 };

/** A table of two codes and a number; each row says which first one agrees with it, or itself. */
function tableOf(rows: readonly (readonly [number, number, number])[], isAlikeKnown: boolean): TrainingTable {
  const codesAt = (part: 0 | 1): Column => {
    const levels = [...new Set(rows.flatMap((row) => (row[part] < 0 ? [] : [`L${row[part]}`])))];
    return { kind: "level", levels, codes: Int32Array.from(rows, (row) => levels.indexOf(`L${row[part]}`)) };
  };
  const first = (row: readonly number[]): number => rows.findIndex((other) => String(other) === String(row));
  return {
    size: rows.length,
    ids: rows.map((_, row) => String(row)),
    lines: new Int32Array(rows.length).fill(1),
    days: new Int32Array(rows.length),
    labels: new Uint8Array(rows.length),
    signatures: rows.map((_, row) => String(row)),
    offsets: new Float64Array(rows.length),
    alike: Int32Array.from(rows, (row, at) => (isAlikeKnown ? first(row) : at)),
    columns: new Map<string, Column>([
      ["a", codesAt(0)],
      ["b", codesAt(1)],
      ["c", { kind: "number", values: Float64Array.from(rows, ([, , value]) => (value < 0 ? Number.NaN : value)) }],
    ]),
  };
}

const rowsOf = fc.array(fc.tuple(fc.integer({ min: -1, max: 60 }), fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 9 })), {
  minLength: 1,
  maxLength: 200,
});

describe("the levels of a cross", () => {
  it("are one per combination that occurs, in order of their values, and one for rows in which a part is missing", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const table = tableOf(rows, false);
        const [term] = encodeTerms([CROSS], table, Int32Array.from(rows.keys()));
        if (term === undefined) throw new Error("no term");
        const edges = term.edges[2] ?? [];
        for (const [row, [a, b, c]] of rows.entries()) {
          const level = term.levels[term.rows[row] ?? -1];
          if (a < 0 || b < 0 || c < 0) expect(level).toEqual({ kind: "missing" });
          else expect(level).toEqual({ kind: "at", at: [`L${a}`, `L${b}`, edges.filter((edge) => c >= edge).length] });
        }
        const stated = term.levels.flatMap((level) => (level.kind === "at" ? [level.at] : []));
        const keys = stated.map((at) => JSON.stringify(at));
        expect(new Set(keys).size).toBe(keys.length);
        const inOrder = [...stated].sort(([a1, b1, c1], [a2, b2, c2]) => compare(a1, a2) || compare(b1, b2) || Number(c1) - Number(c2));
        expect(stated).toEqual(inOrder);
      }),
      { numRuns: 100 },
    );
  });

  it("are the same where rows that agree are encoded once", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const fitted = Int32Array.from(rows.keys());
        expect(encodeTerms([CROSS], tableOf(rows, true), fitted)).toEqual(encodeTerms([CROSS], tableOf(rows, false), fitted));
      }),
      { numRuns: 50 },
    );
  });
});

function compare(a: unknown, b: unknown): number {
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}
