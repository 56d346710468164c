import { defineIndicator, type Indicator } from "../indicator.js";

/** The country of origin of the item. */
export const originCountry: Indicator<"originCountry", "code", "item"> = defineIndicator({
  id: "originCountry",
  type: "code",
  level: "item",
  reads: ["items[].originCountryCode"],
  meaning: {
    en: "The country of origin of the item.",
    vi: "Nước xuất xứ của dòng hàng.",
  },
  source: "WTO TFA article 7.4.4 names the country of origin as a criterion (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.originCountryCode,
});
