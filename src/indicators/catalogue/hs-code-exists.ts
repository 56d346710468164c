import { isInHs2022 } from "../../model/hs2022.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether HS 2022 has the chapter, heading or subheading of the item's code; not applicable where another edition is stated. */
export const hsCodeExists: Indicator<"hsCodeExists", "boolean", "item"> = defineIndicator({
  id: "hsCodeExists",
  type: "boolean",
  level: "item",
  reads: ["items[].hsCode", "hsEdition"],
  meaning: {
    en: "Whether HS 2022 has the chapter, heading or subheading of the item's code; not applicable where another edition is stated.",
    vi: "Danh mục HS 2022 có chương, nhóm hoặc phân nhóm của mã khai hay không; không áp dụng nếu khai theo phiên bản khác.",
  },
  falsePositiveGuard: {
    en: "Codes of an older edition are in use where a tariff lags behind.",
    vi: "Mã của phiên bản cũ vẫn còn dùng khi biểu thuế chưa cập nhật.",
  },
  source: "HS 2022: github.com/datasets/harmonized-system",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, declaration }) => {
    const { hsEdition = "HS2022" } = declaration;
    if (item.hsCode === undefined) return undefined;
    return hsEdition === "HS2022" ? isInHs2022(item.hsCode) : { missing: "notApplicable", reason: `the code is of ${hsEdition}` };
  },
});
