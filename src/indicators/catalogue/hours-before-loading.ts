import { defineIndicator, type Indicator } from "../indicator.js";
import { instantOf, loadedAt } from "./journey-times.js";

/** How many hours before the loading the data was first lodged, negative after it; absent where no loading is stated. */
export const hoursBeforeLoading: Indicator<"hoursBeforeLoading", "number", "header"> = defineIndicator({
  id: "hoursBeforeLoading",
  tableId: "I29",
  type: "number",
  level: "header",
  unit: "h",
  decimals: 1,
  reads: ["registeredAt", "consignment", "transport"],
  meaning: {
    en: "How many hours before the loading the data was first lodged, negative after it; absent where no loading is stated.",
    vi: "Số giờ từ khi gửi dữ liệu lần đầu đến khi xếp hàng, âm nếu gửi sau; không có nếu không khai thời điểm xếp.",
  },
  falsePositiveGuard: {
    en: "Deadlines before loading bind cargo reports, and not everywhere.",
    vi: "Thời hạn trước khi xếp chỉ áp dụng với lược khai, và không phải ở mọi nơi.",
  },
  source: "Timeliness of advance data is a published indicator (WCO News)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const lodged = instantOf(declaration.consignment?.firstLodgedAt ?? declaration.registeredAt);
    const loaded = loadedAt(declaration);
    return lodged === undefined || loaded === undefined ? undefined : (loaded - lodged) / 3_600_000;
  },
});
