import { defineIndicator, type Indicator } from "../indicator.js";

/** How many containers or other units of equipment the declaration names; not applicable where it names none. */
export const containerCount: Indicator<"containerCount", "number", "header"> = defineIndicator({
  id: "containerCount",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport.equipment"],
  meaning: {
    en: "How many containers or other units of equipment the declaration names; not applicable where it names none.",
    vi: "Số công-te-nơ hoặc thiết bị vận tải được khai; không áp dụng nếu không khai.",
  },
  source: "WCO Data Model class of the same name (TransportEquipment)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.transport.equipment?.length,
});
