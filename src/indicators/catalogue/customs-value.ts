import { defineIndicator, type Indicator } from "../indicator.js";

/** The customs value of the item in the currency of the facts. */
export const customsValue: Indicator<"customsValue", "number", "item"> = defineIndicator({
  id: "customsValue",
  type: "number",
  level: "item",
  unit: "currency",
  decimals: 2,
  reads: ["items[].customsValue"],
  meaning: {
    en: "The customs value of the item in the currency of the facts.",
    vi: "Trị giá hải quan của dòng hàng theo đồng tiền của bộ dữ kiện.",
  },
  source: "WCO Data Model class of the same name (CustomsValuation)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, convert }) => item.customsValue && convert(item.customsValue),
});
