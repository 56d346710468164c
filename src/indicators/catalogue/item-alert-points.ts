import { defineIndicator, type Indicator } from "../indicator.js";
import { strongestPoints } from "./strongest-points.js";

/** The points, 0 to 10, of the best graded alert in force that matches this item; 0 where none does, absent without an intelligence source. */
export const itemAlertPoints: Indicator<"itemAlertPoints", "number", "item"> = defineIndicator({
  id: "itemAlertPoints",
  tableId: "I44",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 0,
  reads: ["intelligence"],
  meaning: {
    en: "The points, 0 to 10, of the best graded alert in force that matches this item; 0 where none does, absent without an intelligence source.",
    vi: "Điểm, 0 đến 10, của cảnh báo còn hiệu lực có độ tin cậy cao nhất khớp với dòng hàng này; 0 nếu không có, không có nếu thiếu nguồn tình báo.",
  },
  falsePositiveGuard: {
    en: "A match is a reason to look, never an identification: show its evidence, and let a person decide.",
    vi: "Kết quả khớp chỉ là lý do để xem xét, không phải là xác định danh tính: hiển thị bằng chứng và để con người quyết định.",
  },
  source: "Watch lists: WCO Cargo Targeting System, public description; the table of points is an own choice",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, intelligence, asOf, item }) =>
    strongestPoints(intelligence?.matches(declaration, asOf).filter(({ lineNumber }) => lineNumber === item.lineNumber)),
});
