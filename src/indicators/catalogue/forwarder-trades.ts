import { foldWords } from "../../core/text.js";
import type { Parties } from "../../model/parties.js";
import type { Party } from "../../model/party.js";
import { partyIdentity, receiverOf, shipperOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

const FORWARDING = new Set(["cargo", "forwarder", "forwarders", "forwarding", "freight", "logistic", "logistics", "nvocc", "shipping"]);
const FORWARDING_VI = ["giao nhan", "tiep van", "van chuyen", "van tai"];
/** Whether shipper and receiver are both forwarders or carriers, by their names or as the party named in that role, so that the true parties are hidden; not applicable to a master consignment or where one of the two is not named. */
export const forwarderTrades: Indicator<"forwarderTrades", "boolean", "header"> = defineIndicator({
  id: "forwarderTrades",
  tableId: "I10",
  type: "boolean",
  level: "header",
  reads: ["parties", "transport.documents[].level"],
  meaning: {
    en: "Whether shipper and receiver are both forwarders or carriers, by their names or as the party named in that role, so that the true parties are hidden; not applicable to a master consignment or where one of the two is not named.",
    vi: "Người gửi và người nhận đều là công ty giao nhận hoặc hãng vận chuyển (theo tên hoặc vai trò), che giấu các bên thật hay không; không áp dụng cho vận đơn chủ hoặc khi thiếu một bên.",
  },
  falsePositiveGuard: {
    en: "At the level of a master document it is normal and never looked at; forwarders also move goods of their own.",
    vi: "Ở cấp vận đơn chủ là bình thường và không xét; công ty giao nhận cũng có hàng của chính mình.",
  },
  source: "memory: forwarders in the place of the true parties of a house document",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { parties, consignment } }) => {
    const [shipper, receiver] = [shipperOf(parties), receiverOf(parties)];
    if (shipper === undefined || receiver === undefined || consignment?.transportDocument.level === "master") return undefined;
    return isForwarder(shipper, parties) && isForwarder(receiver, parties);
  },
});

function isForwarder(party: Party, { carrier, freightForwarder }: Parties): boolean {
  const identity = partyIdentity(party);
  if (identity !== undefined && (identity === partyIdentity(carrier) || identity === partyIdentity(freightForwarder))) return true;
  const words = foldWords(party.name ?? "");
  return words.some((word) => FORWARDING.has(word)) || FORWARDING_VI.some((phrase) => words.join(" ").includes(phrase));
}
