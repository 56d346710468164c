import { defineIndicator, type Indicator } from "../indicator.js";

/** What the alerts that match are about: party, contact, means, equipment, document, route, goods; absent without an intelligence source. */
export const alertSubjects: Indicator<"alertSubjects", "codes", "header"> = defineIndicator({
  id: "alertSubjects",
  tableId: "I44",
  type: "codes",
  level: "header",
  reads: ["intelligence"],
  meaning: {
    en: "What the alerts that match are about: party, contact, means, equipment, document, route, goods; absent without an intelligence source.",
    vi: "Đối tượng của các cảnh báo khớp: party, contact, means, equipment, document, route, goods; không có nếu thiếu nguồn tình báo.",
  },
  falsePositiveGuard: {
    en: "A match is a reason to look, never an identification: show its evidence, and let a person decide.",
    vi: "Kết quả khớp chỉ là lý do để xem xét, không phải là xác định danh tính: hiển thị bằng chứng và để con người quyết định.",
  },
  source: "Watch lists: WCO Cargo Targeting System, public description; the table of points is an own choice",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration, intelligence, asOf }) => intelligence?.matches(declaration, asOf).flatMap(({ subject }) => (subject === undefined ? [] : [subject])),
});
