import { partyKey } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The declarant's identifier, as `scheme:code`. */
export const declarantId: Indicator<"declarantId", "code", "header"> = defineIndicator({
  id: "declarantId",
  type: "code",
  level: "header",
  reads: ["parties.declarant.identifier"],
  meaning: {
    en: "The declarant's identifier, as `scheme:code`.",
    vi: "Mã người khai hải quan, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (party roles)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => partyKey(declaration.parties.declarant),
});
