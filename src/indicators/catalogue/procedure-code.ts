import { schemedText } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The procedure or type of declaration, as `scheme:code`. */
export const procedureCode: Indicator<"procedureCode", "code", "header"> = defineIndicator({
  id: "procedureCode",
  type: "code",
  level: "header",
  reads: ["procedure"],
  meaning: {
    en: "The procedure or type of declaration, as `scheme:code`.",
    vi: "Mã loại hình, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (GovernmentProcedure)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.procedure && schemedText(declaration.procedure),
});
