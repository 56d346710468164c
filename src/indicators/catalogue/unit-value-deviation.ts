import { unitValueBin } from "../../history/value-bins.js";
import { headingOf, subheadingOf } from "../../model/hs-part.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { referenceDeviation } from "./reference-deviation.js";

/** How far the customs value per kilogram stands from the median of the last 365 days, as a robust z-score of its logarithm, among the same subheading and origin, else the same subheading, else the same heading, in the same currency; absent below 30 declarations or without a history. */
export const unitValueDeviation: Indicator<"unitValueDeviation", "number", "item"> = defineIndicator({
  id: "unitValueDeviation",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 2,
  reads: ["items[].hsCode", "items[].originCountryCode", "items[].customsValue", "items[].netMassKg", "history"],
  meaning: {
    en: "How far the customs value per kilogram stands from the median of the last 365 days, as a robust z-score of its logarithm, among the same subheading and origin, else the same subheading, else the same heading, in the same currency; absent below 30 declarations or without a history.",
    vi: "Độ lệch của trị giá hải quan trên mỗi ki-lô-gam so với trung vị 365 ngày gần nhất, dạng điểm z bền vững của lô-ga-rít, trong cùng phân nhóm và xuất xứ, nếu không thì cùng phân nhóm, nếu không thì cùng nhóm, cùng đồng tiền; không có nếu dưới 30 tờ khai hoặc thiếu lịch sử.",
  },
  tableId: "I18",
  falsePositiveGuard: {
    en: "New products, qualities and pack sizes stand apart honestly; a subheading holds unlike goods.",
    vi: "Sản phẩm, chất lượng và quy cách mới khác biệt một cách hợp lệ; một phân nhóm gồm nhiều loại hàng khác nhau.",
  },
  source: "Unit price features of the public Customs-Fraud-Detection code; bins of 1/8 in the natural logarithm",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { item } = context;
    if (item.customsValue === undefined || item.netMassKg === undefined) return undefined;
    const { currency } = item.customsValue;
    const bin = unitValueBin(item);
    if (bin === undefined) return { missing: "notApplicable", reason: "the value or the net mass is 0" };
    const references = [
      { dimension: "hsSubheading+originCountry+currency>unitValue", values: [subheadingOf(item), item.originCountryCode, currency] },
      { dimension: "hsSubheading+currency>unitValue", values: [subheadingOf(item), currency] },
      { dimension: "hsHeading+currency>unitValue", values: [headingOf(item), currency] },
    ];
    return referenceDeviation(context, references, bin);
  },
});
