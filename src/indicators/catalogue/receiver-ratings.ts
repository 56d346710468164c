import { schemedText } from "../../model/party.js";
import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The official ratings of the receiver, as `scheme:code`, such as vn-tt81-compliance-level:5; absent where none is stated. */
export const receiverRatings: Indicator<"receiverRatings", "codes", "header"> = defineIndicator({
  id: "receiverRatings",
  tableId: "I15",
  type: "codes",
  level: "header",
  reads: ["parties.importer.officialRatings", "parties.consignee.officialRatings", "parties.addressee.officialRatings"],
  meaning: {
    en: "The official ratings of the receiver, as `scheme:code`, such as vn-tt81-compliance-level:5; absent where none is stated.",
    vi: "Xếp hạng chính thức của người nhận, dạng `hệ mã:mã`, ví dụ vn-tt81-compliance-level:5; không có nếu không khai.",
  },
  falsePositiveGuard: {
    en: "Official ratings are inputs: they are never computed here, and no output bears their names.",
    vi: "Xếp hạng chính thức là dữ liệu đầu vào: không tính lại và không đặt tên đầu ra theo đó.",
  },
  source: "Circular 81/2019/TT-BTC: five compliance levels, nine risk classes (lawnet.vn, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => receiverOf(declaration.parties)?.officialRatings?.map(schemedText),
});
