import { partyKey } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The seller's identifier, as `scheme:code`. */
export const sellerId: Indicator<"sellerId", "code", "header"> = defineIndicator({
  id: "sellerId",
  type: "code",
  level: "header",
  reads: ["parties.seller.identifier"],
  meaning: {
    en: "The seller's identifier, as `scheme:code`.",
    vi: "Mã người bán, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (party roles)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => partyKey(declaration.parties.seller),
});
