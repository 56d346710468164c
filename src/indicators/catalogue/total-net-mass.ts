import { defineIndicator, type Indicator } from "../indicator.js";
import { sumDecimals } from "./sum-decimals.js";

/** The net mass of all items that state one; absent if none does. */
export const totalNetMass: Indicator<"totalNetMass", "number", "header"> = defineIndicator({
  id: "totalNetMass",
  type: "number",
  level: "header",
  unit: "kg",
  decimals: 3,
  reads: ["items[].netMassKg"],
  meaning: {
    en: "The net mass of all items that state one; absent if none does.",
    vi: "Tổng khối lượng tịnh của các dòng hàng có khai khối lượng; không có nếu không dòng nào khai.",
  },
  source: "WCO Data Model class of the same name (GoodsMeasure)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) =>
    sumDecimals(
      declaration.items.map((item) => item.netMassKg),
      3,
    ),
});
