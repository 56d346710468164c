import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the goods are to leave again: in transit, transhipped, temporarily imported for re-export, or bound for a third country; absent where neither regime nor destination is stated. */
export const goesToThirdCountry: Indicator<"goesToThirdCountry", "boolean", "header"> = defineIndicator({
  id: "goesToThirdCountry",
  tableId: "I28",
  type: "boolean",
  level: "header",
  reads: ["regime", "destinationCountryCode", "direction"],
  meaning: {
    en: "Whether the goods are to leave again: in transit, transhipped, temporarily imported for re-export, or bound for a third country; absent where neither regime nor destination is stated.",
    vi: "Hàng sẽ rời đi tiếp hay không: quá cảnh, chuyển tải, tạm nhập tái xuất, hoặc đến nước thứ ba; không có nếu không khai chế độ lẫn nước đến.",
  },
  falsePositiveGuard: {
    en: "Transit is ordinary trade.",
    vi: "Quá cảnh là hoạt động thương mại bình thường.",
  },
  source: "Transit through Viet Nam to third countries as a route of trafficking: articles of Vietnam Customs of 2023 and 2025",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { regime, destinationCountryCode, direction } }) => {
    if (direction === "transit" || destinationCountryCode !== undefined) return true;
    return regime === undefined ? undefined : ["transit", "transhipment", "temporaryImport", "reExport"].includes(regime);
  },
});
