import { schemedText } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The mode of transport at the border, as `scheme:code`, since schemes number the modes differently. */
export const transportMode: Indicator<"transportMode", "code", "header"> = defineIndicator({
  id: "transportMode",
  type: "code",
  level: "header",
  reads: ["transport.mode"],
  meaning: {
    en: "The mode of transport at the border, as `scheme:code`, since schemes number the modes differently.",
    vi: "Phương thức vận chuyển tại biên giới, dạng `hệ mã:mã`, vì các hệ mã đánh số khác nhau.",
  },
  source: "WCO Data Model class of the same name (BorderTransportMeans)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.transport.mode && schemedText(declaration.transport.mode),
});
