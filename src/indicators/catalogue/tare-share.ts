import { defineIndicator, type Indicator } from "../indicator.js";

/** The share of the gross mass that is not goods; not applicable where the gross mass is 0. */
export const tareShare: Indicator<"tareShare", "number", "item"> = defineIndicator({
  id: "tareShare",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 4,
  reads: ["items[].grossMassKg", "items[].netMassKg"],
  meaning: {
    en: "The share of the gross mass that is not goods; not applicable where the gross mass is 0.",
    vi: "Tỷ lệ bao bì trong khối lượng cả bì; không áp dụng khi khối lượng cả bì bằng 0.",
  },
  source: "own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => {
    if (item.grossMassKg === undefined || item.netMassKg === undefined) return undefined;
    return item.grossMassKg === 0 ? { missing: "notApplicable", reason: "the gross mass is 0" } : (item.grossMassKg - item.netMassKg) / item.grossMassKg;
  },
});
