import { smoothedFindingRate } from "../../history/finding-rate.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** The smoothed finding rate of what was declared at the customs office from the departure country, findings / (inspections + 10); absent without a history. */
export const routeFindingRate: Indicator<"routeFindingRate", "number", "header"> = defineIndicator({
  id: "routeFindingRate",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: ["customsOffice", "transport.departureCountryCode", "history"],
  meaning: {
    en: "The smoothed finding rate of what was declared at the customs office from the departure country, findings / (inspections + 10); absent without a history.",
    vi: "Tỷ lệ phát hiện đã làm trơn của hàng khai tại cơ quan hải quan đó từ nước gửi đó, phát hiện / (kiểm tra + 10); không có nếu thiếu lịch sử.",
  },
  falsePositiveGuard: {
    en: "Inspections were not chosen at random, so that the rate is of what was selected: never read it as a share of all trade.",
    vi: "Việc kiểm tra không được chọn ngẫu nhiên, nên tỷ lệ chỉ nói về những gì đã được chọn: không coi là tỷ lệ của toàn bộ thương mại.",
  },
  source: "Smoothed mean of findings, adjustment 10: public Customs-Fraud-Detection code (RiskH)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const seen = past(context, "office+departureCountry", [context.declaration.customsOffice, context.declaration.transport.departureCountryCode]);
    return seen && smoothedFindingRate(seen);
  },
});
