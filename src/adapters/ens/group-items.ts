import { transportDocumentOf } from "../eu-codes/document-codes.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { ENS_PARTIES, ensPartyKey } from "./ens-party.js";

/** Items that travel under the same transport documents, between the same traders and places: one consignment. */
export function groupItems(message: XmlNode): readonly (readonly XmlNode[])[] {
  const groups = new Map<string, XmlNode[]>();
  for (const item of childrenOf(message, "GOOITEGDS")) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function keyOf(item: XmlNode): string {
  const documents = childrenOf(item, "PRODOCDC2").map((document) => [textOf(childOf(document, "DocTypDC21")), textOf(childOf(document, "DocRefDC23"))]);
  return JSON.stringify([
    documents.filter(([code]) => transportDocumentOf(code) !== undefined),
    textOf(childOf(item, "ComRefNumGIM1")),
    textOf(childOf(item, "PlaLoaGOOITE333")),
    textOf(childOf(item, "PlaUnlGOOITE333")),
    ensPartyKey(item, ENS_PARTIES.itemConsignor),
    ensPartyKey(item, ENS_PARTIES.itemConsignee),
    ensPartyKey(item, ENS_PARTIES.itemNotifyParty),
  ]);
}
