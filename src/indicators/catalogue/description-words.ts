import { foldWords } from "../../core/text.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many words the description has. */
export const descriptionWords: Indicator<"descriptionWords", "number", "item"> = defineIndicator({
  id: "descriptionWords",
  type: "number",
  level: "item",
  unit: "count",
  decimals: 0,
  reads: ["items[].description"],
  meaning: {
    en: "How many words the description has.",
    vi: "Số từ của mô tả hàng hóa.",
  },
  source: "Vague descriptions are a published indicator (WCO News)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.description === undefined ? undefined : foldWords(item.description).length),
});
