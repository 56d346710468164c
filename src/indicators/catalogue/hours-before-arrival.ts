import { defineIndicator, type Indicator } from "../indicator.js";
import { arrivedAt, instantOf } from "./journey-times.js";

/** How many hours before the arrival the data was first lodged, negative after it; absent where no arrival is stated. */
export const hoursBeforeArrival: Indicator<"hoursBeforeArrival", "number", "header"> = defineIndicator({
  id: "hoursBeforeArrival",
  tableId: "I29",
  type: "number",
  level: "header",
  unit: "h",
  decimals: 1,
  reads: ["registeredAt", "consignment", "transport.arrivalAt", "transport.itinerary"],
  meaning: {
    en: "How many hours before the arrival the data was first lodged, negative after it; absent where no arrival is stated.",
    vi: "Số giờ từ khi gửi dữ liệu lần đầu đến khi hàng đến, âm nếu gửi sau; không có nếu không khai thời điểm đến.",
  },
  falsePositiveGuard: {
    en: "Short routes and urgent goods leave little time; deadlines differ by mode.",
    vi: "Tuyến ngắn và hàng khẩn có ít thời gian; thời hạn khác nhau theo phương thức.",
  },
  source: "Timeliness of advance data is a published indicator (WCO News)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const lodged = instantOf(declaration.consignment?.firstLodgedAt ?? declaration.registeredAt);
    const arrived = arrivedAt(declaration);
    return lodged === undefined || arrived === undefined ? undefined : (arrived - lodged) / 3_600_000;
  },
});
