import { defineIndicator, type Indicator } from "../indicator.js";
import { isTelling, substancesOf } from "./substances-of.js";

/** The tables (I, II, ISSL, NATIONAL, EU-CAT1) of the listed precursors that the item may be, by a subheading that names it, a CAS number or a name. */
export const precursorTables: Indicator<"precursorTables", "codes", "item"> = defineIndicator({
  id: "precursorTables",
  tableId: "I39",
  type: "codes",
  level: "item",
  reads: ["items[].hsCode", "items[].description", "items[].casNumbers"],
  meaning: {
    en: "The tables (I, II, ISSL, NATIONAL, EU-CAT1) of the listed precursors that the item may be, by a subheading that names it, a CAS number or a name.",
    vi: "Các bảng (I, II, ISSL, NATIONAL, EU-CAT1) của tiền chất mà dòng hàng có thể là, theo phân nhóm nêu đích danh, số CAS hoặc tên gọi.",
  },
  falsePositiveGuard: {
    en: "Laboratory reagents and cosmetics name them honestly, and goods free of a substance name it too.",
    vi: "Thuốc thử phòng thí nghiệm, mỹ phẩm cũng nêu tên hợp lệ, và hàng không chứa chất đó cũng có thể nêu tên.",
  },
  source:
    "public law-enforcement reference (secondary, state October 2026), see the reference lists; licit-trade monitoring: syntheticdrugs.unodc.org (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => substancesOf(context).flatMap(({ substance, evidence }) => (evidence.some(isTelling) ? [substance.table] : [])),
});
