import { partyKey } from "../../model/party.js";
import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { NEVER_SEEN, past } from "./past.js";

/** Whether the receiver declared before, but never by this declarant; not applicable where it never did, absent without a history. */
export const declarantNewToReceiver: Indicator<"declarantNewToReceiver", "boolean", "header"> = defineIndicator({
  id: "declarantNewToReceiver",
  type: "boolean",
  level: "header",
  reads: ["parties.declarant.identifier", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "Whether the receiver declared before, but never by this declarant; not applicable where it never did, absent without a history.",
    vi: "Người nhận đã từng khai báo nhưng chưa bao giờ qua người khai hải quan này hay không; không áp dụng nếu chưa từng khai, không có nếu thiếu lịch sử.",
  },
  tableId: "I14",
  falsePositiveGuard: {
    en: "Firms change brokers for price and place: a low weight, together with other evidence.",
    vi: "Doanh nghiệp đổi đại lý vì giá và địa điểm: trọng số thấp, kết hợp với bằng chứng khác.",
  },
  source: "Sudden change of broker: own definition after RiskH of declarants in the public Customs-Fraud-Detection code",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { parties } = context.declaration;
    const receiver = partyIdentity(receiverOf(parties));
    const all = past(context, "receiver", [receiver]);
    const together = past(context, "receiver>declarant", [receiver, partyKey(parties.declarant)]);
    if (all === undefined || together === undefined) return undefined;
    return all.declarations === 0 ? NEVER_SEEN : together.declarations === 0;
  },
});
