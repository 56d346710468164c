import { containerCheckDigit } from "../model/identifiers/container-number.js";

/** A container number of the invented owner ZZZ with its check digit. */
export function containerNumber(serial: number): string {
  const body = `ZZZU${String(serial).padStart(6, "0")}`;
  return body + containerCheckDigit(body);
}
