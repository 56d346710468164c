import { signatureOf } from "../../model/goods-signature.js";
import type { ItemContext } from "../indicator.js";
import { past } from "./past.js";

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
export function signatureTally(context: ItemContext, count: "inspected" | "findings"): number | undefined {
  return past(context, "goodsSignature", [signatureOf(context.declaration, context.item)])?.[count];
}
