import * as z from "zod";
import { codeText, freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, count, countryCode, type HsCode, hsCode, type Money, money, nonNegative } from "./codes.js";
import { casNumbers, equipmentIds, lineNumber } from "./goods-item.js";
import { record } from "./record.js";

/** One goods item of a consignment: what the cargo report says, before any declaration; at least a description or an HS code. */
export interface ConsignmentItem {
  readonly lineNumber: number;
  readonly description?: string;
  readonly hsCode?: HsCode;
  readonly originCountryCode?: CountryCode;
  readonly netMassKg?: number;
  readonly grossMassKg?: number;
  readonly packageCount?: number;
  /** The kind of its packages: a UN/ECE Recommendation 21 code or the national one, as reported. */
  readonly packageKind?: string;
  /** The shipping marks on its packages. */
  readonly marks?: string;
  /** The equipment that holds it, by id. */
  readonly equipmentIds?: readonly string[];
  /** The value that the cargo report states for it. */
  readonly value?: Money;
  /** The UN number of dangerous goods, as reported. */
  readonly dangerousGoodsCode?: string;
  /** Numbers of the CAS registry, as reported; whether a check digit holds is a fact, not a condition. */
  readonly casNumbers?: readonly string[];
}

export const consignmentItem: z.ZodType<ConsignmentItem> = exactly<ConsignmentItem>()(
  record({
    lineNumber,
    description: z.exactOptional(freeText),
    hsCode: z.exactOptional(hsCode),
    originCountryCode: z.exactOptional(countryCode),
    netMassKg: z.exactOptional(nonNegative),
    grossMassKg: z.exactOptional(nonNegative),
    packageCount: z.exactOptional(count),
    packageKind: z.exactOptional(shortText),
    marks: z.exactOptional(freeText),
    equipmentIds: z.exactOptional(equipmentIds),
    value: z.exactOptional(money),
    dangerousGoodsCode: z.exactOptional(codeText),
    casNumbers: z.exactOptional(casNumbers),
  }).refine((item) => item.description !== undefined || item.hsCode !== undefined, { error: "a goods item with a description or an HS code" }),
);
