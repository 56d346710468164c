import { defineIndicator, type Indicator } from "../indicator.js";
import { SIGNATURE_READS, signatureTally } from "./signature-tally.js";

/** How many inspections of earlier items with the same goods signature found something; absent without a history. */
export const signatureFindings: Indicator<"signatureFindings", "number", "item"> = defineIndicator({
  id: "signatureFindings",
  type: "number",
  level: "item",
  unit: "count",
  decimals: 0,
  reads: [...SIGNATURE_READS, "history"],
  meaning: {
    en: "How many inspections of earlier items with the same goods signature found something; absent without a history.",
    vi: "Số lần kiểm tra các dòng hàng trước đó có cùng dấu hiệu hàng hóa có phát hiện vi phạm; không có nếu thiếu lịch sử.",
  },
  source: "Repeats of a goods signature carry their label with them: README of the public Korean declarations (Jeong et al., 2022)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => signatureTally(context, "findings"),
});
