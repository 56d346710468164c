import { type TransportDocumentType, transportTypeOf } from "../eu-codes/document-codes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { textAt } from "../xml/xml-values.js";

/** The documents of a consignment of an entry summary declaration. */
export interface EnsDocuments {
  /** The document that the consignment travels under. */
  readonly document: Sourced | undefined;
  readonly isMaster: boolean;
  readonly masterNumber: Sourced | undefined;
  /** Other transport documents. */
  readonly others: readonly Sourced[] | undefined;
  /** Documents of other kinds, in words. */
  readonly rest: Sourced | undefined;
}

/** A transport document with its number; a reference that stands for one is of no kind. */
type Numbered = Omit<TransportDocumentType, "kind"> & Partial<TransportDocumentType> & { readonly number: Sourced };

/** The transport documents of a goods item, as one text, to tell consignments apart. */
export function documentKey(item: XmlNode): readonly string[] {
  return transportDocuments(item).map(({ level, number }) => `${level} ${number.value}`);
}

/**
 * The documents of a consignment, by any of its items. A house document stands before the only one there is, that before a master. Where
 * no transport document is stated, the commercial reference number stands for it, as the Import Control System has it (rule C547, from memory).
 */
export function ensDocuments(message: XmlNode, item: XmlNode): EnsDocuments {
  const stated = transportDocuments(item);
  const own = (["house", "simple", "master"] as const).flatMap((level) => stated.filter((one) => one.level === level))[0];
  const master = stated.find(({ level }) => level === "master");
  const others = stated.filter((one) => one !== own && !(one === master && own?.level === "house")).map(asDocument);
  const reference = textAt(item, "ComRefNumGIM1") ?? textAt(childOf(message, "HEAHEA"), "ComRefNumHEA");
  return {
    document: own === undefined ? reference && asDocument({ level: "simple", number: reference }) : asDocument(own),
    isMaster: own?.level === "master",
    masterNumber: own?.level === "house" ? master?.number : undefined,
    others: others.length === 0 ? undefined : others,
    rest: otherDocuments(item),
  };
}

function transportDocuments(item: XmlNode): readonly Numbered[] {
  return childrenOf(item, "PRODOCDC2").flatMap((document) => {
    const type = transportTypeOf(textOf(childOf(document, "DocTypDC21")) ?? "");
    const number = textAt(document, "DocRefDC23");
    return type === undefined || number === undefined ? [] : [{ ...type, number }];
  });
}

function asDocument({ number, ...type }: Numbered): Sourced {
  return { ...number, value: { ...type, number } };
}

function otherDocuments(item: XmlNode): Sourced | undefined {
  const others = childrenOf(item, "PRODOCDC2").filter((one) => transportTypeOf(textOf(childOf(one, "DocTypDC21")) ?? "") === undefined);
  const words = others.map((one) => ["DocTypDC21", "DocRefDC23"].flatMap((name) => textOf(childOf(one, name)) ?? []).join(" "));
  return sourced(others[0], words.length === 0 ? undefined : words.join(", "));
}
