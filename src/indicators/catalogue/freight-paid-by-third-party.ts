import { foldPhrase } from "../../core/text.js";
import { PARTY_ROLES } from "../../model/parties.js";
import { type Party, partyKey } from "../../model/party.js";
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
    const payer = freightPayment?.payer;
    return payer && !PARTY_ROLES.some((role) => isSame(payer, parties[role]));
  },
});

/** By identifier, or else by name, whatever the country: who pays is seldom told in full. */
function isSame(payer: Party, party: Party | undefined): boolean {
  if (party === undefined) return false;
  const [one, other] = [partyKey(payer), partyKey(party)];
  if (one !== undefined && other !== undefined) return one === other;
  const name = foldPhrase(payer.name ?? "");
  return name.trim() !== "" && name === foldPhrase(party.name ?? "");
}
