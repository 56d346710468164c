import type { Condition, LeafCondition } from "../../conditions/condition.js";
import { JSON_NUMBER, textToNumber } from "./cell-text.js";
import type { LeafColumn } from "./column.js";
import { textToValues } from "./values-text.js";

/** The condition that a cell states, or what is wrong with the cell and how to mend it. */
export type LeafReading = { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly expected: string; readonly remedy: string };

const BETWEEN = new RegExp(`^(${JSON_NUMBER})\\s*\\.\\.\\s*(${JSON_NUMBER})$`);

const NOT_A_NUMBER = { ok: false, expected: "a number", remedy: "write it as in JSON, such as -0.25: a decimal point, no separators, no unit" } as const;
const NOT_A_BOOLEAN = { ok: false, expected: "TRUE or FALSE", remedy: "write TRUE or FALSE, or empty the cell" } as const;

/** The condition that the text of a cell states in a column. */
export function readLeaf(column: LeafColumn, cell: string): LeafReading {
  const text = cell.trim();
  const { indicator, form } = column;
  const say = (leaf: LeafCondition): LeafReading => ({ ok: true, condition: column.negated ? { op: "not", of: leaf } : leaf });
  switch (form) {
    case "in":
    case "prefix":
    case "containsAny": {
      const reading = textToValues(cell);
      return reading.ok ? say({ op: form, indicator, values: reading.values }) : reading;
    }
    case "eq": {
      const reading = textToValues(cell);
      if (!reading.ok) return reading;
      const [value, ...more] = "list" in reading.values ? [] : reading.values;
      if (value === undefined || more.length > 0) {
        return {
          ok: false,
          expected: "one value",
          remedy: "use a column with `in` for several values or a list; write a literal `|` as `\\|` and a leading `@` as `\\@`",
        };
      }
      return say({ op: "eq", indicator, value });
    }
    case "eq (boolean)": {
      const value = readBoolean(text);
      return value === undefined ? NOT_A_BOOLEAN : say({ op: "eq", indicator, value });
    }
    case "present": {
      const value = readBoolean(text);
      if (value === undefined) return NOT_A_BOOLEAN;
      return { ok: true, condition: value ? { op: "present", indicator } : { op: "not", of: { op: "present", indicator } } };
    }
    case "between": {
      const match = BETWEEN.exec(text);
      const min = textToNumber(match?.[1] ?? "");
      const max = textToNumber(match?.[2] ?? "");
      if (min === undefined || max === undefined)
        return { ok: false, expected: "two numbers such as 10..20", remedy: "write the least, two points and the greatest; both count as inside" };
      return say({ op: "between", indicator, min, max });
    }
    default: {
      const value = textToNumber(text);
      return value === undefined ? NOT_A_NUMBER : say({ op: form === "eq (number)" ? "eq" : form, indicator, value });
    }
  }
}

function readBoolean(text: string): boolean | undefined {
  const upper = text.toUpperCase();
  return upper === "TRUE" ? true : upper === "FALSE" ? false : undefined;
}
