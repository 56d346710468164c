import { compact, defineIdentifier, type IdentifierKind, weightedSum } from "./identifier.js";

/** The number that the International Maritime Organization gives a ship for life: seven digits. */
export interface ImoNumber {
  /** The first six digits. */
  readonly serialNumber: string;
  readonly checkDigit: string;
}

const FORM = /^\d{7}$/;
const WEIGHTS = [7, 6, 5, 4, 3, 2] as const;

/** The check digit of the first six digits. */
export function imoCheckDigit(body: string): string {
  return String(weightedSum(body, WEIGHTS) % 10);
}

/** Ship numbers: `9319466`, also written `IMO 9319466`. Many ships are reported with invalid numbers. */
export const imoNumber: IdentifierKind<ImoNumber> = defineIdentifier({
  identifier: "imoNumber",
  expected: "an IMO ship number: seven digits",
  source: "python-stdnum stdnum/imo.py (sourced, verified)",
  normalise: (text) => compact(text).replace(/^IMO/, ""),
  faultOf: (text) => (!FORM.test(text) ? "form" : imoCheckDigit(text) === text.charAt(6) ? undefined : "checkDigit"),
  read: (text) => ({ serialNumber: text.slice(0, 6), checkDigit: text.charAt(6) }),
  format: ({ serialNumber, checkDigit }) => `${serialNumber}${checkDigit}`,
});
