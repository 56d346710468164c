import { defineIndicator, type Indicator } from "../indicator.js";

/** The description of the goods as declared. */
export const goodsDescription: Indicator<"goodsDescription", "text", "item"> = defineIndicator({
  id: "goodsDescription",
  type: "text",
  level: "item",
  reads: ["items[].description"],
  meaning: {
    en: "The description of the goods as declared.",
    vi: "Mô tả hàng hóa như khai báo.",
  },
  source: "WCO Data Model class of the same name (Commodity)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.description,
});
