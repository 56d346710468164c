import * as z from "zod";
import { codeText, freeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type HsCode, hsCode, nonNegative } from "./codes.js";
import { MAX_ITEMS } from "./declaration.js";
import { type Extensions, extensions } from "./extensions.js";
import { count, lineNumber } from "./goods-item.js";
import { type Parties, parties } from "./party.js";
import { record } from "./record.js";
import { type Transport, type TransportDocument, transport, transportDocument } from "./transport.js";

/** One goods item of a consignment: what the cargo report says, before any declaration; at least a description or an HS code. */
export interface ConsignmentItem {
  readonly lineNumber: number;
  readonly description?: string;
  readonly hsCode?: HsCode;
  readonly originCountryCode?: CountryCode;
  readonly grossMassKg?: number;
  readonly packageCount?: number;
  /** The kind of its packages: a UN/ECE Recommendation 21 code or the national one, as reported. */
  readonly packageKind?: string;
  /** The shipping marks on its packages. */
  readonly marks?: string;
  /** The UN number of dangerous goods, as reported. */
  readonly dangerousGoodsCode?: string;
  /** The equipment that holds it, by id. */
  readonly equipmentIds?: readonly string[];
}

/** Goods carried under one transport document, as the carrier or forwarder reports them. */
export interface Consignment {
  readonly id: string;
  readonly transportDocument: TransportDocument;
  /** The number of the master document that a house consignment travels under. */
  readonly masterDocumentNumber?: string;
  /** When the advance cargo data was lodged. */
  readonly lodgedAt: Instant;
  readonly parties: Parties;
  readonly transport: Transport;
  readonly items: readonly [ConsignmentItem, ...ConsignmentItem[]];
  readonly extensions?: Extensions;
}

const consignmentItem: z.ZodType<ConsignmentItem> = exactly<ConsignmentItem>()(
  record({
    lineNumber,
    description: z.exactOptional(freeText),
    hsCode: z.exactOptional(hsCode),
    originCountryCode: z.exactOptional(countryCode),
    grossMassKg: z.exactOptional(nonNegative),
    packageCount: z.exactOptional(count),
    packageKind: z.exactOptional(shortText),
    marks: z.exactOptional(freeText),
    dangerousGoodsCode: z.exactOptional(codeText),
    equipmentIds: z.exactOptional(z.array(codeText).max(1_000)),
  }).refine((item) => item.description !== undefined || item.hsCode !== undefined, { error: "a goods item with a description or an HS code" }),
);

export const consignment: z.ZodType<Consignment> = exactly<Consignment>()(
  record({
    id: codeText,
    transportDocument,
    masterDocumentNumber: z.exactOptional(z.string().min(1).max(256)),
    lodgedAt: instant,
    parties,
    transport,
    items: z.tuple([consignmentItem], consignmentItem).refine((items) => items.length <= MAX_ITEMS, { error: `at most ${MAX_ITEMS} items` }),
    extensions: z.exactOptional(extensions),
  }),
);
