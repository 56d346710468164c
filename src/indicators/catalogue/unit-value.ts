import { defineIndicator, type Indicator } from "../indicator.js";
import { valuePerKg } from "./value-per-kg.js";

/** The customs value per kilogram of net mass; not applicable where the mass is 0. */
export const unitValue: Indicator<"unitValue", "number", "item"> = defineIndicator({
  id: "unitValue",
  type: "number",
  level: "item",
  unit: "currency/kg",
  decimals: 2,
  reads: ["items[].customsValue", "items[].netMassKg"],
  meaning: {
    en: "The customs value per kilogram of net mass; not applicable where the mass is 0.",
    vi: "Trị giá hải quan trên mỗi ki-lô-gam khối lượng tịnh; không áp dụng khi khối lượng bằng 0.",
  },
  source: "Customs-Fraud-Detection, public feature list (unit price and mass features)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, convert }) => valuePerKg(item.customsValue && convert(item.customsValue), item.netMassKg),
});
