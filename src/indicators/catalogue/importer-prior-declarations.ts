import { partyKey } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** How many earlier declarations of the importer were known at the moment of assessment; absent without a history. */
export const importerPriorDeclarations: Indicator<"importerPriorDeclarations", "number", "header"> = defineIndicator({
  id: "importerPriorDeclarations",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.importer.identifier", "history"],
  meaning: {
    en: "How many earlier declarations of the importer were known at the moment of assessment; absent without a history.",
    vi: "Số tờ khai trước đó của người nhập khẩu đã biết tại thời điểm đánh giá; không có nếu thiếu lịch sử.",
  },
  tableId: "I01",
  falsePositiveGuard: {
    en: "Many small firms are new: a low weight, together with other evidence.",
    vi: "Nhiều doanh nghiệp nhỏ là doanh nghiệp mới: trọng số thấp, kết hợp với căn cứ khác.",
  },
  source: "First-time importers: Circular 81/2019/TT-BTC, classes under 365 days of activity",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => past(context, "importer", [partyKey(context.declaration.parties.importer)])?.declarations,
});
