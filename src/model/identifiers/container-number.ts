import { compact, defineIdentifier, digitAt, type IdentifierKind } from "./identifier.js";

/** The number of a freight container (ISO 6346). */
export interface ContainerNumber {
  /** Three letters, registered with the Bureau International des Containers. */
  readonly ownerCode: string;
  /** `U` container, `J` detachable equipment, `Z` trailer or chassis; `R` (generator sets of reefers) is in use though the standard lacks it. */
  readonly category: "U" | "J" | "Z" | "R";
  readonly serialNumber: string;
  readonly checkDigit: string;
}

const FORM = /^[A-Z]{3}[UJZR]\d{7}$/;

/** The check digit of owner code, category and serial number: ten characters. The remainder 10 is written 0. */
export function containerCheckDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < 10; index += 1) sum += valueAt(body, index) * 2 ** index;
  return String((sum % 11) % 10);
}

/** Letters count from 10 (A) to 38 (Z), without the multiples of 11; digits as they are. */
function valueAt(body: string, index: number): number {
  if (index >= 4) return digitAt(body, index);
  const value = body.charCodeAt(index) - 0x41 + 10;
  return value + Math.floor((value - 1) / 10);
}

/** Container numbers: `CSQU3054383`. Real containers with wrong check digits exist, and the remainders 10 and 0 share the digit 0. */
export const containerNumber: IdentifierKind<ContainerNumber> = defineIdentifier({
  identifier: "containerNumber",
  expected: "a container number (ISO 6346): three letters, U, J, Z or R, and seven digits",
  source: "python-stdnum stdnum/iso6346.py (sourced, verified)",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : containerCheckDigit(text) === text.charAt(10) ? undefined : "checkDigit"),
  read: (text) => ({
    ownerCode: text.slice(0, 3),
    category: text.charAt(3) as ContainerNumber["category"],
    serialNumber: text.slice(4, 10),
    checkDigit: text.charAt(10),
  }),
  format: ({ ownerCode, category, serialNumber, checkDigit }) => `${ownerCode}${category}${serialNumber}${checkDigit}`,
});
