import { sfc32 } from "../../../src/core/sfc32.js";
import { airWaybillCheckDigit, airWaybillNumber } from "../../../src/model/identifiers/air-waybill-number.js";
import { casCheckDigit, casNumber } from "../../../src/model/identifiers/cas-number.js";
import { containerCheckDigit, containerNumber } from "../../../src/model/identifiers/container-number.js";
import type { IdentifierKind } from "../../../src/model/identifiers/identifier.js";
import { imoCheckDigit, imoNumber } from "../../../src/model/identifiers/imo-number.js";
import { legalEntityIdentifier, leiCheckDigits } from "../../../src/model/identifiers/legal-entity-identifier.js";
import { postalItemCheckDigit, postalItemNumber } from "../../../src/model/identifiers/postal-item-number.js";
import { taxCodeCheckDigit, vietnameseTaxCode } from "../../../src/model/identifiers/vietnamese-tax-code.js";

/** A kind with a check digit, and how a valid number of it is drawn. */
export interface CheckedKind {
  readonly kind: IdentifierKind<unknown>;
  readonly name: string;
  /** A valid number, canonical. */
  readonly draw: (characters: Characters) => string;
}

/** Random characters of one alphabet. */
export type Characters = (length: number, alphabet?: string) => string;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS = "0123456789";

/** The kinds that have a check digit. */
export const CHECKED_KINDS: readonly CheckedKind[] = [
  checked("container number (ISO 6346)", containerNumber, (draw) => {
    const body = `${draw(3, LETTERS)}${draw(1, "UJZ")}${draw(6)}`;
    return body + containerCheckDigit(body);
  }),
  checked("ship number (IMO)", imoNumber, (draw) => withCheck(draw(6), imoCheckDigit)),
  checked("master air waybill", airWaybillNumber, (draw) => `${draw(3)}-${withCheck(draw(7), airWaybillCheckDigit)}`),
  checked("postal item (UPU S10)", postalItemNumber, (draw) => `${draw(2, "CELRUV")}${withCheck(draw(8), postalItemCheckDigit)}${draw(1, "CVJ")}N`),
  checked("Vietnamese tax code (MST), 10 digits", vietnameseTaxCode, (draw) => {
    // the third digit keeps the body from being all zeros, and of two last digits at most one gives no check digit
    const start = draw(2) + draw(1, "123456789") + draw(5);
    const last = draw(1, "012345678");
    const body = [last, String(Number(last) + 1)].map((digit) => start + digit).find((text) => taxCodeCheckDigit(text) !== undefined) ?? start;
    return withCheck(body, (text) => taxCodeCheckDigit(text) ?? "");
  }),
  checked("CAS registry number", casNumber, (draw) => {
    const first = draw(1, "123456789") + draw(Number(draw(1, "123456")));
    const second = draw(2);
    return `${first}-${second}-${casCheckDigit(first + second)}`;
  }),
  checked("Legal Entity Identifier (LEI)", legalEntityIdentifier, (draw) => withCheck(draw(18, DIGITS + LETTERS), leiCheckDigits)),
];

/** Valid numbers of a kind, always the same. */
export function validNumbers({ draw }: CheckedKind, count: number): readonly string[] {
  const next = sfc32(20_261_126, count, 1);
  const characters: Characters = (length, alphabet = DIGITS) => Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join("");
  return Array.from({ length: count }, () => draw(characters));
}

/** The texts that differ from one in a single digit. */
export function singleDigitErrors(text: string): readonly string[] {
  return [...text].flatMap((character, at) =>
    DIGITS.includes(character) ? [...DIGITS.replace(character, "")].map((digit) => text.slice(0, at) + digit + text.slice(at + 1)) : [],
  );
}

/** The texts in which two unequal neighbouring digits have changed places. */
export function swappedDigits(text: string): readonly string[] {
  return [...text].flatMap((character, at) => {
    const next = text.charAt(at + 1);
    const isPair = DIGITS.includes(character) && next !== "" && DIGITS.includes(next) && next !== character;
    return isPair ? [text.slice(0, at) + next + character + text.slice(at + 2)] : [];
  });
}

function withCheck(body: string, checkOf: (body: string) => string): string {
  return body + checkOf(body);
}

function checked<T>(name: string, kind: IdentifierKind<T>, draw: CheckedKind["draw"]): CheckedKind {
  return { kind: kind as unknown as IdentifierKind<unknown>, name, draw };
}
