import * as z from "zod";
import { calendarDate, codeText, shortText } from "../core/fields.js";
import type { CalendarDate } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { record } from "./record.js";

/** What a supporting document is. */
export type DocumentKind =
  | "invoice"
  | "contract"
  | "packingList"
  | "transportDocument"
  | "certificateOfOrigin"
  | "licence"
  | "permit"
  | "citesPermit"
  | "preExportNotification"
  | "inspectionCertificate"
  | "other";

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  "invoice",
  "contract",
  "packingList",
  "transportDocument",
  "certificateOfOrigin",
  "licence",
  "permit",
  "citesPermit",
  "preExportNotification",
  "inspectionCertificate",
  "other",
];

/** A document that the declaration refers to. */
export interface SupportingDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedOn?: CalendarDate;
  /** The authority or party that issued it. */
  readonly issuer?: string;
  /** The national code of its type, as declared. */
  readonly typeCode?: string;
}

const supportingDocument: z.ZodType<SupportingDocument> = exactly<SupportingDocument>()(
  record({
    kind: z.enum(DOCUMENT_KINDS as readonly [DocumentKind, ...DocumentKind[]]),
    number: shortText,
    issuedOn: z.exactOptional(calendarDate),
    issuer: z.exactOptional(shortText),
    typeCode: z.exactOptional(codeText),
  }),
);

/** A list of documents, at most 1,000. */
export const supportingDocuments: z.ZodType<readonly SupportingDocument[]> = z.array(supportingDocument).max(1_000);
