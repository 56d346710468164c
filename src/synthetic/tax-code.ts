import { taxCodeCheckDigit } from "../model/identifiers/vietnamese-tax-code.js";

/**
 * A ten-digit number of the form of a Vietnamese tax code (MST) that cannot be one: it starts with 99, and its last digit is
 * one more than the check digit would be.
 */
export function inventTaxCode(serial: number): string {
  const body = `99${String(serial).padStart(7, "0")}`;
  return `${body}${(Number(taxCodeCheckDigit(body) ?? 10) + 1) % 10}`;
}
