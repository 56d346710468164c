import { localHour, localWeekday } from "../../core/instant.js";
import { defineIndicator, type Indicator } from "../indicator.js";

const WEEKEND = [6, 7];
/** Whether the goods arrive between 22 and 6 o'clock or on a Saturday or Sunday, in the offset that the arrival states; absent where no arrival is stated. */
export const arrivalOutOfHours: Indicator<"arrivalOutOfHours", "boolean", "header"> = defineIndicator({
  id: "arrivalOutOfHours",
  tableId: "I31",
  type: "boolean",
  level: "header",
  reads: ["transport.arrivalAt"],
  meaning: {
    en: "Whether the goods arrive between 22 and 6 o'clock or on a Saturday or Sunday, in the offset that the arrival states; absent where no arrival is stated.",
    vi: "Hàng đến từ 22 đến 6 giờ hoặc vào thứ bảy, chủ nhật theo múi giờ ghi trong thời điểm đến hay không; không có nếu không khai.",
  },
  falsePositiveGuard: {
    en: "Ports and airports work around the clock; holidays are not known here.",
    vi: "Cảng và sân bay làm việc suốt ngày đêm; không xét ngày lễ.",
  },
  source: "memory: arrivals when few officers are on duty",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { transport } }) => {
    if (transport.arrivalAt === undefined) return undefined;
    const hour = localHour(transport.arrivalAt);
    return hour >= 22 || hour < 6 || WEEKEND.includes(localWeekday(transport.arrivalAt));
  },
});
