import { type Halves, scramble } from "./scramble.js";

const BILLS: Halves = { high: 100_000, low: 100_000 };

/** Ten digits that a shipment's number stands for, one to one, in no order. */
export function billDigits(serial: number): string {
  return String(scramble(serial, BILLS, 31)).padStart(10, "0");
}

/** An air waybill number of the invented prefix 000, its last digit the serial modulo 7. */
export function airWaybill(serial: number): string {
  const digits = billDigits(serial).slice(3);
  return `000-${digits}${Number(digits) % 7}`;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const;

/** A postal item number (UPU S10): service, eight digits, check digit, country of the issuing post. */
export function postalNumber(service: string, serial: number, countryCode: string): string {
  const digits = billDigits(serial).slice(2);
  const sum = S10_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const check = 11 - (sum % 11);
  return `${service}${digits}${check === 10 ? 0 : check === 11 ? 5 : check}${countryCode}`;
}
