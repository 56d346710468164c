import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** A Legal Entity Identifier (ISO 17442). */
export interface LegalEntityIdentifier {
  /** Four characters of the issuer. */
  readonly issuerPrefix: string;
  /** Fourteen characters. */
  readonly entity: string;
  readonly checkDigits: string;
}

const FORM = /^[A-Z0-9]{18}\d\d$/;

/** The remainder modulo 97 of a text read as a number in which A is 10 and Z is 35 (ISO 7064 MOD 97-10). */
function modulo97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** The two check digits of the first eighteen characters. */
export function leiCheckDigits(body: string): string {
  return String(98 - modulo97(`${body}00`)).padStart(2, "0");
}

/** Legal Entity Identifiers: `213800KUD8LAJWSQ9D15`. */
export const legalEntityIdentifier: IdentifierKind<LegalEntityIdentifier> = defineIdentifier({
  identifier: "legalEntityIdentifier",
  expected: "a Legal Entity Identifier (ISO 17442): 18 letters or digits and two digits",
  source: "python-stdnum stdnum/lei.py (sourced, verified)",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : modulo97(text) === 1 ? undefined : "checkDigit"),
  read: (text) => ({ issuerPrefix: text.slice(0, 4), entity: text.slice(4, 18), checkDigits: text.slice(18) }),
  format: ({ issuerPrefix, entity, checkDigits }) => `${issuerPrefix}${entity}${checkDigits}`,
});
