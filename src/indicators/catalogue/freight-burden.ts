import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { sumIfAllStated } from "./total-gross-mass.js";

/** The freight that falls on the item by its mass, over its value: high for cheap goods on a dear route; absent where a mass, the value or the freight is not stated. */
export const freightBurden: Indicator<"freightBurden", "number", "item"> = defineIndicator({
  id: "freightBurden",
  tableId: "I24",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 4,
  reads: ["freight", "items[].grossMassKg", "items[].netMassKg", "items[].customsValue"],
  meaning: {
    en: "The freight that falls on the item by its mass, over its value: high for cheap goods on a dear route; absent where a mass, the value or the freight is not stated.",
    vi: "Phần cước phân bổ theo khối lượng cho dòng hàng, trên trị giá của dòng hàng: cao với hàng rẻ đi tuyến đắt; không có nếu thiếu khối lượng, trị giá hoặc cước.",
  },
  falsePositiveGuard: {
    en: "Samples and spares are sent by air whatever it costs.",
    vi: "Hàng mẫu và phụ tùng được gửi đường hàng không bất kể chi phí.",
  },
  source: "memory: cheap bulky goods on an expensive route; the share by mass is an own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, item, convert }) => {
    const massOf = ({ grossMassKg, netMassKg }: { readonly grossMassKg?: number; readonly netMassKg?: number }) => grossMassKg ?? netMassKg;
    const freight = declaration.freight && convert(declaration.freight);
    const share = ratioOf(massOf(item), sumIfAllStated(declaration.items.map(massOf)), "the mass");
    if (typeof share !== "number" || freight === undefined) return typeof share === "number" ? undefined : share;
    return ratioOf(freight * share, item.customsValue && convert(item.customsValue), "the value");
  },
});
