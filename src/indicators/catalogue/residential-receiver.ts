import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the address of the receiver is one of a home or of a service that lends addresses; absent where its kind is not stated. */
export const residentialReceiver: Indicator<"residentialReceiver", "boolean", "header"> = defineIndicator({
  id: "residentialReceiver",
  tableId: "I06",
  type: "boolean",
  level: "header",
  reads: ["parties.importer.addressKind", "parties.consignee.addressKind", "parties.addressee.addressKind"],
  meaning: {
    en: "Whether the address of the receiver is one of a home or of a service that lends addresses; absent where its kind is not stated.",
    vi: "Địa chỉ người nhận có phải nhà ở hoặc dịch vụ cho mượn địa chỉ hay không; không có nếu không khai loại địa chỉ.",
  },
  falsePositiveGuard: {
    en: "Private persons and small traders live where they work.",
    vi: "Cá nhân và hộ kinh doanh thường làm việc tại nhà.",
  },
  source: "Residential addresses without physical presence: FinCEN advisory of 2024 on precursors and equipment (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const kind = receiverOf(declaration.parties)?.addressKind;
    return kind === undefined ? undefined : kind !== "business";
  },
});
