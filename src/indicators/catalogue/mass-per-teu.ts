import { ABSENT } from "../fact.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { sumIfAllStated, totalGrossMass } from "./total-gross-mass.js";

/** Twenty-foot units by the length code of ISO 6346: 20, 30, 40 and 45 feet. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["2", 1],
  ["3", 1.5],
  ["4", 2],
  ["L", 2.25],
]);
/** The gross mass of all goods per twenty-foot unit of the containers; not applicable where there is no container, absent where a size or the mass is not stated. */
export const massPerTeu: Indicator<"massPerTeu", "number", "header"> = defineIndicator({
  id: "massPerTeu",
  tableId: "I21",
  type: "number",
  level: "header",
  unit: "kg",
  decimals: 0,
  reads: ["grossMassKg", "items[].grossMassKg", "transport.equipment[].sizeType"],
  meaning: {
    en: "The gross mass of all goods per twenty-foot unit of the containers; not applicable where there is no container, absent where a size or the mass is not stated.",
    vi: "Tổng khối lượng cả bì trên mỗi TEU; không áp dụng nếu không có công-te-nơ, không có nếu thiếu kích cỡ hoặc khối lượng.",
  },
  falsePositiveGuard: {
    en: "Shared containers hold goods of others: leave them out. What is light or heavy depends on the commodity, so that a rule names the headings that it means.",
    vi: "Công-te-nơ hàng ghép chứa hàng của người khác: nên loại trừ. Nặng hay nhẹ tùy mặt hàng, nên quy tắc cần nêu rõ nhóm HS.",
  },
  source: "Stowage that does not fit the commodity: trade press (secondary); lengths by the first character of ISO 6346 size codes (memory)",
  missing: "notApplicable",
  whenItemAdded: "any",
  extract: ({ declaration }) => {
    const { equipment = [] } = declaration.transport;
    if (equipment.length === 0) return undefined;
    const units = sumIfAllStated(equipment.map(({ sizeType = "" }) => UNITS.get(sizeType.charAt(0))));
    return ratioOf(totalGrossMass(declaration), units, "the size") ?? ABSENT;
  },
});
