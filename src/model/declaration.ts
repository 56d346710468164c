import * as z from "zod";
import { codeText, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Money, money, type SchemedCode, schemedCode } from "./codes.js";
import { type SupportingDocument, supportingDocument } from "./document.js";
import { type Extensions, extensions } from "./extensions.js";
import { type GoodsItem, goodsItem } from "./goods-item.js";
import { type Parties, parties } from "./party.js";
import { record } from "./record.js";
import { type Transport, transport } from "./transport.js";

/** Which way the goods move. */
export type Direction = "import" | "export" | "transit";

/** A customs declaration as registered: header, parties by role, transport, documents, and 1 to 9,999 goods items. */
export interface Declaration {
  /** The declaration number, or what identifies the declaration in its system. */
  readonly id: string;
  /** The number of the family's first declaration, where a declaration was split or amended. */
  readonly firstDeclarationId?: string;
  readonly direction: Direction;
  readonly registeredAt: Instant;
  /** The customs office of registration, an opaque code. */
  readonly customsOffice?: string;
  /** The procedure or type of declaration, with its scheme (for VNACCS: mã loại hình). */
  readonly procedure?: SchemedCode;
  /** The method of payment, with its scheme. */
  readonly paymentMethod?: SchemedCode;
  readonly parties: Parties;
  readonly transport: Transport;
  readonly documents: readonly SupportingDocument[];
  readonly invoiceTotal?: Money;
  readonly freight?: Money;
  readonly insurance?: Money;
  readonly items: readonly [GoodsItem, ...GoodsItem[]];
  readonly extensions?: Extensions;
}

/** The most goods items of one declaration. */
export const MAX_ITEMS = 9_999;

export const declaration: z.ZodType<Declaration> = exactly<Declaration>()(
  record({
    id: codeText,
    firstDeclarationId: z.exactOptional(codeText),
    direction: z.enum(["import", "export", "transit"]),
    registeredAt: instant,
    customsOffice: z.exactOptional(codeText),
    procedure: z.exactOptional(schemedCode),
    paymentMethod: z.exactOptional(schemedCode),
    parties,
    transport,
    documents: z.array(supportingDocument).max(1_000),
    invoiceTotal: z.exactOptional(money),
    freight: z.exactOptional(money),
    insurance: z.exactOptional(money),
    items: z.tuple([goodsItem], goodsItem).refine((items) => items.length <= MAX_ITEMS, { error: `at most ${MAX_ITEMS} items` }),
    extensions: z.exactOptional(extensions),
  }),
);
