import { defineIndicator, type Indicator } from "../indicator.js";

/** The HS heading (4 digits). */
export const hsHeading: Indicator<"hsHeading", "code", "item"> = defineIndicator({
  id: "hsHeading",
  type: "code",
  level: "item",
  reads: ["items[].hsCode"],
  meaning: {
    en: "The HS heading (4 digits).",
    vi: "Nhóm HS (4 chữ số).",
  },
  source: "WCO Harmonized System, general structure",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.hsCode === undefined || item.hsCode.length < 4 ? undefined : item.hsCode.slice(0, 4)),
});
