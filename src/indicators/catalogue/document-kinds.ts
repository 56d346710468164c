import { defineIndicator, type Indicator } from "../indicator.js";

/** The kinds of supporting documents that the declaration and its items refer to. */
export const documentKinds: Indicator<"documentKinds", "codes", "header"> = defineIndicator({
  id: "documentKinds",
  type: "codes",
  level: "header",
  reads: ["documents[].kind", "items[].documents[].kind"],
  meaning: {
    en: "The kinds of supporting documents that the declaration and its items refer to.",
    vi: "Các loại chứng từ mà tờ khai và các dòng hàng dẫn chiếu.",
  },
  source: "WCO Data Model class of the same name (AdditionalDocument)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => [...declaration.documents, ...declaration.items.flatMap((item) => item.documents ?? [])].map((document) => document.kind),
});
