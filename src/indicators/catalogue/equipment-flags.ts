import type { TransportEquipment } from "../../model/equipment.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** What is unusual of the equipment: shipperOwned, emptyButHeavy (declared empty, and more than 5 % and 50 kg above its tare); not applicable without equipment. */
export const equipmentFlags: Indicator<"equipmentFlags", "codes", "header"> = defineIndicator({
  id: "equipmentFlags",
  tableId: "I36",
  type: "codes",
  level: "header",
  reads: ["transport.equipment"],
  meaning: {
    en: "What is unusual of the equipment: shipperOwned, emptyButHeavy (declared empty, and more than 5 % and 50 kg above its tare); not applicable without equipment.",
    vi: "Điểm bất thường của thiết bị: shipperOwned (vỏ của người gửi), emptyButHeavy (khai rỗng nhưng nặng hơn vỏ trên 5 % và 50 kg); không áp dụng nếu không có thiết bị.",
  },
  falsePositiveGuard: {
    en: "Shipper-owned containers are common for chemicals in tanks and for last voyages; tares on plates are rounded.",
    vi: "Công-te-nơ của người gửi phổ biến với hóa chất và chuyến cuối; khối lượng vỏ ghi trên biển thường làm tròn.",
  },
  source: "memory: empty containers that are not, containers of the shipper's own; the tolerance is an own choice",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) =>
    declaration.transport.equipment?.flatMap((unit) => [
      ...(unit.ownership === "shipper" ? ["shipperOwned"] : []),
      ...(isEmptyButHeavy(unit) ? ["emptyButHeavy"] : []),
    ]),
});

function isEmptyButHeavy({ fullness, verifiedGrossMassKg, grossMassKg, tareMassKg }: TransportEquipment): boolean {
  const mass = verifiedGrossMassKg ?? grossMassKg;
  return fullness === "empty" && mass !== undefined && tareMassKg !== undefined && mass > tareMassKg * 1.05 && mass > tareMassKg + 50;
}
