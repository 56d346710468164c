import { defineIndicator, type Indicator } from "../indicator.js";

/** The HS subheading (6 digits). */
export const hsSubheading: Indicator<"hsSubheading", "code", "item"> = defineIndicator({
  id: "hsSubheading",
  type: "code",
  level: "item",
  reads: ["items[].hsCode"],
  meaning: {
    en: "The HS subheading (6 digits).",
    vi: "Phân nhóm HS (6 chữ số).",
  },
  source: "WCO Harmonized System, general structure",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.hsCode === undefined || item.hsCode.length < 6 ? undefined : item.hsCode.slice(0, 6)),
});
