import { foldWords } from "../../core/text.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many numbers of postal items and express waybills are stated; not applicable where there is none. A second one may be of a domestic label below the first. */
export const trackingNumberCount: Indicator<"trackingNumberCount", "number", "header"> = defineIndicator({
  id: "trackingNumberCount",
  tableId: "I42",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport.documents"],
  meaning: {
    en: "How many numbers of postal items and express waybills are stated; not applicable where there is none. A second one may be of a domestic label below the first.",
    vi: "Số mã bưu gửi và vận đơn chuyển phát nhanh được khai; không áp dụng nếu không có. Mã thứ hai có thể là nhãn nội địa bên dưới.",
  },
  falsePositiveGuard: {
    en: "Multi-piece shipments have a number for each piece.",
    vi: "Lô hàng nhiều kiện có mã riêng cho từng kiện.",
  },
  source: "US CBP strategy against fentanyl: pre-printed domestic labels (strtrade.com, secondary)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const numbers = (declaration.transport.documents ?? []).flatMap(({ kind, number }) =>
      kind === "postalItem" || kind === "expressWaybill" ? [foldWords(number).join("")] : [],
    );
    return numbers.length === 0 ? undefined : new Set(numbers).size;
  },
});
