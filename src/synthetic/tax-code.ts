const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/**
 * A ten-digit number of the form of a Vietnamese tax code (MST) that cannot be one: it starts with 99, and its last digit is
 * one more than the check digit (weights 31, 29, 23, 19, 17, 13, 7, 5, 3; ten less the sum modulo 11) would be.
 */
export function inventTaxCode(serial: number): string {
  const body = `99${String(serial).padStart(7, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return `${body}${(10 - (sum % 11) + 1) % 10}`;
}
