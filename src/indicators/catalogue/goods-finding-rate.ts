import { smoothedFindingRate } from "../../history/finding-rate.js";
import { subheadingOf } from "../../model/hs-part.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** The smoothed finding rate of the HS subheading from the country of origin, findings / (inspections + 10); absent without a history. */
export const goodsFindingRate: Indicator<"goodsFindingRate", "number", "item"> = defineIndicator({
  id: "goodsFindingRate",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 4,
  reads: ["items[].hsCode", "items[].originCountryCode", "history"],
  meaning: {
    en: "The smoothed finding rate of the HS subheading from the country of origin, findings / (inspections + 10); absent without a history.",
    vi: "Tỷ lệ phát hiện đã làm trơn của phân nhóm HS từ nước xuất xứ, phát hiện / (kiểm tra + 10); không có nếu thiếu lịch sử.",
  },
  falsePositiveGuard: {
    en: "Inspections were not chosen at random, so that the rate is of what was selected: never read it as a share of all trade.",
    vi: "Việc kiểm tra không được chọn ngẫu nhiên, nên tỷ lệ chỉ nói về những gì đã được chọn: không coi là tỷ lệ của toàn bộ thương mại.",
  },
  source: "Smoothed mean of findings, adjustment 10: public Customs-Fraud-Detection code (RiskH)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const seen = past(context, "hsSubheading+originCountry", [subheadingOf(context.item), context.item.originCountryCode]);
    return seen && smoothedFindingRate(seen);
  },
});
