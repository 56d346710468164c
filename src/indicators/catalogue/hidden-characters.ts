import { hasHiddenCharacters } from "../../core/text.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether the description holds characters that a reader does not see, such as zero-width ones. */
export const hiddenCharacters: Indicator<"hiddenCharacters", "boolean", "item"> = defineIndicator({
  id: "hiddenCharacters",
  type: "boolean",
  level: "item",
  reads: ["items[].description"],
  meaning: {
    en: "Whether the description holds characters that a reader does not see, such as zero-width ones.",
    vi: "Mô tả có ký tự ẩn (ví dụ ký tự có độ rộng bằng không) hay không.",
  },
  source: "own definition, after Unicode Technical Report 36",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => (item.description === undefined ? undefined : hasHiddenCharacters(item.description)),
});
