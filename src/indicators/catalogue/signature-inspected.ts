import { defineIndicator, type Indicator } from "../indicator.js";
import { SIGNATURE_READS, signatureTally } from "./signature-tally.js";

/** How many earlier items with the same goods signature were inspected, with the result known at the moment of assessment; absent without a history. */
export const signatureInspected: Indicator<"signatureInspected", "number", "item"> = defineIndicator({
  id: "signatureInspected",
  type: "number",
  level: "item",
  unit: "count",
  decimals: 0,
  reads: [...SIGNATURE_READS, "history"],
  meaning: {
    en: "How many earlier items with the same goods signature were inspected, with the result known at the moment of assessment; absent without a history.",
    vi: "Số dòng hàng trước đó có cùng dấu hiệu hàng hóa đã được kiểm tra và có kết quả tại thời điểm đánh giá; không có nếu thiếu lịch sử.",
  },
  source: "Repeats of a goods signature carry their label with them: README of the public Korean declarations (Jeong et al., 2022)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => signatureTally(context, "inspected"),
});
