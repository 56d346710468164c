import { defineIndicator, type Indicator } from "../indicator.js";

/** The gross mass per package; not applicable where there are no packages. */
export const massPerPackage: Indicator<"massPerPackage", "number", "item"> = defineIndicator({
  id: "massPerPackage",
  type: "number",
  level: "item",
  unit: "kg",
  decimals: 3,
  reads: ["items[].grossMassKg", "items[].packageCount"],
  meaning: {
    en: "The gross mass per package; not applicable where there are no packages.",
    vi: "Khối lượng cả bì trên mỗi kiện; không áp dụng khi không có kiện.",
  },
  source: "own definition (an outlier per commodity is an indicator from memory)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => {
    if (item.grossMassKg === undefined || item.packageCount === undefined) return undefined;
    return item.packageCount === 0 ? { missing: "notApplicable", reason: "there are no packages" } : item.grossMassKg / item.packageCount;
  },
});
