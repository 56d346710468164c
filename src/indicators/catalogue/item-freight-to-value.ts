import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";

/** The freight that falls on the item by its part of the gross mass stated for the whole, over its value: high for cheap goods on a dear route; absent where a mass, the value or the freight is not stated. */
export const itemFreightToValue: Indicator<"itemFreightToValue", "number", "item"> = defineIndicator({
  id: "itemFreightToValue",
  tableId: "I24",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 4,
  reads: ["freight", "grossMassKg", "items[].grossMassKg", "items[].netMassKg", "items[].customsValue"],
  meaning: {
    en: "The freight that falls on the item by its part of the gross mass stated for the whole, over its value: high for cheap goods on a dear route; absent where a mass, the value or the freight is not stated.",
    vi: "Phần cước phân bổ cho dòng hàng theo tỷ trọng trong tổng khối lượng cả bì khai của cả lô, trên trị giá của dòng hàng: cao với hàng rẻ đi tuyến đắt; không có nếu thiếu khối lượng, trị giá hoặc cước.",
  },
  falsePositiveGuard: {
    en: "Samples and spares are sent by air whatever it costs.",
    vi: "Hàng mẫu và phụ tùng được gửi đường hàng không bất kể chi phí.",
  },
  source: "memory: cheap bulky goods on an expensive route; the share by mass is an own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, item, convert }) => {
    const freight = declaration.freight && convert(declaration.freight);
    const share = ratioOf(item.grossMassKg ?? item.netMassKg, declaration.grossMassKg, "the gross mass of the whole");
    if (freight === undefined || typeof share !== "number") return share === undefined || typeof share === "number" ? undefined : share;
    return ratioOf(freight * share, item.customsValue && convert(item.customsValue), "the value");
  },
});
