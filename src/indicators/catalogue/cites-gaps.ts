import { findListedHeading } from "../../reference/find-in-list.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { hasDocument } from "./has-document.js";

/** What an item of a subheading prone to CITES species lacks: permit, speciesName; not applicable to other subheadings. */
export const citesGaps: Indicator<"citesGaps", "codes", "item"> = defineIndicator({
  id: "citesGaps",
  tableId: "I45",
  type: "codes",
  level: "item",
  reads: ["items[].hsCode", "items[].scientificName", "items[].documents[].kind", "documents[].kind"],
  meaning: {
    en: "What an item of a subheading prone to CITES species lacks: permit, speciesName; not applicable to other subheadings.",
    vi: "Dòng hàng thuộc phân nhóm thường có loài CITES còn thiếu gì: permit (giấy phép), speciesName (tên khoa học); không áp dụng cho phân nhóm khác.",
  },
  falsePositiveGuard: {
    en: "The Harmonized System never identifies a species: most goods of these subheadings are of unlisted ones.",
    vi: "Danh mục HS không xác định loài: phần lớn hàng thuộc các phân nhóm này là loài không thuộc CITES.",
  },
  source: "HS text sourced, relevance to CITES from memory, see the reference lists",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: (context) => {
    const { item, reference } = context;
    if (findListedHeading(item.hsCode, reference.citesHeadings) === undefined) return undefined;
    return [...(hasDocument(context, ["citesPermit"]) ? [] : ["permit"]), ...(item.scientificName === undefined ? ["speciesName"] : [])];
  },
});
