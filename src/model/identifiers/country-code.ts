import { codesOf } from "./code-list.js";
import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** How an alpha-2 code stands in ISO 3166. */
export type CountryCodeStatus = "assigned" | "exceptionallyReserved" | "userAssigned" | "unknownCountry" | "withdrawn";

/** A two-letter country code with its standing. */
export interface ListedCountryCode {
  readonly code: string;
  readonly status: CountryCodeStatus;
}

// ISO 3166-1 via the PDDL country-codes list (secondary): the 249 assigned codes
const ASSIGNED =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA " +
  "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA " +
  "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS " +
  "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS " +
  "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW " +
  "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** Codes that declarations hold beside the assigned ones (memory, unverified). */
const OTHERS: Readonly<Record<Exclude<CountryCodeStatus, "assigned">, string>> = {
  // the European Union, the United Kingdom and others that ISO keeps free at somebody's request
  exceptionallyReserved: "AC CP CQ DG EA EU EZ IC TA UK UN",
  // XK Kosovo, XI Northern Ireland, XZ installations in international waters, QZ to XZ by trading communities of their own
  userAssigned: "XI XK XZ",
  unknownCountry: "XX ZZ",
  // ISO 3166-3: in use once, and still met in history
  withdrawn: "AN BU CS DD DY FX HV NH NT RH SU TP VD YD YU ZR",
};

const STATUS: ReadonlyMap<string, CountryCodeStatus> = new Map([
  ...[...codesOf(ASSIGNED)].map((code) => [code, "assigned"] as const),
  ...Object.entries(OTHERS).flatMap(([status, codes]) => [...codesOf(codes)].map((code) => [code, status as CountryCodeStatus] as const)),
]);

const FORM = /^[A-Z]{2}$/;

/** How a code stands in ISO 3166; `undefined` where neither the standard nor the practice of customs knows it. */
export function countryCodeStatus(code: string): CountryCodeStatus | undefined {
  return STATUS.get(code);
}

/** Country codes: `VN`; also those that customs really use, such as `XK`, `EU`, `ZZ` (unknown) and `SU` (withdrawn), with their standing. */
export const listedCountryCode: IdentifierKind<ListedCountryCode> = defineIdentifier({
  identifier: "countryCode",
  expected: "a country code (ISO 3166-1 alpha-2)",
  source: "ISO 3166-1 via PDDL country-codes list (secondary); codes that are not assigned from memory",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : STATUS.has(text) ? undefined : "notListed"),
  read: (code) => ({ code, status: STATUS.get(code) ?? "unknownCountry" }),
  format: ({ code }) => code,
});
