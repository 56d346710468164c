import { addressKey, partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { pastMembers } from "./past.js";

/** How many shippers sent to the receiver, or to its address, in the last 30 days; absent without a history. */
export const sendersToReceiver: Indicator<"sendersToReceiver", "number", "header"> = defineIndicator({
  id: "sendersToReceiver",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.consignor", "parties.exporter", "parties.seller", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many shippers sent to the receiver, or to its address, in the last 30 days; absent without a history.",
    vi: "Số người gửi đã gửi hàng đến người nhận, hoặc đến địa chỉ đó, trong 30 ngày gần nhất; không có nếu thiếu lịch sử.",
  },
  tableId: "I43",
  falsePositiveGuard: {
    en: "Buyers on marketplaces receive from many sellers.",
    vi: "Người mua trên sàn thương mại điện tử nhận hàng từ nhiều người bán.",
  },
  source: "Repeat parcels of many senders to one recipient: US CBP fentanyl strategy (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const receiver = receiverOf(context.declaration.parties);
    const toReceiver = pastMembers(context, "receiver>shipper", [partyIdentity(receiver)], 30);
    const toAddress = pastMembers(context, "receiverAddress>shipper", [addressKey(receiver ?? {})], 30);
    if (toReceiver === undefined && toAddress === undefined) return undefined;
    return Math.max(toReceiver?.size ?? 0, toAddress?.size ?? 0);
  },
});
