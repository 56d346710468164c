import { defineIndicator, type Indicator } from "../indicator.js";
import { SHARED_ADDRESS } from "./shared-traits.js";
import { mostSharing } from "./shared-with.js";

/** The most other parties that had the same address as a party of the trade in the last 365 days, folded for spelling; absent where none states an address of three words, or without a history. */
export const partiesAtAddress: Indicator<"partiesAtAddress", "number", "header"> = defineIndicator({
  id: "partiesAtAddress",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties", "history"],
  meaning: {
    en: "The most other parties that had the same address as a party of the trade in the last 365 days, folded for spelling; absent where none states an address of three words, or without a history.",
    vi: "Số bên khác nhiều nhất có cùng địa chỉ với một bên của giao dịch trong 365 ngày gần nhất, không phân biệt cách viết; không có nếu không bên nào khai địa chỉ từ ba từ trở lên, hoặc thiếu lịch sử.",
  },
  tableId: "I06",
  falsePositiveGuard: {
    en: "Business centres, markets and groups of companies share an address.",
    vi: "Trung tâm văn phòng, chợ và nhóm công ty dùng chung địa chỉ.",
  },
  source: "Shared addresses without physical presence: FinCEN advisory of 2024 on precursors and equipment (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => mostSharing(context, [SHARED_ADDRESS]),
});
