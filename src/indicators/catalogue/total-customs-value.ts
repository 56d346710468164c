import { defineIndicator, type Indicator } from "../indicator.js";
import { sumDecimals } from "./sum-decimals.js";

/** The customs value of all items that state one, in the currency of the facts; absent if none does or no rate is known. */
export const totalCustomsValue: Indicator<"totalCustomsValue", "number", "header"> = defineIndicator({
  id: "totalCustomsValue",
  type: "number",
  level: "header",
  unit: "currency",
  decimals: 2,
  reads: ["items[].customsValue"],
  meaning: {
    en: "The customs value of all items that state one, in the currency of the facts; absent if none does or no rate is known.",
    vi: "Tổng trị giá hải quan của các dòng hàng có khai trị giá, theo đồng tiền của bộ dữ kiện; không có nếu không dòng nào khai hoặc không có tỷ giá.",
  },
  source: "WCO Data Model class of the same name (CustomsValuation)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration, convert }) =>
    sumDecimals(
      declaration.items.map((item) => item.customsValue && convert(item.customsValue)),
      2,
    ),
});
