import { totalValueBin } from "../../history/value-bins.js";
import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { pastMembers } from "./past.js";

/** How many other declarations of the receiver, of today and the day before (UTC), are worth no more than this one to within 13 %, in the same currency; absent where the items do not all state a value in one currency, or without a history. */
export const smallDeclarationsOfReceiver: Indicator<"smallDeclarationsOfReceiver", "number", "header"> = defineIndicator({
  id: "smallDeclarationsOfReceiver",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["items[].customsValue", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many other declarations of the receiver, of today and the day before (UTC), are worth no more than this one to within 13 %, in the same currency; absent where the items do not all state a value in one currency, or without a history.",
    vi: "Số tờ khai khác của người nhận, trong hôm nay và hôm trước (UTC), có trị giá không lớn hơn tờ khai này với sai số 13 %, cùng đồng tiền; không có nếu các dòng hàng không cùng khai trị giá bằng một đồng tiền, hoặc thiếu lịch sử.",
  },
  tableId: "I38",
  falsePositiveGuard: {
    en: "Sale events of e-commerce send many small parcels to one receiver.",
    vi: "Các đợt khuyến mại thương mại điện tử gửi nhiều kiện nhỏ đến một người nhận.",
  },
  source: "memory: orders split to stay below a threshold; the threshold itself belongs to the rule",
  missing: "absent",
  whenItemAdded: "any",
  extract: (context) => {
    const total = totalValueBin(context.declaration);
    const bins = pastMembers(context, "receiver+currency>totalValue", [partyIdentity(receiverOf(context.declaration.parties)), total?.currency], 2);
    if (bins === undefined || total === undefined) return undefined;
    return [...bins].reduce((sum, [bin, count]) => (Number(bin) <= total.bin ? sum + count : sum), 0);
  },
});
