import { defineIndicator, type Indicator } from "../indicator.js";

/** The net mass of the item. */
export const netMass: Indicator<"netMass", "number", "item"> = defineIndicator({
  id: "netMass",
  type: "number",
  level: "item",
  unit: "kg",
  decimals: 3,
  reads: ["items[].netMassKg"],
  meaning: {
    en: "The net mass of the item.",
    vi: "Khối lượng tịnh của dòng hàng.",
  },
  source: "WCO Data Model class of the same name (GoodsMeasure)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.netMassKg,
});
