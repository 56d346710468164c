import { roundDecimals } from "../../core/decimal.js";
import { expectation } from "../../core/expectation.js";
import { parseDate } from "../../core/instant.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { failure, type Result, success } from "../../core/result.js";
import type { FieldKind } from "./field-kinds.js";
import type { ColumnSource } from "./mapping.js";

/** A plain decimal: digits, at most one point, at most 32 characters. No exponent, no grouping, no other digits. */
const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;

const MASS_FACTORS = { kg: 1, g: 0.001, t: 1000 } as const;

/** The value of a cell for a field of a kind; `undefined` for an empty cell. Other cells of the row are read by name. */
export function readCell(text: string, kind: FieldKind, source: ColumnSource, cell: (column: string) => string): Result<unknown> {
  const replaced = source.replace === undefined ? text : (own(source.replace, text) ?? text);
  if (replaced === "") return success(undefined);
  switch (kind) {
    case "text":
      return success(replaced);
    case "code":
      return success({ scheme: source.scheme ?? "unspecified", code: replaced });
    case "boolean":
      return replaced === "true" || replaced === "false" ? success(replaced === "true") : refuse(source, "`true` or `false`", replaced);
    case "instant":
      if (source.dateAt === undefined) return success(replaced);
      return parseDate(replaced) === undefined ? failure(invalidDate(source, replaced)) : success(`${replaced}T00:00:00${source.dateAt}`);
    case "money": {
      const currency = source.currencyColumn === undefined ? source.currency : cell(source.currencyColumn);
      const amount = readNumber(replaced, source, 1);
      return amount.ok ? success({ amount: amount.value, currency }) : amount;
    }
    case "mass": {
      const unit = source.unit === "g" || source.unit === "t" ? source.unit : "kg";
      return readNumber(replaced, source, MASS_FACTORS[unit]);
    }
    case "rate":
      return readNumber(replaced, source, source.unit === "fraction" ? 100 : 1);
    case "number":
    case "integer":
      return readNumber(replaced, source, 1);
  }
}

function readNumber(text: string, source: ColumnSource, factor: number): Result<number> {
  if (!DECIMAL.test(text)) return refuse(source, "a plain decimal number such as 1234.5", text);
  const value = Number(text);
  // a factor can leave float noise behind, which six decimals take off
  const scaled = factor === 1 ? value : roundDecimals(value * factor, 6);
  const rounded = scaled === undefined || source.decimals === undefined ? scaled : roundDecimals(scaled, source.decimals);
  return rounded === undefined ? refuse(source, "a number within the exact range", text) : success(rounded);
}

function refuse(source: ColumnSource, expected: string, text: string): { readonly ok: false; readonly issues: readonly [Issue] } {
  const issue = createIssue("value.type", expectation([source.column], expected, text, "mend the cell; nothing is converted"));
  return { ok: false, issues: [issue] };
}

function invalidDate(source: ColumnSource, text: string): Issue {
  return createIssue("time.invalid", expectation([source.column], "a real date such as 2026-11-21", text, "mend the date"));
}
