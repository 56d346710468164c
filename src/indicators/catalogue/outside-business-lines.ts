import { chapterOf } from "../../model/hs-part.js";
import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the HS chapter of the item is none of those that the receiver says it trades in; absent where it does not say. */
export const outsideBusinessLines: Indicator<"outsideBusinessLines", "boolean", "item"> = defineIndicator({
  id: "outsideBusinessLines",
  tableId: "I05",
  type: "boolean",
  level: "item",
  reads: ["items[].hsCode", "parties.importer.businessLines", "parties.consignee.businessLines", "parties.addressee.businessLines"],
  meaning: {
    en: "Whether the HS chapter of the item is none of those that the receiver says it trades in; absent where it does not say.",
    vi: "Chương HS của dòng hàng có nằm ngoài ngành hàng người nhận đã đăng ký hay không; không có nếu không khai.",
  },
  falsePositiveGuard: {
    en: "Firms buy machines, spares and packaging outside of their trade, and lines of business are noisy in HS chapters.",
    vi: "Doanh nghiệp mua máy, phụ tùng, bao bì ngoài ngành hàng, và ngành nghề quy đổi sang chương HS chưa chính xác.",
  },
  source: "Goods that do not fit the business are a published indicator (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, item }) => {
    const lines = receiverOf(declaration.parties)?.businessLines;
    const chapter = chapterOf(item);
    return lines === undefined || lines.length === 0 || chapter === undefined ? undefined : !lines.includes(chapter);
  },
});
