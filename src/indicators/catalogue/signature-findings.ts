import { familyOf } from "../../model/family.js";
import { signatureOf } from "../../model/goods-signature.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many inspections of earlier items with the same goods signature found something; absent without a history. */
export const signatureFindings: Indicator<"signatureFindings", "number", "item"> = defineIndicator({
  id: "signatureFindings",
  type: "number",
  level: "item",
  unit: "count",
  decimals: 0,
  reads: [
    "items[].hsCode",
    "transport.departureCountryCode",
    "items[].originCountryCode",
    "items[].dutyRatePercent",
    "items[].dutyType",
    "items[].netMassKg",
    "items[].customsValue",
    "history",
  ],
  meaning: {
    en: "How many inspections of earlier items with the same goods signature found something; absent without a history.",
    vi: "Số lần kiểm tra các dòng hàng trước đó có cùng dấu hiệu hàng hóa có phát hiện vi phạm; không có nếu thiếu lịch sử.",
  },
  source: "Repeats of a goods signature carry their label with them: README of the public Korean declarations (Jeong et al., 2022)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, item, history, asOf }) => {
    const tally = history?.tally({ dimension: "goodsSignature", values: [signatureOf(declaration, item)] }, asOf, familyOf(declaration));
    return history === undefined ? undefined : (tally?.findings ?? 0);
  },
});
