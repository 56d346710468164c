import { schemedText } from "./party.js";
import type { Subject, SubjectItem } from "./subject.js";

/** The goods signature of an item: HS code, departure, origin, rate, duty type, net mass and value, separated by `|`. */
export function signatureOf(declaration: Subject, item: SubjectItem): string {
  const { hsCode, originCountryCode, dutyRatePercent, dutyType, netMassKg, customsValue } = item;
  const parts = [
    hsCode,
    declaration.transport.departureCountryCode,
    originCountryCode,
    dutyRatePercent,
    dutyType && schemedText(dutyType),
    netMassKg,
    customsValue && `${customsValue.amount} ${customsValue.currency}`,
  ];
  return parts.map((part) => (part === undefined ? "" : String(part))).join("|");
}
