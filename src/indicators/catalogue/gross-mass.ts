import { defineIndicator, type Indicator } from "../indicator.js";

/** The gross mass of the item. */
export const grossMass: Indicator<"grossMass", "number", "item"> = defineIndicator({
  id: "grossMass",
  type: "number",
  level: "item",
  unit: "kg",
  decimals: 3,
  reads: ["items[].grossMassKg"],
  meaning: {
    en: "The gross mass of the item.",
    vi: "Khối lượng cả bì của dòng hàng.",
  },
  source: "WCO Data Model class of the same name (GoodsMeasure)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.grossMassKg,
});
