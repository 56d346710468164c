import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { recentPast } from "./past.js";

/** How many declarations of the receiver (the importer, else the consignee, else the addressee of a postal item) of the last 365 days were known; absent without a history. */
export const receiverRecentDeclarations: Indicator<"receiverRecentDeclarations", "number", "header"> = defineIndicator({
  id: "receiverRecentDeclarations",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many declarations of the receiver (the importer, else the consignee, else the addressee of a postal item) of the last 365 days were known; absent without a history.",
    vi: "Số tờ khai trong 365 ngày gần nhất của người nhận hàng (người nhập khẩu, nếu không thì người nhận, nếu không thì người nhận bưu gửi) đã biết; không có nếu thiếu lịch sử.",
  },
  tableId: "I01",
  falsePositiveGuard: {
    en: "Many small firms are new: a low weight, together with other evidence.",
    vi: "Nhiều doanh nghiệp nhỏ là doanh nghiệp mới: trọng số thấp, kết hợp với bằng chứng khác.",
  },
  source: "Circular 81/2019/TT-BTC: classes under 365 days of activity (secondary); first-time shippers in Canadian evidence (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => recentPast(context, "receiver", [partyIdentity(receiverOf(context.declaration.parties))], { days: 365 })?.declarations,
});
