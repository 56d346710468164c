import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { totalValue } from "./total-value.js";

/** The freight over the value of all goods; absent where either is not stated or no rate is known, not applicable where the value is 0. */
export const freightToValue: Indicator<"freightToValue", "number", "header"> = defineIndicator({
  id: "freightToValue",
  tableId: "I22",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: ["freight", "items[].customsValue", "invoiceTotal"],
  meaning: {
    en: "The freight over the value of all goods; absent where either is not stated or no rate is known, not applicable where the value is 0.",
    vi: "Cước vận chuyển trên tổng trị giá hàng; không có nếu thiếu một trong hai hoặc thiếu tỷ giá, không áp dụng nếu trị giá bằng 0.",
  },
  falsePositiveGuard: {
    en: "Samples, spares and documents cost more to send than they are worth.",
    vi: "Hàng mẫu, phụ tùng, tài liệu có cước cao hơn trị giá.",
  },
  source: "Uneconomic freight is a published indicator (jjkellerlibrary.com; internationaltradetoday.com 2024, secondary)",
  missing: "absent",
  whenItemAdded: "any",
  extract: (context) => {
    const { freight } = context.declaration;
    return ratioOf(freight && context.convert(freight), totalValue(context), "the value");
  },
});
