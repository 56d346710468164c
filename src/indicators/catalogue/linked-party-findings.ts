import { receiverOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { past } from "./past.js";
import { SHARED_ADDRESS, SHARED_EMAIL, SHARED_PHONE } from "./shared-traits.js";
import { sharedWith } from "./shared-with.js";

/** What more parties share links nobody. */
const MAX_LINKED = 100;

/** How many inspections of other receivers that shared the address, phone number or e-mail address of the receiver in the last 365 days found something; not applicable where more than 100 parties share them, absent where it states none of them or without a history. */
export const linkedPartyFindings: Indicator<"linkedPartyFindings", "number", "header"> = defineIndicator({
  id: "linkedPartyFindings",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties.importer", "parties.consignee", "history"],
  meaning: {
    en: "How many inspections of other receivers that shared the address, phone number or e-mail address of the receiver in the last 365 days found something; not applicable where more than 100 parties share them, absent where it states none of them or without a history.",
    vi: "Số lần kiểm tra có phát hiện vi phạm ở các bên nhận khác dùng chung địa chỉ, số điện thoại hoặc thư điện tử với người nhận trong 365 ngày gần nhất; không áp dụng nếu trên 100 bên dùng chung, không có nếu không khai hoặc thiếu lịch sử.",
  },
  tableId: "I13",
  falsePositiveGuard: {
    en: "An address is not guilt: business centres are left out beyond 100 parties, smaller ones are not.",
    vi: "Địa chỉ không phải là lỗi: trung tâm văn phòng trên 100 bên đã loại trừ, nhỏ hơn thì chưa.",
  },
  source:
    "Findings of linked parties are a published criterion (RiskH for parties in the public Customs-Fraud-Detection code; the links are an own definition)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const shared = sharedWith(context, receiverOf(context.declaration.parties), [SHARED_ADDRESS, SHARED_PHONE, SHARED_EMAIL]);
    if (shared === undefined) return undefined;
    const linked = new Set(shared.flatMap((identities) => [...identities]));
    if (linked.size > MAX_LINKED) return { missing: "notApplicable", reason: `more than ${MAX_LINKED} parties share it` };
    return [...linked].reduce((sum, identity) => sum + (past(context, "receiver", [identity])?.findings ?? 0), 0);
  },
});
