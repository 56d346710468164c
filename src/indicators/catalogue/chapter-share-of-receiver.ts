import { chapterOf } from "../../model/hs-part.js";
import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { NEVER_SEEN, past } from "./past.js";

/** The share of the earlier declarations of the receiver that had goods of the HS chapter of the item; not applicable where there is none, absent without a history. */
export const chapterShareOfReceiver: Indicator<"chapterShareOfReceiver", "number", "item"> = defineIndicator({
  id: "chapterShareOfReceiver",
  type: "number",
  level: "item",
  unit: "1",
  decimals: 4,
  reads: ["items[].hsCode", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "The share of the earlier declarations of the receiver that had goods of the HS chapter of the item; not applicable where there is none, absent without a history.",
    vi: "Tỷ lệ tờ khai trước đó của người nhận có hàng thuộc chương HS của dòng hàng; không áp dụng nếu chưa có tờ khai nào, không có nếu thiếu lịch sử.",
  },
  tableId: "I05",
  falsePositiveGuard: {
    en: "HS codes are a noisy picture of a business, and a short history is no picture at all: ask for some earlier declarations too.",
    vi: "Mã HS phản ánh ngành nghề chưa chính xác, và lịch sử ngắn thì chưa nói lên gì: nên yêu cầu thêm một số tờ khai trước.",
  },
  source: "Goods that do not fit the business are a published indicator (trade press, secondary); measured against own history",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const receiver = partyIdentity(receiverOf(context.declaration.parties));
    const all = past(context, "receiver", [receiver]);
    const alike = past(context, "receiver+hsChapter", [receiver, chapterOf(context.item)]);
    if (all === undefined || alike === undefined) return undefined;
    return all.declarations === 0 ? NEVER_SEEN : alike.declarations / all.declarations;
  },
});
