import { parseInstant } from "../../core/instant.js";
import { partyIdentity, receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { NEVER_SEEN, past } from "./past.js";

/** How many whole days ago the last earlier declaration of the receiver was; not applicable where there is none, absent without a history. */
export const receiverDormantDays: Indicator<"receiverDormantDays", "number", "header"> = defineIndicator({
  id: "receiverDormantDays",
  type: "number",
  level: "header",
  unit: "d",
  decimals: 0,
  reads: ["parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many whole days ago the last earlier declaration of the receiver was; not applicable where there is none, absent without a history.",
    vi: "Số ngày tròn kể từ tờ khai trước gần nhất của người nhận; không áp dụng nếu chưa có tờ khai nào, không có nếu thiếu lịch sử.",
  },
  tableId: "I03",
  falsePositiveGuard: {
    en: "Seasonal trade and investment goods have long gaps.",
    vi: "Hàng theo mùa và hàng đầu tư có khoảng cách dài.",
  },
  source: "Circular 06/2024/TT-BTC: age of the firm as a factor (secondary); dormancy is an own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const seen = past(context, "receiver", [partyIdentity(receiverOf(context.declaration.parties))]);
    if (seen === undefined) return undefined;
    const last = seen.lastSeenAt === undefined ? undefined : parseInstant(seen.lastSeenAt);
    const now = parseInstant(context.asOf);
    return last === undefined || now === undefined ? NEVER_SEEN : Math.floor((now - last) / 86_400_000);
  },
});
