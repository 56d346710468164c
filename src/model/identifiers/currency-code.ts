import { codesOf } from "./code-list.js";
import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** How a code stands in ISO 4217: money in use, a code that is no money of a country (metals, test, none), or withdrawn. */
export type CurrencyCodeStatus = "current" | "special" | "withdrawn";

/** A currency code with its standing and how many decimals its amounts have. */
export interface ListedCurrencyCode {
  readonly code: string;
  readonly status: CurrencyCodeStatus;
  /** The decimals of the minor unit: 0 for VND and JPY, 3 for KWD; absent where the standard states none. */
  readonly minorUnits?: number;
}

// ISO 4217 via the PDDL country-codes list (secondary), by decimals of the minor unit
const CURRENT: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  2:
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD " +
    "FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR " +
    "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT " +
    "TOP TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "UYW",
};

// beyond that list, from memory and unverified: funds and units of account, then metals and special codes, then what history holds
const FUNDS: Readonly<Record<number, string>> = { 0: "UYI", 2: "BOV CHE CHW COU CUC MXV USN", 4: "CLF" };
const SPECIAL = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX";
const WITHDRAWN =
  "ANG ATS AZM BEF BGN BYB BYR CSD CYP DEM EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL LTL LUF LVL MGF MRO MTL MZM NLG " +
  "PTE ROL SDD SIT SKK SLL SRG STD TMM TPE TRL UAK VEB VEF XEU YUM ZMK ZWD ZWL";

const TABLE: ReadonlyMap<string, ListedCurrencyCode> = new Map([
  ...money(CURRENT),
  ...money(FUNDS),
  ...[...codesOf(SPECIAL)].map((code) => [code, { code, status: "special" }] as const),
  ...[...codesOf(WITHDRAWN)].map((code) => [code, { code, status: "withdrawn" }] as const),
]);

function money(byMinorUnits: Readonly<Record<number, string>>): (readonly [string, ListedCurrencyCode])[] {
  return Object.entries(byMinorUnits).flatMap(([minorUnits, codes]) =>
    [...codesOf(codes)].map((code) => [code, { code, status: "current", minorUnits: Number(minorUnits) }] as const),
  );
}

const FORM = /^[A-Z]{3}$/;

/** Currency codes: `VND`, with their standing and decimals. */
export const listedCurrencyCode: IdentifierKind<ListedCurrencyCode> = defineIdentifier({
  identifier: "currencyCode",
  expected: "a currency code (ISO 4217)",
  source: "ISO 4217 via PDDL country-codes list (secondary); funds, special and withdrawn codes from memory",
  normalise: compact,
  faultOf: (text) => (!FORM.test(text) ? "form" : TABLE.has(text) ? undefined : "notListed"),
  read: (code) => ({ ...(TABLE.get(code) ?? { code, status: "special" as const }) }),
  format: ({ code }) => code,
});
