import { smoothedFindingRate } from "../../history/finding-rate.js";
import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** The smoothed finding rate of the receiver, findings / (inspections + 10), of all that was known; absent without a history. */
export const receiverFindingRate: Indicator<"receiverFindingRate", "number", "header"> = defineIndicator({
  id: "receiverFindingRate",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: ["parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "The smoothed finding rate of the receiver, findings / (inspections + 10), of all that was known; absent without a history.",
    vi: "Tỷ lệ phát hiện đã làm trơn của người nhận, phát hiện / (kiểm tra + 10), tính trên mọi kết quả đã biết; không có nếu thiếu lịch sử.",
  },
  tableId: "I13",
  falsePositiveGuard: {
    en: "Inspections were not chosen at random, so that the rate is of what was selected: never read it as a share of all trade.",
    vi: "Việc kiểm tra không được chọn ngẫu nhiên, nên tỷ lệ chỉ nói về những gì đã được chọn: không coi là tỷ lệ của toàn bộ thương mại.",
  },
  source: "Smoothed mean of findings, adjustment 10: public Customs-Fraud-Detection code (RiskH)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const seen = past(context, "receiver", [partyIdentity(receiverOf(context.declaration.parties))]);
    return seen && smoothedFindingRate(seen);
  },
});
