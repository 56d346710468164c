import { defineIndicator, type Indicator } from "../indicator.js";

/** The duty rate of the item. */
export const dutyRate: Indicator<"dutyRate", "number", "item"> = defineIndicator({
  id: "dutyRate",
  type: "number",
  level: "item",
  unit: "%",
  decimals: 2,
  reads: ["items[].dutyRatePercent"],
  meaning: {
    en: "The duty rate of the item.",
    vi: "Thuế suất của dòng hàng.",
  },
  source: "WCO Data Model class of the same name (DutyTaxFee)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.dutyRatePercent,
});
