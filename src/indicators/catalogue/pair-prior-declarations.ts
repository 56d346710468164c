import { partyIdentity, receiverOf, shipperOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";

/** How many earlier declarations of the same shipper to the same receiver were known; absent without a history. */
export const pairPriorDeclarations: Indicator<"pairPriorDeclarations", "number", "header"> = defineIndicator({
  id: "pairPriorDeclarations",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.consignor", "parties.exporter", "parties.seller", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many earlier declarations of the same shipper to the same receiver were known; absent without a history.",
    vi: "Số tờ khai trước đó của cùng người gửi đến cùng người nhận đã biết; không có nếu thiếu lịch sử.",
  },
  tableId: "I02",
  falsePositiveGuard: {
    en: "Honest firms find new suppliers: a low weight, together with other evidence.",
    vi: "Doanh nghiệp trung thực cũng tìm nhà cung cấp mới: trọng số thấp, kết hợp với bằng chứng khác.",
  },
  source: "First-time pairs of shipper and consignee are a published indicator (trade press, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { parties } = context.declaration;
    return past(context, "receiver>shipper", [partyIdentity(receiverOf(parties)), partyIdentity(shipperOf(parties))])?.declarations;
  },
});
