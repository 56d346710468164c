import { defineIndicator, type Indicator } from "../indicator.js";

/** The HS chapter (2 digits). */
export const hsChapter: Indicator<"hsChapter", "code", "item"> = defineIndicator({
  id: "hsChapter",
  type: "code",
  level: "item",
  reads: ["items[].hsCode"],
  meaning: {
    en: "The HS chapter (2 digits).",
    vi: "Chương HS (2 chữ số).",
  },
  source: "WCO Harmonized System, general structure",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.hsCode === undefined || item.hsCode.length < 2 ? undefined : item.hsCode.slice(0, 2)),
});
