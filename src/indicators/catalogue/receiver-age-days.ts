import { parseDate, parseInstant } from "../../core/instant.js";
import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many days ago the receiver was established; absent where it does not say. */
export const receiverAgeDays: Indicator<"receiverAgeDays", "number", "header"> = defineIndicator({
  id: "receiverAgeDays",
  tableId: "I03",
  type: "number",
  level: "header",
  unit: "d",
  decimals: 0,
  reads: ["parties.importer.establishedOn", "parties.consignee.establishedOn", "parties.addressee.establishedOn"],
  meaning: {
    en: "How many days ago the receiver was established; absent where it does not say.",
    vi: "Số ngày kể từ khi người nhận được thành lập; không có nếu không khai.",
  },
  falsePositiveGuard: {
    en: "Most young firms are just young: a low weight, together with other evidence.",
    vi: "Phần lớn doanh nghiệp mới chỉ đơn giản là mới: trọng số thấp, kết hợp căn cứ khác.",
  },
  source: "Circular 06/2024/TT-BTC names capital, employees and year of establishment as factors (lawnet.vn, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, asOf }) => {
    const established = parseDate(receiverOf(declaration.parties)?.establishedOn ?? "");
    const now = parseInstant(asOf);
    return established === undefined || now === undefined ? undefined : Math.floor(now / 86_400_000) - established;
  },
});
