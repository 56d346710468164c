import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { documentKey } from "./ens-documents.js";
import { ENS_PARTIES, ensPartyKey } from "./ens-party.js";

/** The items of a message by consignment: those that travel under the same documents, between the same traders and places. */
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
  return JSON.stringify([
    documentKey(item),
    ...["ComRefNumGIM1", "PlaLoaGOOITE333", "PlaUnlGOOITE333"].map((name) => textOf(childOf(item, name))),
    ...[ENS_PARTIES.itemConsignor, ENS_PARTIES.itemConsignee, ENS_PARTIES.itemNotifyParty].map((elements) => ensPartyKey(item, elements)),
  ]);
}
