import { airWaybillCheckDigit } from "../../model/identifiers/air-waybill-number.js";
import { postalItemCheckDigit } from "../../model/identifiers/postal-item-number.js";
import { type Halves, scramble } from "./scramble.js";

const BILLS: Halves = { high: 100_000, low: 100_000 };

/** Ten digits that a shipment's number stands for, one to one, in no order. */
export function billDigits(serial: number): string {
  return String(scramble(serial, BILLS, 31)).padStart(10, "0");
}

/** An air waybill number of the invented prefix 000 with its check digit. */
export function airWaybill(serial: number): string {
  const digits = billDigits(serial).slice(3);
  return `000-${digits}${airWaybillCheckDigit(digits)}`;
}

/** A postal item number (UPU S10): service, eight digits, check digit, country of the issuing post. */
export function postalNumber(service: string, serial: number, countryCode: string): string {
  const digits = billDigits(serial).slice(2);
  return `${service}${digits}${postalItemCheckDigit(digits)}${countryCode}`;
}
