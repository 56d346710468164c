import { defineIndicator, type Indicator } from "../indicator.js";

/** How many goods items the declaration has. */
export const itemCount: Indicator<"itemCount", "number", "header"> = defineIndicator({
  id: "itemCount",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["items"],
  meaning: {
    en: "How many goods items the declaration has.",
    vi: "Số dòng hàng của tờ khai.",
  },
  source: "WCO Data Model class of the same name (GovernmentAgencyGoodsItem)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => declaration.items.length,
});
