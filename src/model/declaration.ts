import * as z from "zod";
import { codeText, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Amendment, amendments } from "./amendment.js";
import { type CountryCode, count, countryCode, type HsEdition, hsEdition, type Money, money, nonNegative, type SchemedCode, schemedCode } from "./codes.js";
import { type SupportingDocument, supportingDocuments } from "./document.js";
import { type Extensions, extensions } from "./extensions.js";
import { type FreightPayment, freightPayment, type Incoterm, incoterm } from "./freight-payment.js";
import { type GoodsItem, goodsItem } from "./goods-item.js";
import { type Parties, parties } from "./parties.js";
import { record } from "./record.js";
import { type Regime, regime } from "./regime.js";
import { type Transport, transport } from "./transport.js";

/** Which way the goods move. */
export type Direction = "import" | "export" | "transit";

/** Which part of a split declaration this is (for VNACCS: số nhánh, tổng số nhánh). */
export interface Split {
  /** The number of the part, 0 to 99, at most `of`. */
  readonly number: number;
  /** How many parts there are, 0 to 99. */
  readonly of: number;
}

/** A customs declaration as registered: header, parties by role, transport, documents, and 1 to 9,999 goods items. */
export interface Declaration {
  /** The declaration number, or what identifies the declaration in its system. */
  readonly id: string;
  /** The number of the family's first declaration, where a declaration was split or amended. */
  readonly firstDeclarationId?: string;
  readonly split?: Split;
  readonly direction: Direction;
  readonly registeredAt: Instant;
  /** The customs office of registration, an opaque code. */
  readonly customsOffice?: string;
  /** The customs office by which the goods leave, an opaque code. */
  readonly exitOffice?: string;
  /** The procedure or type of declaration, with its scheme (for VNACCS: mã loại hình). */
  readonly procedure?: SchemedCode;
  /** What the procedure means for the goods. */
  readonly regime?: Regime;
  /** What the goods are as a whole, such as a gift or relief goods, with its scheme (for VNACCS: mã phân loại hàng hóa). */
  readonly goodsClassification?: SchemedCode;
  /** The method of payment, with its scheme. */
  readonly paymentMethod?: SchemedCode;
  readonly parties: Parties;
  readonly transport: Transport;
  /** The country that the goods go on to, where it is a third one. */
  readonly destinationCountryCode?: CountryCode;
  readonly documents: readonly SupportingDocument[];
  /** What the goods were under before: an earlier declaration, a warehouse entry, a temporary import. */
  readonly previousDocuments?: readonly SupportingDocument[];
  /** The gross mass of all goods, as declared for the whole. */
  readonly grossMassKg?: number;
  /** The packages of all goods, as declared for the whole. */
  readonly packageCount?: number;
  readonly incoterm?: Incoterm;
  readonly invoiceTotal?: Money;
  readonly freight?: Money;
  readonly freightPayment?: FreightPayment;
  readonly insurance?: Money;
  /** Changes to what was declared, in order of time. An amendment under a number of its own is a declaration too, with that number as its id. */
  readonly amendments?: readonly Amendment[];
  /** The edition that the first six digits of the HS codes are of. */
  readonly hsEdition?: HsEdition;
  readonly items: readonly [GoodsItem, ...GoodsItem[]];
  readonly extensions?: Extensions;
}

/** The most goods items of one declaration. */
export const MAX_ITEMS = 9_999;

const branch = z.int().min(0).max(99);
const split: z.ZodType<Split> = exactly<Split>()(
  record({ number: branch, of: branch }).refine(({ number, of }) => number <= of, { error: "a part whose number is at most the number of parts" }),
);

export const declaration: z.ZodType<Declaration> = exactly<Declaration>()(
  record({
    id: codeText,
    firstDeclarationId: z.exactOptional(codeText),
    split: z.exactOptional(split),
    direction: z.enum(["import", "export", "transit"]),
    registeredAt: instant,
    customsOffice: z.exactOptional(codeText),
    exitOffice: z.exactOptional(codeText),
    procedure: z.exactOptional(schemedCode),
    regime: z.exactOptional(regime),
    goodsClassification: z.exactOptional(schemedCode),
    paymentMethod: z.exactOptional(schemedCode),
    parties,
    transport,
    destinationCountryCode: z.exactOptional(countryCode),
    documents: supportingDocuments,
    previousDocuments: z.exactOptional(supportingDocuments),
    grossMassKg: z.exactOptional(nonNegative),
    packageCount: z.exactOptional(count),
    incoterm: z.exactOptional(incoterm),
    invoiceTotal: z.exactOptional(money),
    freight: z.exactOptional(money),
    freightPayment: z.exactOptional(freightPayment),
    insurance: z.exactOptional(money),
    amendments: z.exactOptional(amendments),
    hsEdition: z.exactOptional(hsEdition),
    items: z.tuple([goodsItem], goodsItem).refine((items) => items.length <= MAX_ITEMS, { error: `at most ${MAX_ITEMS} items` }),
    extensions: z.exactOptional(extensions),
  }),
);
