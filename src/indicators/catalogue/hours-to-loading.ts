import { defineIndicator, type Indicator } from "../indicator.js";
import { longestWait } from "./waits.js";

/** The longest time of a container from the gate of the terminal, or from the release of the empty one where no gate is told, to its loading; absent where no container tells both. */
export const hoursToLoading: Indicator<"hoursToLoading", "number", "header"> = defineIndicator({
  id: "hoursToLoading",
  tableId: "I35",
  type: "number",
  level: "header",
  unit: "h",
  decimals: 1,
  reads: ["transport.equipment[].events"],
  meaning: {
    en: "The longest time of a container from the gate of the terminal, or from the release of the empty one where no gate is told, to its loading; absent where no container tells both.",
    vi: "Thời gian dài nhất từ khi công-te-nơ qua cổng cảng (hoặc từ khi cấp vỏ rỗng) đến khi xếp lên tàu; không có nếu không công-te-nơ nào ghi cả hai.",
  },
  falsePositiveGuard: {
    en: "Ports are congested, and ships are late.",
    vi: "Cảng ùn tắc và tàu trễ chuyến.",
  },
  source: "memory: long or crooked ways between gate and loading",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => longestWait(declaration.transport.equipment ?? []),
});
