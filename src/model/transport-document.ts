import * as z from "zod";
import { calendarDate, shortText } from "../core/fields.js";
import type { CalendarDate } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { record } from "./record.js";

/** Between whom a transport document is: `master` between carrier and forwarder, `house` between the trade parties, `simple` where there is one document. */
export type TransportDocumentLevel = "master" | "house" | "simple";

/** What a transport document is. */
export type TransportDocumentKind =
  | "billOfLading"
  | "seaWaybill"
  | "airWaybill"
  | "roadConsignmentNote"
  | "railConsignmentNote"
  | "postalItem"
  | "expressWaybill"
  | "other";

/** The transport document (bill of lading, air waybill, postal item) that a consignment travels under. */
export interface TransportDocument<Level extends TransportDocumentLevel = TransportDocumentLevel> {
  readonly level: Level;
  readonly number: string;
  readonly kind?: TransportDocumentKind;
  /** Whether the goods go to the consignee named (straight) or to whom the document is endorsed (to order). */
  readonly negotiability?: "straight" | "order";
  readonly issuedOn?: CalendarDate;
  /** The number of the master document that a house document stands under. */
  readonly masterNumber?: string;
}

const further = {
  number: shortText,
  kind: z.exactOptional(
    z.enum(["billOfLading", "seaWaybill", "airWaybill", "roadConsignmentNote", "railConsignmentNote", "postalItem", "expressWaybill", "other"]),
  ),
  negotiability: z.exactOptional(z.enum(["straight", "order"])),
  issuedOn: z.exactOptional(calendarDate),
  masterNumber: z.exactOptional(shortText),
};

export const transportDocument: z.ZodType<TransportDocument> = exactly<TransportDocument>()(
  record({ level: z.enum(["master", "house", "simple"]), ...further }),
);

export const masterDocument: z.ZodType<TransportDocument<"master">> = exactly<TransportDocument<"master">>()(
  record({ level: z.literal("master"), ...further }),
);

// names the master too: what is neither is read as this
const houseLevel = z.custom<"house" | "simple">((level) => level === "house" || level === "simple", { error: '"master" or "house" or "simple"' });

export const houseDocument: z.ZodType<TransportDocument<"house" | "simple">> = exactly<TransportDocument<"house" | "simple">>()(
  record({ level: houseLevel, ...further }),
);
