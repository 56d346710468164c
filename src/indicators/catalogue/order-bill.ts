import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether a house or simple transport document is made out to order, so that the receiver may change by endorsement; absent where none says. */
export const orderBill: Indicator<"orderBill", "boolean", "header"> = defineIndicator({
  id: "orderBill",
  tableId: "I11",
  type: "boolean",
  level: "header",
  reads: ["transport.documents[].negotiability", "transport.documents[].level"],
  meaning: {
    en: "Whether a house or simple transport document is made out to order, so that the receiver may change by endorsement; absent where none says.",
    vi: "Có vận đơn thứ cấp hoặc vận đơn đơn lập theo lệnh, có thể đổi người nhận qua ký hậu hay không; không có nếu không khai.",
  },
  falsePositiveGuard: {
    en: "Order bills are common in trade by letter of credit.",
    vi: "Vận đơn theo lệnh phổ biến khi thanh toán bằng thư tín dụng.",
  },
  source: "memory; ICS2 tells straight bills apart",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const stated = (declaration.transport.documents ?? []).flatMap(({ level, negotiability }) => (level === "master" ? [] : (negotiability ?? [])));
    return stated.length === 0 ? undefined : stated.includes("order");
  },
});
