import { asciiText } from "../names/ascii-text.js";

/**
 * An identifier with its scheme in one way of writing: `scheme:VALUE`. The scheme is compared in lower case, the value without separators and in
 * capitals, so that `176-12345675` and `17612345675`, `CSQU 305438-3` and `CSQU3054383` are one. No check digit is looked at.
 */
export function normaliseIdentifier(scheme: string, value: string): string {
  const folded = normaliseCode(value);
  const name = scheme.toLowerCase();
  // the branch of a Vietnamese tax code (mã số thuế) is another establishment of the same taxpayer
  return `${name}:${name === "vn-mst" ? folded.slice(0, 10) : folded}`;
}

/** A number of a container, seal, document, vessel or vehicle in one way of writing: folded, capitals, letters and digits only. */
export function normaliseCode(value: string): string {
  return asciiText(value)
    .replace(/[^a-z0-9]/g, "")
    .toUpperCase();
}

/**
 * A telephone number as digits without what only says how to dial: an international or national prefix of zeros; `+84 (0)24 3941 2022`,
 * `0084 24 39412022` and `024-39412022` share their last nine digits, which are what is compared. Shorter numbers are compared whole.
 */
export function normalisePhone(value: string): string {
  const digits = value.normalize("NFKC").replace(/\(0\)/g, "").replace(/\D/g, "");
  const significant = digits.replace(/^0+/, "");
  return significant.slice(-COMPARED_DIGITS);
}

const COMPARED_DIGITS = 9;

/** Fewer digits are an extension, not a number. */
export const LEAST_PHONE_DIGITS = 6;

/** An e-mail address in lower case, without a tag behind `+`. */
export function normaliseEmail(value: string): string {
  return value
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*@/, "@");
}
