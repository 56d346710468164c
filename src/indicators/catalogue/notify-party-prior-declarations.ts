import { partyIdentity } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** How many earlier declarations named the same party to notify; absent where none is named or without a history. */
export const notifyPartyPriorDeclarations: Indicator<"notifyPartyPriorDeclarations", "number", "header"> = defineIndicator({
  id: "notifyPartyPriorDeclarations",
  tableId: "I11",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.notifyParty", "history"],
  meaning: {
    en: "How many earlier declarations named the same party to notify; absent where none is named or without a history.",
    vi: "Số tờ khai trước đó có cùng bên được thông báo; không có nếu không khai hoặc thiếu lịch sử.",
  },
  falsePositiveGuard: {
    en: "Trade by letter of credit names banks and new agents: a low weight, with an order bill alone.",
    vi: "Thanh toán bằng thư tín dụng thường nêu ngân hàng và đại lý mới: trọng số thấp, chỉ xét cùng vận đơn theo lệnh.",
  },
  source: "memory: a new party to notify on an order bill; ICS2 tells straight bills apart",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => past(context, "notifyParty", [partyIdentity(context.declaration.parties.notifyParty)])?.declarations,
});
