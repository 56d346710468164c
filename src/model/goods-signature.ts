import type { Declaration } from "./declaration.js";
import type { GoodsItem } from "./goods-item.js";
import { schemedText } from "./party.js";

/** The goods signature of an item: HS code, departure, origin, rate, duty type, net mass and value, separated by `|`. */
export function signatureOf(declaration: Declaration, item: GoodsItem): string {
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
