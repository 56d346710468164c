import * as z from "zod";
import { codeText, freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, count, countryCode, type HsCode, hsCode, type Money, money, nonNegative, type SchemedCode, schemedCode } from "./codes.js";
import { type SupportingDocument, supportingDocuments } from "./document.js";
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
  /** The kind of its packages: a UN/ECE Recommendation 21 code or the national one, as declared. */
  readonly packageKind?: string;
  /** The shipping marks on its packages. */
  readonly marks?: string;
  /** The equipment that holds it, by id. */
  readonly equipmentIds?: readonly string[];
  /** The customs value of the item. */
  readonly customsValue?: Money;
  /** Duty rate in percent. */
  readonly dutyRatePercent?: number;
  /** The type of tariff or tax regime, with its scheme. */
  readonly dutyType?: SchemedCode;
  /** Its price on the invoice, in the invoice's currency. */
  readonly invoicePrice?: Money;
  /** Its value for statistics. */
  readonly statisticalValue?: Money;
  /** The preference claimed, such as a trade agreement, with its scheme. */
  readonly preference?: SchemedCode;
  /** Numbers of the CAS registry, as declared; whether a check digit holds is a fact, not a condition. */
  readonly casNumbers?: readonly string[];
  /** The scientific name of the species, for goods of animals and plants. */
  readonly scientificName?: string;
  /** Documents of this item alone. */
  readonly documents?: readonly SupportingDocument[];
  /** What the item was under before: an earlier declaration, a warehouse entry, a temporary import. */
  readonly previousDocuments?: readonly SupportingDocument[];
  readonly extensions?: Extensions;
}

export const quantity: z.ZodType<Quantity> = exactly<Quantity>()(record({ amount: nonNegative, unit: shortText }));

export const lineNumber: z.ZodType<number> = z.int().min(1).max(9_999);

/** Ids of the equipment that holds an item. */
export const equipmentIds: z.ZodType<readonly string[]> = z.array(codeText).max(1_000);

/** CAS registry numbers as declared. */
export const casNumbers: z.ZodType<readonly string[]> = z.array(shortText).max(99);

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
    packageKind: z.exactOptional(shortText),
    marks: z.exactOptional(freeText),
    equipmentIds: z.exactOptional(equipmentIds),
    customsValue: z.exactOptional(money),
    dutyRatePercent: z.exactOptional(z.number().min(0).max(100_000)),
    dutyType: z.exactOptional(schemedCode),
    invoicePrice: z.exactOptional(money),
    statisticalValue: z.exactOptional(money),
    preference: z.exactOptional(schemedCode),
    casNumbers: z.exactOptional(casNumbers),
    scientificName: z.exactOptional(shortText),
    documents: z.exactOptional(supportingDocuments),
    previousDocuments: z.exactOptional(supportingDocuments),
    extensions: z.exactOptional(extensions),
  }),
);
