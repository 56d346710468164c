import { defineIndicator, type Indicator } from "../indicator.js";

/** The channels that brought the alerts that match, such as rilo; absent without an intelligence source. */
export const alertChannels: Indicator<"alertChannels", "codes", "header"> = defineIndicator({
  id: "alertChannels",
  tableId: "I44",
  type: "codes",
  level: "header",
  reads: ["intelligence"],
  meaning: {
    en: "The channels that brought the alerts that match, such as rilo; absent without an intelligence source.",
    vi: "Các kênh chuyển cảnh báo khớp, ví dụ rilo; không có nếu thiếu nguồn tình báo.",
  },
  falsePositiveGuard: {
    en: "A match is a reason to look, never an identification: show its evidence, and let a person decide.",
    vi: "Kết quả khớp chỉ là lý do để xem xét, không phải là xác định danh tính: hiển thị bằng chứng và để con người quyết định.",
  },
  source: "Watch lists: WCO Cargo Targeting System, public description; the table of points is an own choice",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration, intelligence, asOf }) => intelligence?.matches(declaration, asOf).flatMap(({ channel }) => (channel === undefined ? [] : [channel])),
});
