import * as z from "zod";
import { codeText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { record } from "./record.js";

/** A code together with the scheme that gives it meaning, such as transport mode `2` of scheme `vnaccs`. */
export interface SchemedCode {
  readonly scheme: string;
  readonly code: string;
}

/** An ISO 3166-1 alpha-2 country code, or a user-assigned one such as `XK` or `ZZ`; not checked against the list. */
export type CountryCode = string;

/** A Harmonized System code: digits only, an even number of them, 2 to 12, leading zeros kept. */
export type HsCode = string;

/** The edition of the Harmonized System that the first six digits of the HS codes are of (WCO; HS 2028 enters into force on 1 January 2028). */
export type HsEdition = "HS2007" | "HS2012" | "HS2017" | "HS2022" | "HS2028";

/** An ISO 4217 currency code: three capital letters; not checked against the list. */
export type CurrencyCode = string;

/** An amount of money, at most 9e12 in magnitude, at most three decimals meaningful. */
export interface Money {
  readonly amount: number;
  readonly currency: CurrencyCode;
}

export const countryCode: z.ZodType<CountryCode> = z.string().regex(/^[A-Z]{2}$/, { error: "a country code of two capital letters" });
export const hsCode: z.ZodType<HsCode> = z.string().regex(/^(?:\d\d){1,6}$/, { error: "an HS code of 2, 4, 6, 8, 10 or 12 digits" });
export const hsEdition: z.ZodType<HsEdition> = z.enum(["HS2007", "HS2012", "HS2017", "HS2022", "HS2028"]);
export const currencyCode: z.ZodType<CurrencyCode> = z.string().regex(/^[A-Z]{3}$/, { error: "a currency code of three capital letters" });
export const schemedCode: z.ZodType<SchemedCode> = exactly<SchemedCode>()(record({ scheme: codeText, code: codeText }));

/** The largest amount of money and mass in kilograms: their thousandths stay exact integers. */
const MAX_AMOUNT = 9e12;

/** A quantity that cannot be negative: a mass, a count, a rate. */
export const nonNegative: z.ZodType<number> = z.number().min(0).max(MAX_AMOUNT);

/** A count of packages, pieces, lines or people. */
export const count: z.ZodType<number> = z.int().min(0).max(1e9);

export const money: z.ZodType<Money> = exactly<Money>()(record({ amount: nonNegative, currency: currencyCode }));
