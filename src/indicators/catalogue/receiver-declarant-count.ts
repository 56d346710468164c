import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { pastMembers } from "./past.js";

/** How many declarants declared for the receiver in the last 90 days; absent without a history. */
export const receiverDeclarantCount: Indicator<"receiverDeclarantCount", "number", "header"> = defineIndicator({
  id: "receiverDeclarantCount",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many declarants declared for the receiver in the last 90 days; absent without a history.",
    vi: "Số người khai hải quan đã khai cho người nhận trong 90 ngày gần nhất; không có nếu thiếu lịch sử.",
  },
  tableId: "I14",
  falsePositiveGuard: {
    en: "Large importers work with many brokers at many ports.",
    vi: "Doanh nghiệp nhập khẩu lớn dùng nhiều đại lý ở nhiều cảng.",
  },
  source: "Sudden or many brokers: own definition after RiskH of declarants in the public Customs-Fraud-Detection code",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => pastMembers(context, "receiver>declarant", [partyIdentity(receiverOf(context.declaration.parties))], 90)?.size,
});
