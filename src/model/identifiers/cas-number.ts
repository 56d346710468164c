import { defineIdentifier, digitAt, type IdentifierKind } from "./identifier.js";

/** A registry number of the Chemical Abstracts Service. */
export interface CasNumber {
  /** Two to seven digits. */
  readonly first: string;
  /** Two digits. */
  readonly second: string;
  readonly checkDigit: string;
}

const FORM = /^[1-9]\d{1,6}-\d\d-\d$/;

/** The check digit of the first two parts, hyphen left out: digits from the right times 1, 2, 3, ..., modulo 10. */
export function casCheckDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) sum += digitAt(body, index) * (body.length - index);
  return String(sum % 10);
}

/** CAS registry numbers: `108-24-7`. The hyphens belong to the number; dashes of other kinds are read as hyphens. */
export const casNumber: IdentifierKind<CasNumber> = defineIdentifier({
  identifier: "casNumber",
  expected: "a CAS registry number: two to seven digits, two digits and one digit, joined by hyphens",
  source: "python-stdnum casrn; verified on the 47 precursor rows",
  normalise: (text) =>
    text
      .toUpperCase()
      .replace(/[‐-―−]/gu, "-")
      .replace(/\s/gu, "")
      .replace(/^CAS(?:RN|NO\.?)?:?/, ""),
  faultOf: (text) => (!FORM.test(text) ? "form" : casCheckDigit(text.slice(0, -2).replace("-", "")) === text.slice(-1) ? undefined : "checkDigit"),
  read: (text) => ({ first: text.slice(0, -5), second: text.slice(-4, -2), checkDigit: text.slice(-1) }),
  format: ({ first, second, checkDigit }) => `${first}-${second}-${checkDigit}`,
});
