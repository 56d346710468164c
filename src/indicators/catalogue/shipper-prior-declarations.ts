import { partyIdentity, shipperOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** How many earlier declarations of the shipper (the consignor, else the exporter, else the seller, else the sender of a postal item) were known; absent without a history. */
export const shipperPriorDeclarations: Indicator<"shipperPriorDeclarations", "number", "header"> = defineIndicator({
  id: "shipperPriorDeclarations",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.consignor", "parties.exporter", "parties.seller", "history"],
  meaning: {
    en: "How many earlier declarations of the shipper (the consignor, else the exporter, else the seller, else the sender of a postal item) were known; absent without a history.",
    vi: "Số tờ khai trước đó của người gửi hàng (người gửi, nếu không thì người xuất khẩu, nếu không thì người bán, nếu không thì người gửi bưu gửi) đã biết; không có nếu thiếu lịch sử.",
  },
  tableId: "I02",
  falsePositiveGuard: {
    en: "A shipper written in two ways counts as two where it has no identifier, though case, accents and punctuation make no difference.",
    vi: "Người gửi viết theo hai cách bị tính là hai nếu không có mã định danh; chữ hoa, dấu và dấu câu không tạo khác biệt.",
  },
  source: "First-time shippers are a published indicator (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => past(context, "shipper", [partyIdentity(shipperOf(context.declaration.parties))])?.declarations,
});
