import { schemedText } from "../../model/party.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** The type of tariff or tax regime, as `scheme:code`. */
export const dutyType: Indicator<"dutyType", "code", "item"> = defineIndicator({
  id: "dutyType",
  type: "code",
  level: "item",
  reads: ["items[].dutyType"],
  meaning: {
    en: "The type of tariff or tax regime, as `scheme:code`.",
    vi: "Loại thuế suất hoặc chế độ thuế, dạng `hệ mã:mã`.",
  },
  source: "WCO Data Model class of the same name (DutyTaxFee)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.dutyType && schemedText(item.dutyType),
});
