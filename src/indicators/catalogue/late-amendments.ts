import { defineIndicator, type Indicator } from "../indicator.js";
import { arrivedAt, instantOf, loadedAt } from "./journey-times.js";

const FIELDS = [
  "parties.importer",
  "parties.consignee",
  "parties.addressee",
  "parties.buyer",
  "parties.notifyParty",
  "transport.unloadingLocation",
  "transport.itinerary",
  "destinationCountryCode",
];
/** How many amendments of the receiver, the party to notify or the destination came after the goods were loaded, or had arrived where the loading is not known; absent where there are amendments and neither is known. */
export const lateAmendments: Indicator<"lateAmendments", "number", "header"> = defineIndicator({
  id: "lateAmendments",
  tableId: "I12",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["amendments", "transport", "consignment"],
  meaning: {
    en: "How many amendments of the receiver, the party to notify or the destination came after the goods were loaded, or had arrived where the loading is not known; absent where there are amendments and neither is known.",
    vi: "Số lần sửa người nhận, bên được thông báo hoặc nơi đến sau khi hàng đã xếp, hoặc đã đến nếu không rõ thời điểm xếp; không có nếu có sửa đổi mà không rõ cả hai thời điểm.",
  },
  falsePositiveGuard: {
    en: "Goods are sold afloat, and errors are mended late.",
    vi: "Hàng được bán khi đang trên đường, và lỗi thường được sửa muộn.",
  },
  source: "memory: changes of consignee or destination after loading",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, consignments = [] }) => {
    const all = [declaration, ...consignments].flatMap(({ amendments = [] }) => amendments);
    const late = all.filter(({ fields }) =>
      fields.some((field) => FIELDS.some((path) => field === path || field.startsWith(`${path}.`) || field.startsWith(`${path}[`))),
    );
    if (late.length === 0) return 0;
    const after = loadedAt(declaration) ?? arrivedAt(declaration);
    return after === undefined ? undefined : late.filter(({ at }) => (instantOf(at) ?? after) > after).length;
  },
});
