import { foldWords } from "../../core/text.js";
import { findListedPhrases } from "../../reference/find-in-list.js";
import { defineIndicator, type Indicator } from "../indicator.js";

const LEAST_WORDS = 3;
/** Whether fewer than three words of the description say what the goods are, once figures and words that describe nothing are left out. */
export const vagueDescription: Indicator<"vagueDescription", "boolean", "item"> = defineIndicator({
  id: "vagueDescription",
  tableId: "I16",
  type: "boolean",
  level: "item",
  reads: ["items[].description"],
  meaning: {
    en: "Whether fewer than three words of the description say what the goods are, once figures and words that describe nothing are left out.",
    vi: "Mô tả có dưới ba từ nói rõ hàng hóa hay không, sau khi bỏ chữ số và các từ chung chung.",
  },
  falsePositiveGuard: {
    en: "Short descriptions can be exact, such as the name of a chemical.",
    vi: "Mô tả ngắn vẫn có thể chính xác, ví dụ tên một hóa chất.",
  },
  source: "WCO News on advance data quality; trade press (secondary); the count of words that are left is an own definition",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, reference }) => {
    if (item.description === undefined) return undefined;
    const vague = new Set(findListedPhrases(item.description, reference.vagueWords).flatMap(({ words }) => foldWords(words)));
    return new Set(foldWords(item.description).filter((word) => !vague.has(word) && /\p{L}/u.test(word))).size < LEAST_WORDS;
  },
});
