import { PARTY_ROLES } from "../../model/parties.js";
import { partyIdentity } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the freight is paid by somebody who is no party of the declaration; absent where no payer is named. */
export const freightPaidByThirdParty: Indicator<"freightPaidByThirdParty", "boolean", "header"> = defineIndicator({
  id: "freightPaidByThirdParty",
  tableId: "I23",
  type: "boolean",
  level: "header",
  reads: ["freightPayment.payer", "parties"],
  meaning: {
    en: "Whether the freight is paid by somebody who is no party of the declaration; absent where no payer is named.",
    vi: "Cước do người không phải là bên nào của tờ khai trả hay không; không có nếu không khai người trả.",
  },
  falsePositiveGuard: {
    en: "Groups of companies pay for each other.",
    vi: "Các công ty trong cùng tập đoàn thường trả thay nhau.",
  },
  source: "Third-party payers of freight: trade press (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { freightPayment, parties } }) => {
    const payer = partyIdentity(freightPayment?.payer);
    return payer === undefined ? undefined : !PARTY_ROLES.some((role) => partyIdentity(parties[role]) === payer);
  },
});
