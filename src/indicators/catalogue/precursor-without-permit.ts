import { defineIndicator, type Indicator } from "../indicator.js";
import { hasDocument } from "./has-document.js";
import { isTelling, substancesOf } from "./substances-of.js";

/** Whether the item may be a listed precursor, by a subheading that names it, a CAS number or a name, and no licence, permit or pre-export notification is referred to. */
export const precursorWithoutPermit: Indicator<"precursorWithoutPermit", "boolean", "item"> = defineIndicator({
  id: "precursorWithoutPermit",
  tableId: "I39",
  type: "boolean",
  level: "item",
  reads: ["items[].hsCode", "items[].description", "items[].casNumbers", "items[].documents[].kind", "documents[].kind"],
  meaning: {
    en: "Whether the item may be a listed precursor, by a subheading that names it, a CAS number or a name, and no licence, permit or pre-export notification is referred to.",
    vi: "Dòng hàng có thể là tiền chất (theo phân nhóm nêu đích danh, số CAS hoặc tên gọi) mà không dẫn chiếu giấy phép hay thông báo tiền xuất khẩu hay không.",
  },
  falsePositiveGuard: {
    en: "Small amounts, mixtures and some tables need no paper: the law in force says which.",
    vi: "Lượng nhỏ, hỗn hợp và một số bảng không cần giấy phép: theo pháp luật hiện hành.",
  },
  source:
    "public law-enforcement reference (secondary, state October 2026), see the reference lists; licit-trade monitoring: syntheticdrugs.unodc.org (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: (context) =>
    substancesOf(context).some(({ evidence }) => evidence.some(isTelling)) && !hasDocument(context, ["licence", "permit", "preExportNotification"]),
});
