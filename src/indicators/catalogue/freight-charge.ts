import { defineIndicator, type Indicator } from "../indicator.js";

/** The freight charge in the currency of the facts. */
export const freightCharge: Indicator<"freightCharge", "number", "header"> = defineIndicator({
  id: "freightCharge",
  type: "number",
  level: "header",
  unit: "currency",
  decimals: 2,
  reads: ["freight"],
  meaning: {
    en: "The freight charge in the currency of the facts.",
    vi: "Phí vận chuyển theo đồng tiền của bộ dữ kiện.",
  },
  source: "Uneconomic freight is a published indicator (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, convert }) => declaration.freight && convert(declaration.freight),
});
