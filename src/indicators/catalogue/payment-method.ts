import { schemedText } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The method of payment, as `scheme:code`. */
export const paymentMethod: Indicator<"paymentMethod", "code", "header"> = defineIndicator({
  id: "paymentMethod",
  type: "code",
  level: "header",
  reads: ["paymentMethod"],
  meaning: {
    en: "The method of payment, as `scheme:code`.",
    vi: "Phương thức thanh toán, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (Payment)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.paymentMethod && schemedText(declaration.paymentMethod),
});
