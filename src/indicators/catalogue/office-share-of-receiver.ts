import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { NEVER_SEEN, recentPast } from "./past.js";

/** The share of the declarations of the receiver of the last 365 days that were registered at the customs office; not applicable where there is none, absent without a history. */
export const officeShareOfReceiver: Indicator<"officeShareOfReceiver", "number", "header"> = defineIndicator({
  id: "officeShareOfReceiver",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: ["customsOffice", "parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "The share of the declarations of the receiver of the last 365 days that were registered at the customs office; not applicable where there is none, absent without a history.",
    vi: "Tỷ lệ tờ khai trong 365 ngày gần nhất của người nhận được đăng ký tại cơ quan hải quan đó; không áp dụng nếu chưa có tờ khai nào, không có nếu thiếu lịch sử.",
  },
  tableId: "I30",
  falsePositiveGuard: {
    en: "A first delivery to another region is honest trade; offices are also merged and renamed.",
    vi: "Lô hàng đầu tiên đến vùng khác là bình thường; cơ quan hải quan cũng được sáp nhập và đổi tên.",
  },
  source: "Office and importer features of the public Customs-Fraud-Detection code; weak entry points: European Court of Auditors, special report 4/2021",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { parties, customsOffice } = context.declaration;
    const receiver = partyIdentity(receiverOf(parties));
    const all = recentPast(context, "receiver", [receiver], { days: 365 });
    const here = recentPast(context, "receiver+office", [receiver, customsOffice], { days: 365 });
    if (all === undefined || here === undefined) return undefined;
    return all.declarations === 0 ? NEVER_SEEN : here.declarations / all.declarations;
  },
});
