import { defineIndicator, type Indicator } from "../indicator.js";

/** The customs office of registration. */
export const customsOffice: Indicator<"customsOffice", "code", "header"> = defineIndicator({
  id: "customsOffice",
  type: "code",
  level: "header",
  reads: ["customsOffice"],
  meaning: {
    en: "The customs office of registration.",
    vi: "Cơ quan hải quan nơi đăng ký tờ khai.",
  },
  source: "WCO Data Model class of the same name (DeclarationOffice)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.customsOffice,
});
