import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** The number of a master air waybill. House air waybills carry free text of the forwarder. */
export interface AirWaybillNumber {
  /** Three digits of the airline. */
  readonly airlinePrefix: string;
  /** Seven digits. */
  readonly serialNumber: string;
  readonly checkDigit: string;
}

const FORM = /^\d{11}$/;

/** The check digit of the seven-digit serial number, 0 to 6; the airline's prefix does not count. */
export function airWaybillCheckDigit(serialNumber: string): string {
  return String(Number(serialNumber) % 7);
}

/** Master air waybill numbers: `176-12345675`. */
export const airWaybillNumber: IdentifierKind<AirWaybillNumber> = defineIdentifier({
  identifier: "airWaybillNumber",
  expected: "a master air waybill number: three digits, a hyphen and eight digits",
  source: "abf.gov.au airway-bill-check-digit-formula; jetcurrent.com/glossary/check-digit (sourced, verified)",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : airWaybillCheckDigit(text.slice(3, 10)) === text.charAt(10) ? undefined : "checkDigit"),
  read: (text) => ({ airlinePrefix: text.slice(0, 3), serialNumber: text.slice(3, 10), checkDigit: text.charAt(10) }),
  format: ({ airlinePrefix, serialNumber, checkDigit }) => `${airlinePrefix}-${serialNumber}${checkDigit}`,
});
