import { chapterOf } from "../../model/hs-part.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { longestWait } from "./waits.js";

const PERISHABLE = ["02", "03", "04", "06", "07", "08"];
const LONG_DWELL_HOURS = 120;
/** What makes the containers convenient to hide a bag of drugs in without the knowledge of the parties: refrigerated, perishable (goods of chapters 02 to 04 and 06 to 08), transhipped, longDwell (five days or more from the gate to the loading); not applicable without equipment. */
export const ripOnTraits: Indicator<"ripOnTraits", "codes", "header"> = defineIndicator({
  id: "ripOnTraits",
  tableId: "I34",
  type: "codes",
  level: "header",
  reads: ["transport.equipment", "transport.itinerary", "items[].hsCode"],
  meaning: {
    en: "What makes the containers convenient to hide a bag of drugs in without the knowledge of the parties: refrigerated, perishable (goods of chapters 02 to 04 and 06 to 08), transhipped, longDwell (five days or more from the gate to the loading); not applicable without equipment.",
    vi: "Đặc điểm khiến công-te-nơ dễ bị gửi kèm ma túy mà các bên không biết: refrigerated (lạnh), perishable (chương 02-04, 06-08), transhipped (chuyển tải), longDwell (từ năm ngày chờ xếp); không áp dụng nếu không có thiết bị.",
  },
  falsePositiveGuard: {
    en: "It is about the container and the route: the parties are victims, and most such containers hold fruit.",
    vi: "Nói về công-te-nơ và tuyến đường: các bên là nạn nhân, và phần lớn công-te-nơ chỉ chứa trái cây.",
  },
  source: "memory: the rip-on and rip-off method; reefers by the type code R of ISO 6346 (memory)",
  missing: "notApplicable",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration: { transport, items } }) => {
    const { equipment = [], itinerary = [] } = transport;
    if (equipment.length === 0) return undefined;
    return [
      ...(equipment.some(({ sizeType = "" }) => sizeType.charAt(2) === "R") ? ["refrigerated"] : []),
      ...(items.some((item) => PERISHABLE.includes(chapterOf(item) ?? "")) ? ["perishable"] : []),
      ...(itinerary.length > 1 ? ["transhipped"] : []),
      ...((longestWait(equipment) ?? 0) >= LONG_DWELL_HOURS ? ["longDwell"] : []),
    ];
  },
});
