import { defineIndicator, type Indicator } from "../indicator.js";

/** The country that the goods were dispatched from. */
export const departureCountry: Indicator<"departureCountry", "code", "header"> = defineIndicator({
  id: "departureCountry",
  type: "code",
  level: "header",
  reads: ["transport.departureCountryCode"],
  meaning: {
    en: "The country that the goods were dispatched from.",
    vi: "Nước gửi hàng.",
  },
  source: "WTO TFA article 7.4.4 names the country from which goods were shipped as a criterion (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.transport.departureCountryCode,
});
