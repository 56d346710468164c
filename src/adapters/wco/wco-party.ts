import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { codeAt, joined, textAt } from "../xml/xml-values.js";

/** A party of a WCO declaration; nothing where the element is absent or empty. */
export function wcoParty(party: XmlNode | undefined): Sourced | undefined {
  if (party === undefined) return undefined;
  const address = childOf(party, "Address");
  return sourced(party, {
    identifier: codeAt(EU_SCHEMES.party, party, "ID"),
    name: textAt(party, "Name"),
    address: joined([...childrenOf(address, "Line"), childOf(address, "PostcodeID"), childOf(address, "CityName")]),
    countryCode: textAt(address, "CountryCode"),
    phone: communication(party, "TE"),
    email: communication(party, "EM"),
  });
}

/** A party in one line: identifier, name, address, country. */
export function wcoPartyText(party: XmlNode | undefined): Sourced | undefined {
  if (party === undefined) return undefined;
  const address = childOf(party, "Address");
  const parts = ["Line", "PostcodeID", "CityName", "CountryCode"].flatMap((name) => childrenOf(address, name));
  return joined([childOf(party, "ID"), childOf(party, "Name"), ...parts]);
}

/** The first number or address of a kind: `TE` telephone, `EM` electronic mail (UN/EDIFACT data element 3155). */
function communication(party: XmlNode, kind: string): Sourced | undefined {
  const found = childrenOf(party, "Communication").find((one) => textOf(childOf(one, "TypeCode")) === kind);
  return textAt(found, "ID");
}
