import { localHour } from "../../core/instant.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The hour of day of registration, 0 to 23, in the offset that the instant states. */
export const registrationHour: Indicator<"registrationHour", "number", "header"> = defineIndicator({
  id: "registrationHour",
  type: "number",
  level: "header",
  unit: "h",
  decimals: 0,
  reads: ["registeredAt"],
  meaning: {
    en: "The hour of day of registration, 0 to 23, in the offset that the instant states.",
    vi: "Giờ đăng ký trong ngày, 0 đến 23, theo múi giờ ghi trong thời điểm.",
  },
  source: "own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => localHour(declaration.registeredAt),
});
