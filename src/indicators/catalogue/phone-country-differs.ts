import type { Party } from "../../model/party.js";
import { TRADE_ROLES } from "../../model/trade-parties.js";
import { callingCountries } from "../../reference/calling-codes.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** Whether a party of the trade has a phone number in international form whose country is another than its own; absent where none states both. */
export const phoneCountryDiffers: Indicator<"phoneCountryDiffers", "boolean", "header"> = defineIndicator({
  id: "phoneCountryDiffers",
  tableId: "I08",
  type: "boolean",
  level: "header",
  reads: ["parties"],
  meaning: {
    en: "Whether a party of the trade has a phone number in international form whose country is another than its own; absent where none states both.",
    vi: "Có bên giao dịch dùng số điện thoại quốc tế thuộc nước khác với nước khai báo hay không; không có nếu không bên nào khai cả hai.",
  },
  falsePositiveGuard: {
    en: "Sales offices abroad and roaming phones are common.",
    vi: "Văn phòng bán hàng ở nước ngoài và điện thoại chuyển vùng khá phổ biến.",
  },
  source: "Country of phone and claimed country: FinCEN advisory of 2024 (secondary); calling codes of ITU-T E.164 from memory",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const answers = TRADE_ROLES.flatMap((role) => differs(declaration.parties[role]) ?? []);
    return answers.length === 0 ? undefined : answers.includes(true);
  },
});

function differs({ phone = "", countryCode }: Party = {}): boolean | undefined {
  const countries = callingCountries(phone);
  return countries === undefined || countryCode === undefined ? undefined : !countries.includes(countryCode);
}
