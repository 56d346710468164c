import { defineIndicator, type Indicator } from "../indicator.js";

/** The kinds of documents that the item itself refers to. */
export const itemDocumentKinds: Indicator<"itemDocumentKinds", "codes", "item"> = defineIndicator({
  id: "itemDocumentKinds",
  type: "codes",
  level: "item",
  reads: ["items[].documents[].kind"],
  meaning: {
    en: "The kinds of documents that the item itself refers to.",
    vi: "Các loại chứng từ mà riêng dòng hàng dẫn chiếu.",
  },
  source: "WCO Data Model class of the same name (AdditionalDocument)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.documents ?? []).map((document) => document.kind),
});
