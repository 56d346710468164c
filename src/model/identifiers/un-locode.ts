import { countryCodeStatus } from "./country-code.js";
import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** A UN/LOCODE: the code of a place in trade and transport. It has no check digit. */
export interface UnLocode {
  readonly countryCode: string;
  /** Three letters or digits; 0 and 1 are not used. */
  readonly placeCode: string;
}

const FORM = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** UN/LOCODEs: `VNSGN`. The country is checked, the place is not: the list of 94,000 places is not part of the package. */
export const unLocode: IdentifierKind<UnLocode> = defineIdentifier({
  identifier: "unLocode",
  expected: "a UN/LOCODE: a country code and three letters or digits from 2 to 9",
  source: "UN/ECE Recommendation 16 (memory)",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : countryCodeStatus(text.slice(0, 2)) === undefined ? "notListed" : undefined),
  read: (text) => ({ countryCode: text.slice(0, 2), placeCode: text.slice(2) }),
  format: ({ countryCode, placeCode }) => `${countryCode}${placeCode}`,
});
