import { compact, defineIdentifier, type IdentifierKind, weightedSum } from "./identifier.js";

/** The number of an international postal item (UPU standard S10). */
export interface PostalItemNumber {
  /** Two letters: the service. Those starting with J, K, S, T or W are reserved. */
  readonly serviceIndicator: string;
  /** Eight digits. */
  readonly serialNumber: string;
  readonly checkDigit: string;
  /** ISO 3166-1 alpha-2 code of the post that issued the number, which is not the origin of the goods. */
  readonly issuingCountryCode: string;
}

const FORM = /^[A-Z]{2}\d{9}[A-Z]{2}$/;
const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** The check digit of the eight-digit serial number: 11 less the sum modulo 11, where 10 is written 0 and 11 is written 5. */
export function postalItemCheckDigit(serialNumber: string): string {
  const check = 11 - (weightedSum(serialNumber, WEIGHTS) % 11);
  return check === 10 ? "0" : check === 11 ? "5" : String(check);
}

/** Postal item numbers: `EE471108151FR`. */
export const postalItemNumber: IdentifierKind<PostalItemNumber> = defineIdentifier({
  identifier: "postalItemNumber",
  expected: "a postal item number (UPU S10): two letters, nine digits and two letters",
  source: "github.com/bwipp/postscriptbarcode/wiki/UPU-S10; npm s10@1.0.0 (sourced, verified)",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : postalItemCheckDigit(text.slice(2, 10)) === text.charAt(10) ? undefined : "checkDigit"),
  read: (text) => ({
    serviceIndicator: text.slice(0, 2),
    serialNumber: text.slice(2, 10),
    checkDigit: text.charAt(10),
    issuingCountryCode: text.slice(11),
  }),
  format: ({ serviceIndicator, serialNumber, checkDigit, issuingCountryCode }) => `${serviceIndicator}${serialNumber}${checkDigit}${issuingCountryCode}`,
});
