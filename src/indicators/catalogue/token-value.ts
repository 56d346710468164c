import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the item is valued at 1 or less in the currency that it states. */
export const tokenValue: Indicator<"tokenValue", "boolean", "item"> = defineIndicator({
  id: "tokenValue",
  tableId: "I17",
  type: "boolean",
  level: "item",
  reads: ["items[].customsValue"],
  meaning: {
    en: "Whether the item is valued at 1 or less in the currency that it states.",
    vi: "Dòng hàng khai trị giá từ 1 trở xuống theo đồng tiền khai báo hay không.",
  },
  falsePositiveGuard: {
    en: "Samples and documents have no value to speak of.",
    vi: "Hàng mẫu và tài liệu gần như không có giá trị.",
  },
  source: "Implausible values of 0 or 1: WCO News on advance data of postal items",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.customsValue === undefined ? undefined : item.customsValue.amount <= 1),
});
