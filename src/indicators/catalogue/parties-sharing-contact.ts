import { defineIndicator, type Indicator } from "../indicator.js";
import { SHARED_EMAIL, SHARED_PHONE } from "./shared-traits.js";
import { mostSharing } from "./shared-with.js";

/** The most other parties that had the same phone number or e-mail address as a party of the trade in the last 365 days; absent where none states one, or without a history. */
export const partiesSharingContact: Indicator<"partiesSharingContact", "number", "header"> = defineIndicator({
  id: "partiesSharingContact",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties", "history"],
  meaning: {
    en: "The most other parties that had the same phone number or e-mail address as a party of the trade in the last 365 days; absent where none states one, or without a history.",
    vi: "Số bên khác nhiều nhất có cùng số điện thoại hoặc thư điện tử với một bên của giao dịch trong 365 ngày gần nhất; không có nếu không bên nào khai, hoặc thiếu lịch sử.",
  },
  tableId: "I07",
  falsePositiveGuard: {
    en: "Brokers write their own contacts for their clients: brokers, forwarders and carriers are left out, what they wrote elsewhere is not.",
    vi: "Đại lý khai liên hệ của mình thay khách hàng: đã loại trừ đại lý, công ty giao nhận và hãng vận chuyển, nhưng không loại được liên hệ họ khai ở chỗ khác.",
  },
  source: "Contacts shared by unrelated parties: FinCEN advisory of 2019 on fentanyl trafficking (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => mostSharing(context, [SHARED_PHONE, SHARED_EMAIL]),
});
