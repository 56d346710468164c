import { defineIndicator, type Indicator } from "../indicator.js";

/** How many alerts in force match the declaration; absent without an intelligence source. */
export const alertMatchCount: Indicator<"alertMatchCount", "number", "header"> = defineIndicator({
  id: "alertMatchCount",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["intelligence"],
  meaning: {
    en: "How many alerts in force match the declaration; absent without an intelligence source.",
    vi: "Số cảnh báo còn hiệu lực khớp với tờ khai; không có nếu thiếu nguồn tình báo.",
  },
  source: "Watch lists: WCO Cargo Targeting System, public description",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration, intelligence, asOf }) =>
    intelligence === undefined ? undefined : new Set(intelligence.matches(declaration, asOf).map(({ alertId }) => alertId)).size,
});
