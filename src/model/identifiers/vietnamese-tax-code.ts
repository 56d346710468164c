import { compact, defineIdentifier, digitAt, type IdentifierKind, weightedSum } from "./identifier.js";

/**
 * A Vietnamese tax code (mã số thuế, MST): of a taxpayer (10 digits), of a unit that depends on one (13 digits), or a personal
 * identity number in its place (12 digits, without a check digit; in use since 2025-07-01: memory, unverified).
 */
export type VietnameseTaxCode =
  | { readonly kind: "taxpayer"; readonly number: string }
  | { readonly kind: "dependentUnit"; readonly number: string; readonly unit: string }
  | { readonly kind: "personal"; readonly number: string };

const FORM = /^\d{10}(?:\d{3})?$/;
const PERSONAL_FORM = /^\d{12}$/;
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** The tenth digit that the first nine give; `undefined` where they give 10, so that no such number is issued. */
export function taxCodeCheckDigit(body: string): string | undefined {
  const check = 10 - (weightedSum(body, WEIGHTS) % 11);
  return check === 10 ? undefined : String(check);
}

function faultOf(text: string): "form" | "checkDigit" | undefined {
  if (PERSONAL_FORM.test(text)) return undefined;
  if (!FORM.test(text) || text.slice(2, 9) === "0000000" || text.slice(10) === "000") return "form";
  return taxCodeCheckDigit(text) === String(digitAt(text, 9)) ? undefined : "checkDigit";
}

/** Vietnamese tax codes: `0100233488`, `0314409058-002`, `001099012345`. */
export const vietnameseTaxCode: IdentifierKind<VietnameseTaxCode> = defineIdentifier({
  identifier: "vietnameseTaxCode",
  expected: "a Vietnamese tax code: 10 digits, 13 for a dependent unit, or a personal identity number of 12",
  source: "python-stdnum stdnum/vn/mst.py (sourced, verified); the 12-digit form from memory",
  normalise: compact,
  faultOf,
  read: (text): VietnameseTaxCode => {
    if (text.length === 12) return { kind: "personal", number: text };
    const number = text.slice(0, 10);
    return text.length === 10 ? { kind: "taxpayer", number } : { kind: "dependentUnit", number, unit: text.slice(10) };
  },
  format: (code) => (code.kind === "dependentUnit" ? `${code.number}-${code.unit}` : code.number),
});
