import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the manifest at hand has nothing under the transport documents of the declaration; absent without a manifest. */
export const isUnmanifested: Indicator<"isUnmanifested", "boolean", "header"> = defineIndicator({
  id: "isUnmanifested",
  tableId: "I42",
  type: "boolean",
  level: "header",
  reads: ["consignments"],
  meaning: {
    en: "Whether the manifest at hand has nothing under the transport documents of the declaration; absent without a manifest.",
    vi: "Bản lược khai không có gì theo vận đơn của tờ khai hay không; không có nếu thiếu bản lược khai.",
  },
  falsePositiveGuard: {
    en: "Manifests are lodged late and in parts; a document number is written in two ways.",
    vi: "Bản lược khai nộp muộn và từng phần; số vận đơn được viết nhiều cách.",
  },
  source: "US CBP strategy against fentanyl: unmanifested parcels (strtrade.com, secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ consignments }) => (consignments === undefined ? undefined : consignments.length === 0),
});
