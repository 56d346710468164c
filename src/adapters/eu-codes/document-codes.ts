import type { DocumentKind } from "../../model/document.js";
import type { TransportDocumentKind, TransportDocumentLevel } from "../../model/transport-document.js";

/** What a transport document is. */
export interface TransportDocumentType {
  readonly level: TransportDocumentLevel;
  readonly kind: TransportDocumentKind;
}

/**
 * Transport documents by the last three characters of their EU code, which are those of UN/EDIFACT data element 1001: 703 house
 * waybill, 704 master bill of lading, 705 bill of lading, 710 sea waybill, 714 house bill of lading, 720 rail consignment note, 722
 * road list, 730 road consignment note, 740 air waybill, 741 master air waybill, 750 despatch note for post, 760 multimodal document,
 * 787 bordereau. Source: memory of the EU document codes.
 */
const TRANSPORT_DOCUMENTS: ReadonlyMap<string, TransportDocumentType> = new Map([
  ["703", { level: "house", kind: "airWaybill" }],
  ["704", { level: "master", kind: "billOfLading" }],
  ["705", { level: "simple", kind: "billOfLading" }],
  ["710", { level: "simple", kind: "seaWaybill" }],
  ["714", { level: "house", kind: "billOfLading" }],
  ["720", { level: "simple", kind: "railConsignmentNote" }],
  ["722", { level: "simple", kind: "roadConsignmentNote" }],
  ["730", { level: "simple", kind: "roadConsignmentNote" }],
  ["740", { level: "simple", kind: "airWaybill" }],
  ["741", { level: "master", kind: "airWaybill" }],
  ["750", { level: "simple", kind: "postalItem" }],
  ["760", { level: "simple", kind: "other" }],
  ["787", { level: "simple", kind: "other" }],
]);

/**
 * The type of the transport document that an EU document code stands for; nothing for other documents. Documents of a declaration have the
 * category `N`, the previous documents that it names `X`, `Y` or `Z`.
 */
export function transportTypeOf(typeCode: string): TransportDocumentType | undefined {
  return /^[NXYZ]\d{3}$/.test(typeCode) ? TRANSPORT_DOCUMENTS.get(typeCode.slice(1)) : undefined;
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
export function documentKindOf(typeCode: string): DocumentKind {
  if (transportTypeOf(typeCode) !== undefined) return "transportDocument";
  return DOCUMENTS.get(typeCode) ?? "other";
}
