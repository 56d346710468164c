import { schemedText } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How the freight is paid, as `scheme:code`, since schemes name cash differently. */
export const freightPaymentMethod: Indicator<"freightPaymentMethod", "code", "header"> = defineIndicator({
  id: "freightPaymentMethod",
  tableId: "I23",
  type: "code",
  level: "header",
  reads: ["freightPayment.method"],
  meaning: {
    en: "How the freight is paid, as `scheme:code`, since schemes name cash differently.",
    vi: "Cách trả cước, dạng `hệ mã:mã`, vì mỗi hệ mã ghi tiền mặt khác nhau.",
  },
  falsePositiveGuard: {
    en: "Cash is usual where banking is scarce.",
    vi: "Tiền mặt là bình thường ở nơi ít dịch vụ ngân hàng.",
  },
  source: "Freight prepaid in cash is a published indicator (jjkellerlibrary.com, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { freightPayment } }) => freightPayment?.method && schemedText(freightPayment.method),
});
