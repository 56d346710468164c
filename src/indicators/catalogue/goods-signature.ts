import { signatureOf } from "../../model/goods-signature.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { SIGNATURE_READS } from "./signature-tally.js";

/** What the goods are, where they come from, what they weigh and are worth, as one text: equal for goods declared alike to the last digit. */
export const goodsSignature: Indicator<"goodsSignature", "code", "item"> = defineIndicator({
  id: "goodsSignature",
  type: "code",
  level: "item",
  reads: SIGNATURE_READS,
  meaning: {
    en: "What the goods are, where they come from, what they weigh and are worth, as one text: equal for goods declared alike to the last digit.",
    vi: "Hàng là gì, từ đâu đến, nặng bao nhiêu và trị giá bao nhiêu, gộp thành một chuỗi: giống nhau khi hàng được khai giống hệt nhau.",
  },
  source: "Repeats of a goods signature carry their label with them: README of the public Korean declarations (Jeong et al., 2022)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration, item }) => signatureOf(declaration, item),
});
