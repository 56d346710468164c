import { defineIndicator, type Indicator } from "../indicator.js";
import { ratioOf } from "./ratio-of.js";
import { sumIfAllStated, totalGrossMass } from "./total-gross-mass.js";

/** The widest difference between the gross masses of the goods by what states one, over the greatest: header, items, manifest, verified mass less tare; absent where fewer than two do. */
export const massDiscrepancy: Indicator<"massDiscrepancy", "number", "header"> = defineIndicator({
  id: "massDiscrepancy",
  tableId: "I20",
  type: "number",
  level: "header",
  unit: "1",
  decimals: 4,
  reads: ["grossMassKg", "items[].grossMassKg", "transport.equipment", "consignments"],
  meaning: {
    en: "The widest difference between the gross masses of the goods by what states one, over the greatest: header, items, manifest, verified mass less tare; absent where fewer than two do.",
    vi: "Chênh lệch lớn nhất giữa các khối lượng cả bì theo từng nguồn, trên giá trị lớn nhất: tờ khai, các dòng hàng, bản lược khai, VGM trừ vỏ; không có nếu dưới hai nguồn.",
  },
  falsePositiveGuard: {
    en: "A tare taken for goods, dunnage, and declarations of a part of a bill differ honestly.",
    vi: "Nhầm lẫn vỏ với hàng, vật chèn lót và tờ khai một phần vận đơn tạo chênh lệch hợp lệ.",
  },
  source: "Weights that differ by document: trade press (secondary)",
  missing: "absent",
  whenItemAdded: "any",
  extract: ({ declaration, consignments = [] }) => {
    const masses = [
      declaration.grossMassKg,
      sumIfAllStated(declaration.items.map(({ grossMassKg }) => grossMassKg)),
      sumIfAllStated(consignments.map(totalGrossMass)),
      sumIfAllStated((declaration.transport.equipment ?? []).map(contentMass)),
    ].filter((mass) => mass !== undefined);
    if (masses.length < 2) return undefined;
    const most = Math.max(...masses);
    return ratioOf(most - Math.min(...masses), most, "every mass");
  },
});

function contentMass({ verifiedGrossMassKg, tareMassKg }: { readonly verifiedGrossMassKg?: number; readonly tareMassKg?: number }): number | undefined {
  return verifiedGrossMassKg === undefined || tareMassKg === undefined ? undefined : Math.max(0, verifiedGrossMassKg - tareMassKg);
}
