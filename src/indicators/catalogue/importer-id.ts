import { partyKey } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The importer's identifier, as `scheme:code`. */
export const importerId: Indicator<"importerId", "code", "header"> = defineIndicator({
  id: "importerId",
  type: "code",
  level: "header",
  reads: ["parties.importer.identifier"],
  meaning: {
    en: "The importer's identifier, as `scheme:code`.",
    vi: "Mã người nhập khẩu, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (party roles)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => partyKey(declaration.parties.importer),
});
