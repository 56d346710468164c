import type { DocumentKind } from "../../model/document.js";
import type { TransportDocumentKind, TransportDocumentLevel } from "../../model/transport-document.js";

/** What a code of a transport document says of it. */
export interface TransportDocumentCode {
  readonly level: TransportDocumentLevel;
  readonly kind: TransportDocumentKind;
}

/**
 * Transport documents by the last three characters of their EU code, which are those of UN/EDIFACT data element 1001
 * (`N705` is 705, bill of lading). Source: memory of the EU document codes.
 */
const TRANSPORT_DOCUMENTS: ReadonlyMap<string, TransportDocumentCode> = new Map([
  ["N703", { level: "house", kind: "other" }],
  ["N704", { level: "master", kind: "billOfLading" }],
  ["N705", { level: "simple", kind: "billOfLading" }],
  ["N710", { level: "simple", kind: "seaWaybill" }],
  ["N714", { level: "house", kind: "billOfLading" }],
  ["N720", { level: "simple", kind: "railConsignmentNote" }],
  ["N722", { level: "simple", kind: "railConsignmentNote" }],
  ["N730", { level: "simple", kind: "roadConsignmentNote" }],
  ["N740", { level: "simple", kind: "airWaybill" }],
  ["N741", { level: "master", kind: "airWaybill" }],
  ["N750", { level: "simple", kind: "postalItem" }],
  ["N760", { level: "simple", kind: "other" }],
]);

/** What kind of transport document an EU document code stands for; nothing for other documents. */
export function transportDocumentOf(typeCode: string | undefined): TransportDocumentCode | undefined {
  return typeCode === undefined ? undefined : TRANSPORT_DOCUMENTS.get(typeCode);
}

/** Other documents by EU code. Source: memory of the TARIC document codes; a code that is not listed is `other`. */
const DOCUMENTS: ReadonlyMap<string, DocumentKind> = new Map([
  ["N325", "invoice"],
  ["N380", "invoice"],
  ["N935", "invoice"],
  ["N271", "packingList"],
  ["N861", "certificateOfOrigin"],
  ["N865", "certificateOfOrigin"],
  ["N954", "certificateOfOrigin"],
  ["C400", "citesPermit"],
  ["L001", "licence"],
  ["X001", "licence"],
  ["X002", "licence"],
  ["N851", "inspectionCertificate"],
  ["N852", "inspectionCertificate"],
  ["N853", "inspectionCertificate"],
]);

/** The kind of document that an EU document code stands for. */
export function documentKindOf(typeCode: string | undefined): DocumentKind {
  if (transportDocumentOf(typeCode) !== undefined) return "transportDocument";
  return (typeCode === undefined ? undefined : DOCUMENTS.get(typeCode)) ?? "other";
}
