import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { totalGrossMass } from "./total-gross-mass.js";

/** The gross mass of all goods over the number of employees of the receiver; absent where either is not stated, not applicable where it has none. */
export const massPerEmployee: Indicator<"massPerEmployee", "number", "header"> = defineIndicator({
  id: "massPerEmployee",
  tableId: "I04",
  type: "number",
  level: "header",
  unit: "kg",
  decimals: 1,
  reads: ["parties.importer.employeeCount", "parties.consignee.employeeCount", "parties.addressee.employeeCount", "grossMassKg", "items[].grossMassKg"],
  meaning: {
    en: "The gross mass of all goods over the number of employees of the receiver; absent where either is not stated, not applicable where it has none.",
    vi: "Tổng khối lượng cả bì trên số lao động của người nhận; không có nếu thiếu một trong hai, không áp dụng nếu không có lao động.",
  },
  falsePositiveGuard: {
    en: "Bulk trade needs few people: compare within a sector.",
    vi: "Hàng rời cần ít nhân công: nên so sánh trong cùng ngành.",
  },
  source: "Circular 06/2024/TT-BTC names capital, employees and year of establishment as factors (lawnet.vn, secondary)",
  missing: "absent",
  whenItemAdded: "any",
  extract: ({ declaration }) => ratioOf(totalGrossMass(declaration), receiverOf(declaration.parties)?.employeeCount, "the number of employees"),
});
