import { subheadingOf } from "../../model/hs-part.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { substancesOf } from "./substances-of.js";

/** Whether the description or a CAS number names a listed precursor while the HS code is of another subheading; not applicable where no code of six digits is stated. */
export const precursorUnderOtherCode: Indicator<"precursorUnderOtherCode", "boolean", "item"> = defineIndicator({
  id: "precursorUnderOtherCode",
  tableId: "I40",
  type: "boolean",
  level: "item",
  reads: ["items[].hsCode", "items[].description", "items[].casNumbers"],
  meaning: {
    en: "Whether the description or a CAS number names a listed precursor while the HS code is of another subheading; not applicable where no code of six digits is stated.",
    vi: "Mô tả hoặc số CAS nêu tên tiền chất trong khi mã HS thuộc phân nhóm khác hay không; không áp dụng nếu không khai mã sáu chữ số.",
  },
  falsePositiveGuard: {
    en: "Reagent sets, preparations and goods that hold the substance have codes of their own.",
    vi: "Bộ thuốc thử, chế phẩm và hàng chứa chất đó có mã riêng.",
  },
  source:
    "public law-enforcement reference (secondary, state October 2026), see the reference lists; licit-trade monitoring: syntheticdrugs.unodc.org (secondary)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const subheading = subheadingOf(context.item);
    if (subheading === undefined) return undefined;
    return substancesOf(context).some(({ substance, evidence }) => substance.hs6 !== subheading && evidence.some(({ kind }) => kind !== "hs"));
  },
});
