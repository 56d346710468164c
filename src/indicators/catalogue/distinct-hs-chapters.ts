import { defineIndicator, type Indicator } from "../indicator.js";

/** How many HS chapters the items fall under. */
export const distinctHsChapters: Indicator<"distinctHsChapters", "number", "header"> = defineIndicator({
  id: "distinctHsChapters",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["items[].hsCode"],
  meaning: {
    en: "How many HS chapters the items fall under.",
    vi: "Số chương HS mà các dòng hàng thuộc về.",
  },
  source: "own definition",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => new Set(declaration.items.flatMap(({ hsCode }) => (hsCode === undefined ? [] : [hsCode.slice(0, 2)]))).size,
});
