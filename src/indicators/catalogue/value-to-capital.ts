import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { totalValue } from "./total-value.js";

/** The value of all goods over the registered capital of the receiver; absent where either is not stated or no rate is known, not applicable where the capital is 0. */
export const valueToCapital: Indicator<"valueToCapital", "number", "header"> = defineIndicator({
  id: "valueToCapital",
  tableId: "I04",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: [
    "parties.importer.registeredCapital",
    "parties.consignee.registeredCapital",
    "parties.addressee.registeredCapital",
    "items[].customsValue",
    "invoiceTotal",
  ],
  meaning: {
    en: "The value of all goods over the registered capital of the receiver; absent where either is not stated or no rate is known, not applicable where the capital is 0.",
    vi: "Tổng trị giá hàng trên vốn điều lệ của người nhận; không có nếu thiếu một trong hai hoặc thiếu tỷ giá, không áp dụng nếu vốn bằng 0.",
  },
  falsePositiveGuard: {
    en: "Trading houses turn over many times their capital, and registered capital says little in some sectors.",
    vi: "Công ty thương mại có doanh số gấp nhiều lần vốn, và vốn điều lệ ít ý nghĩa ở một số ngành.",
  },
  source: "Circular 06/2024/TT-BTC names capital, employees and year of establishment as factors (lawnet.vn, secondary)",
  missing: "absent",
  whenItemAdded: "any",
  extract: (context) => {
    const capital = receiverOf(context.declaration.parties)?.registeredCapital;
    return ratioOf(totalValue(context), capital && context.convert(capital), "the registered capital");
  },
});
