import { familyOf } from "../../model/family.js";
import { signatureOf } from "../../model/goods-signature.js";
import type { ItemContext } from "../indicator.js";

/** The fields that the goods signature and what history counts by it read. */
export const SIGNATURE_READS: readonly string[] = [
  "items[].hsCode",
  "transport.departureCountryCode",
  "items[].originCountryCode",
  "items[].dutyRatePercent",
  "items[].dutyType",
  "items[].netMassKg",
  "items[].customsValue",
];

/** What history knew of an item's goods signature, the item's own family left out; `undefined` without a history, 0 where never seen. */
export function signatureTally({ declaration, item, history, asOf }: ItemContext, count: "inspected" | "findings"): number | undefined {
  if (history === undefined) return undefined;
  return history.tally({ dimension: "goodsSignature", values: [signatureOf(declaration, item)] }, asOf, familyOf(declaration))?.[count] ?? 0;
}
