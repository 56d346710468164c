import { massPerPackageBin } from "../../history/value-bins.js";
import { headingOf, subheadingOf } from "../../model/hs-part.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { referenceDeviation } from "./reference-deviation.js";

/** How far the gross mass per package stands from the median of the last 365 days, as a robust z-score of its logarithm, among the same subheading, else the same heading; absent below 30 declarations or without a history. */
export const massPerPackageDeviation: Indicator<"massPerPackageDeviation", "number", "item"> = defineIndicator({
  id: "massPerPackageDeviation",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 2,
  reads: ["items[].hsCode", "items[].grossMassKg", "items[].packageCount", "history"],
  meaning: {
    en: "How far the gross mass per package stands from the median of the last 365 days, as a robust z-score of its logarithm, among the same subheading, else the same heading; absent below 30 declarations or without a history.",
    vi: "Độ lệch của khối lượng cả bì trên mỗi kiện so với trung vị 365 ngày gần nhất, dạng điểm z bền vững của lô-ga-rít, trong cùng phân nhóm, nếu không thì cùng nhóm; không có nếu dưới 30 tờ khai hoặc thiếu lịch sử.",
  },
  tableId: "I19",
  falsePositiveGuard: {
    en: "New products, qualities and pack sizes stand apart honestly; a subheading holds unlike goods.",
    vi: "Sản phẩm, chất lượng và quy cách mới khác biệt một cách hợp lệ; một phân nhóm gồm nhiều loại hàng khác nhau.",
  },
  source: "memory: an outlier of mass per package for the commodity; bins of 1/8 in the natural logarithm",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { item } = context;
    if (item.grossMassKg === undefined || item.packageCount === undefined) return undefined;
    const bin = massPerPackageBin(item);
    if (bin === undefined) return { missing: "notApplicable", reason: "the gross mass or the number of packages is 0" };
    const references = [
      { dimension: "hsSubheading>massPerPackage", values: [subheadingOf(item)] },
      { dimension: "hsHeading>massPerPackage", values: [headingOf(item)] },
    ];
    return referenceDeviation(context, references, bin);
  },
});
