import { defineIndicator, type Indicator } from "../indicator.js";

/** How many of the fields that targeting relies on are blank: importer, seller, departure country, transport mode, and per item description, origin, net mass and value. */
export const blankFieldCount: Indicator<"blankFieldCount", "number", "header"> = defineIndicator({
  id: "blankFieldCount",
  tableId: "I46",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["parties", "transport", "items"],
  meaning: {
    en: "How many of the fields that targeting relies on are blank: importer, seller, departure country, transport mode, and per item description, origin, net mass and value.",
    vi: "Số trường cần cho phân tích rủi ro bị bỏ trống: người nhập khẩu, người bán, nước gửi, phương thức vận chuyển và, ở mỗi dòng hàng, mô tả, xuất xứ, khối lượng tịnh, trị giá.",
  },
  falsePositiveGuard: {
    en: "Some carriers and brokers leave much blank for everybody.",
    vi: "Một số hãng vận chuyển và đại lý thường bỏ trống nhiều trường cho mọi khách hàng.",
  },
  source: "Completeness of advance data is a published indicator (WCO News)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => {
    const { parties, transport, items } = declaration;
    const header = [parties.importer, parties.seller ?? parties.exporter ?? parties.consignor, transport.departureCountryCode, transport.mode];
    const lines = items.flatMap((item) => [item.description, item.originCountryCode, item.netMassKg, item.customsValue]);
    return [...header, ...lines].filter((value) => value === undefined).length;
  },
});
