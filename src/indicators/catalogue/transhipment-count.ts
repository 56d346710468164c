import { defineIndicator, type Indicator } from "../indicator.js";

/** How many times the goods change from one means of transport to the next; absent where no leg is stated. */
export const transhipmentCount: Indicator<"transhipmentCount", "number", "header"> = defineIndicator({
  id: "transhipmentCount",
  tableId: "I27",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport.itinerary"],
  meaning: {
    en: "How many times the goods change from one means of transport to the next; absent where no leg is stated.",
    vi: "Số lần hàng chuyển phương tiện; không có nếu không khai chặng nào.",
  },
  falsePositiveGuard: {
    en: "Hubs are normal for goods of South-East Asia: a reason to look closer, never one by itself.",
    vi: "Trung chuyển là bình thường ở Đông Nam Á: chỉ là lý do để xem kỹ hơn.",
  },
  source: "memory: documents are exchanged where goods are transhipped",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const { itinerary = [] } = declaration.transport;
    return itinerary.length === 0 ? undefined : itinerary.length - 1;
  },
});
