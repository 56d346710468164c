import * as z from "zod";
import { freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type HsCode, hsCode, type Money, money, nonNegative, type SchemedCode, schemedCode } from "./codes.js";
import { type SupportingDocument, supportingDocument } from "./document.js";
import { type Extensions, extensions } from "./extensions.js";
import { record } from "./record.js";

/** A quantity in a stated unit (UN/ECE Recommendation 20 code or the national one, as declared). */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
}

/** One goods item (line) of a declaration. */
export interface GoodsItem {
  /** 1 to 9,999, unique in its declaration. */
  readonly lineNumber: number;
  readonly hsCode: HsCode;
  readonly description?: string;
  readonly originCountryCode?: CountryCode;
  readonly netMassKg?: number;
  readonly grossMassKg?: number;
  readonly quantity?: Quantity;
  readonly packageCount?: number;
  /** The customs value of the item. */
  readonly customsValue?: Money;
  /** Duty rate in percent. */
  readonly dutyRatePercent?: number;
  /** The type of tariff or tax regime, with its scheme. */
  readonly dutyType?: SchemedCode;
  /** Documents of this item alone. */
  readonly documents?: readonly SupportingDocument[];
  readonly extensions?: Extensions;
}

export const quantity: z.ZodType<Quantity> = exactly<Quantity>()(record({ amount: nonNegative, unit: shortText }));

/** A count of packages, pieces or lines. */
export const count: z.ZodType<number> = z.int().min(0).max(1e9);

export const lineNumber: z.ZodType<number> = z.int().min(1).max(9_999);

export const goodsItem: z.ZodType<GoodsItem> = exactly<GoodsItem>()(
  record({
    lineNumber,
    hsCode,
    description: z.exactOptional(freeText),
    originCountryCode: z.exactOptional(countryCode),
    netMassKg: z.exactOptional(nonNegative),
    grossMassKg: z.exactOptional(nonNegative),
    quantity: z.exactOptional(quantity),
    packageCount: z.exactOptional(count),
    customsValue: z.exactOptional(money),
    dutyRatePercent: z.exactOptional(z.number().min(0).max(100_000)),
    dutyType: z.exactOptional(schemedCode),
    documents: z.exactOptional(z.array(supportingDocument).max(1_000)),
    extensions: z.exactOptional(extensions),
  }),
);
