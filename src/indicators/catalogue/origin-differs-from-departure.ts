import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the item comes from another country than the one it was dispatched from. */
export const originDiffersFromDeparture: Indicator<"originDiffersFromDeparture", "boolean", "item"> = defineIndicator({
  id: "originDiffersFromDeparture",
  type: "boolean",
  level: "item",
  reads: ["items[].originCountryCode", "transport.departureCountryCode"],
  meaning: {
    en: "Whether the item comes from another country than the one it was dispatched from.",
    vi: "Nước xuất xứ khác nước gửi hàng hay không.",
  },
  source: "Transhipment is a published indicator; hubs are normal, so the weight should be low (memory)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, declaration }) => {
    const departure = declaration.transport.departureCountryCode;
    return item.originCountryCode === undefined || departure === undefined ? undefined : item.originCountryCode !== departure;
  },
});
