import type { SubstanceEvidence } from "../../reference/match-substances.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { substancesOf } from "./substances-of.js";

/** What says that the item may be a listed precursor: hs (a subheading that names it), sharedHs (one that many goods share), cas, name, disguisedName. */
export const precursorEvidence: Indicator<"precursorEvidence", "codes", "item"> = defineIndicator({
  id: "precursorEvidence",
  tableId: "I39",
  type: "codes",
  level: "item",
  reads: ["items[].hsCode", "items[].description", "items[].casNumbers"],
  meaning: {
    en: "What says that the item may be a listed precursor: hs (a subheading that names it), sharedHs (one that many goods share), cas, name, disguisedName.",
    vi: "Căn cứ cho thấy dòng hàng có thể là tiền chất: hs (phân nhóm nêu đích danh), sharedHs (phân nhóm dùng chung), cas, name (tên), disguisedName (tên bị ngụy trang).",
  },
  falsePositiveGuard: {
    en: "Laboratory reagents and cosmetics name them honestly, and goods free of a substance name it too.",
    vi: "Thuốc thử phòng thí nghiệm, mỹ phẩm cũng nêu tên hợp lệ, và hàng không chứa chất đó cũng có thể nêu tên.",
  },
  source:
    "public law-enforcement reference (secondary, state October 2026), see the reference lists; licit-trade monitoring: syntheticdrugs.unodc.org (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) => substancesOf(context).flatMap(({ evidence }) => evidence.map(codeOf)),
});

function codeOf(evidence: SubstanceEvidence): string {
  switch (evidence.kind) {
    case "hs":
      return evidence.isNamedByHs ? "hs" : "sharedHs";
    case "cas":
      return "cas";
    case "name":
      return evidence.isDisguised ? "disguisedName" : "name";
  }
}
