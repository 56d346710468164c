import { documentKindOf, transportTypeOf } from "../eu-codes/document-codes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { textAt } from "../xml/xml-values.js";

/** What an element says of documents: those with a number, and the rest in words. */
export interface WcoDocuments {
  readonly documents: readonly Sourced[];
  readonly previous: readonly Sourced[] | undefined;
  readonly statuses: Sourced | undefined;
  readonly unnumbered: Sourced | undefined;
}

/** The documents that an element names. */
export function wcoDocuments(node: XmlNode | undefined): WcoDocuments {
  const additional = childrenOf(node, "AdditionalDocument");
  const earlier = childrenOf(node, "PreviousDocument");
  const all = [...additional, ...earlier];
  const previous = earlier.flatMap((one) => documentOf(one) ?? []);
  return {
    documents: additional.flatMap((one) => documentOf(one) ?? []),
    previous: previous.length === 0 ? undefined : previous,
    statuses: inWords(
      additional.filter((one) => textOf(childOf(one, "LPCOExemptionCode")) !== undefined),
      "LPCOExemptionCode",
    ),
    unnumbered: inWords(
      all.filter((one) => textOf(childOf(one, "ID")) === undefined),
      "Name",
    ),
  };
}

function documentOf(node: XmlNode): Sourced | undefined {
  const typeCode = codeOf(node);
  const number = textAt(node, "ID");
  if (number === undefined) return undefined;
  const issuer = textAt(node, "Submitter", "Name");
  return sourced(node, { kind: documentKindOf(typeCode), number, issuer, typeCode: typeCode === "" ? undefined : typeCode });
}

/** The transport documents that elements name, each once. */
export function wcoTransportDocuments(nodes: readonly (XmlNode | undefined)[]): readonly Sourced[] | undefined {
  const found = new Map<string, Sourced>();
  for (const document of nodes.flatMap((node) => [...childrenOf(node, "AdditionalDocument"), ...childrenOf(node, "PreviousDocument")])) {
    const type = transportTypeOf(codeOf(document));
    const number = textAt(document, "ID");
    if (type === undefined || number === undefined) continue;
    found.set(`${type.level} ${number.value}`, { ...number, value: { ...type, number } });
  }
  return found.size === 0 ? undefined : [...found.values()];
}

/** The code of a document: its category and its type, as one. */
function codeOf(node: XmlNode): string {
  return `${textOf(childOf(node, "CategoryCode")) ?? ""}${textOf(childOf(node, "TypeCode")) ?? ""}`;
}

function inWords(nodes: readonly XmlNode[], detail: string): Sourced | undefined {
  const [first] = nodes;
  const words = nodes.map((node) => [codeOf(node), textOf(childOf(node, detail))].filter((word) => word !== undefined && word !== "").join(" "));
  return sourced(first, words.length === 0 ? undefined : words.join(", "));
}
