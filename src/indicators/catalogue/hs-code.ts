import { defineIndicator, type Indicator } from "../indicator.js";

/** The HS code as declared, with all its digits. */
export const hsCode: Indicator<"hsCode", "code", "item"> = defineIndicator({
  id: "hsCode",
  type: "code",
  level: "item",
  reads: ["items[].hsCode"],
  meaning: {
    en: "The HS code as declared, with all its digits.",
    vi: "Mã HS như khai báo, đủ các chữ số.",
  },
  source: "WCO Data Model class of the same name (Classification)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.hsCode,
});
