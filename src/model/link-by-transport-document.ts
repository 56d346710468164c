import { foldWords } from "../core/text.js";
import type { Consignment } from "./consignment.js";
import type { Declaration } from "./declaration.js";
import type { TransportDocument, TransportDocumentKind } from "./transport-document.js";

/** A declaration and a consignment that name the same transport document. */
export interface TransportLink {
  readonly declaration: Declaration;
  readonly consignment: Consignment;
  /** The document, as the declaration names it. */
  readonly document: TransportDocument;
}

/** Consignments found by transport document. */
export interface ConsignmentIndex {
  /** The consignments whose transport document a declaration names, each once, in the order of its documents. */
  linksOf(declaration: Declaration): readonly TransportLink[];
}

/**
 * Indexes consignments by transport document. A declaration's document is a consignment's if the numbers are the same letters and
 * digits, whatever their case, spaces and punctuation; the levels are the same or one is `simple`; the kinds, where both are stated,
 * go together (a bill of lading and a sea waybill do, an air waybill and a bill of lading do not); and the master numbers, where both
 * are stated, are the same, since forwarders number their house documents each for themselves.
 */
export function indexConsignments(consignments: Iterable<Consignment>): ConsignmentIndex {
  const byNumber = new Map<string, Consignment[]>();
  for (const consignment of consignments) {
    const key = numberKey(consignment.transportDocument.number);
    const known = byNumber.get(key);
    if (known === undefined) byNumber.set(key, [consignment]);
    else known.push(consignment);
  }
  // a number without a letter or digit names nothing
  byNumber.delete("");
  return {
    linksOf: (declaration) => {
      const linked = new Set<Consignment>();
      return (declaration.transport.documents ?? []).flatMap((document) =>
        (byNumber.get(numberKey(document.number)) ?? []).flatMap((consignment) => {
          if (linked.has(consignment) || !isSameDocument(document, consignment)) return [];
          linked.add(consignment);
          return [{ declaration, consignment, document }];
        }),
      );
    },
  };
}

/** Pairs declarations and consignments that name the same transport document, many to many, in the order of the declarations; see {@link indexConsignments}. */
export function linkByTransportDocument(declarations: Iterable<Declaration>, consignments: Iterable<Consignment>): readonly TransportLink[] {
  const index = indexConsignments(consignments);
  return [...declarations].flatMap((declaration) => index.linksOf(declaration));
}

function numberKey(number: string): string {
  return foldWords(number).join("");
}

function isSameDocument(document: TransportDocument, { transportDocument, masterDocumentNumber }: Consignment): boolean {
  const areLevels = document.level === transportDocument.level || document.level === "simple" || transportDocument.level === "simple";
  const master = masterDocumentNumber ?? transportDocument.masterNumber;
  const areMasters = document.masterNumber === undefined || master === undefined || numberKey(document.masterNumber) === numberKey(master);
  return areLevels && areMasters && areKinds(document.kind, transportDocument.kind);
}

/** Kinds that are taken for each other; `other` may be any. */
const GROUPS: { readonly [Kind in TransportDocumentKind]: string | undefined } = {
  billOfLading: "sea",
  seaWaybill: "sea",
  airWaybill: "air",
  expressWaybill: "air",
  roadConsignmentNote: "road",
  railConsignmentNote: "rail",
  postalItem: "post",
  other: undefined,
};

function areKinds(a: TransportDocumentKind | undefined, b: TransportDocumentKind | undefined): boolean {
  const [first, second] = [a && GROUPS[a], b && GROUPS[b]];
  return first === undefined || second === undefined || first === second;
}
