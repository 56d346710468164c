import { schemedText } from "./party.js";
import type { Subject, SubjectItem } from "./subject.js";

/** The goods signature of an item: HS code, departure, origin, rate, duty type, net mass and value, separated by `|`. */
export function signatureOf(declaration: Subject, item: SubjectItem): string {
  const { hsCode, originCountryCode, dutyRatePercent, dutyType, netMassKg, customsValue } = item;
  const goods = `${textOf(hsCode)}|${textOf(declaration.transport.departureCountryCode)}|${textOf(originCountryCode)}`;
  const rate = `${textOf(dutyRatePercent)}|${dutyType === undefined ? "" : schemedText(dutyType)}`;
  const value = customsValue === undefined ? "" : `${customsValue.amount} ${customsValue.currency}`;
  return `${goods}|${rate}|${textOf(netMassKg)}|${value}`;
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? "" : String(value);
}
