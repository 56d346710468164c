import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { codeAt, joined, textAt } from "../xml/xml-values.js";

/** The names of a trader's elements in one group: name, street, postcode, city, country, identification number. */
type EnsPartyElements = readonly [group: string, name: string, street: string, postcode: string, city: string, country: string, tin: string];

type EnsTrader = "consignor" | "consignee" | "notifyParty" | "itemConsignor" | "itemConsignee" | "itemNotifyParty" | "representative" | "declarant" | "carrier";

/** The traders of an entry summary declaration and of its items; every group has names of its own (ICS message specification 11.2). */
export const ENS_PARTIES: Readonly<Record<EnsTrader, EnsPartyElements>> = {
  consignor: ["TRACONCO1", "NamCO17", "StrAndNumCO122", "PosCodCO123", "CitCO124", "CouCO125", "TINCO159"],
  consignee: ["TRACONCE1", "NamCE17", "StrAndNumCE122", "PosCodCE123", "CitCE124", "CouCE125", "TINCE159"],
  notifyParty: ["NOTPAR670", "NamNOTPAR672", "StrNumNOTPAR673", "PosCodNOTPAR676", "CitNOTPAR674", "CouCodNOTPAR675", "TINNOTPAR671"],
  itemConsignor: ["TRACONCO2", "NamCO27", "StrAndNumCO222", "PosCodCO223", "CitCO224", "CouCO225", "TINCO259"],
  itemConsignee: ["TRACONCE2", "NamCE27", "StrAndNumCE222", "PosCodCE223", "CitCE224", "CouCE225", "TINCE259"],
  itemNotifyParty: ["PRTNOT640", "NamPRTNOT642", "StrNumPRTNOT646", "PstCodPRTNOT644", "CtyPRTNOT643", "CouCodGINOT647", "TINPRTNOT641"],
  representative: ["TRAREP", "NamTRE1", "StrAndNumTRE1", "PosCodTRE1", "CitTRE1", "CouCodTRE1", "TINTRE1"],
  declarant: ["PERLODSUMDEC", "NamPLD1", "StrAndNumPLD1", "PosCodPLD1", "CitPLD1", "CouCodPLD1", "TINPLD1"],
  carrier: ["TRACARENT601", "NamTRACARENT604", "StrNumTRACARENT607", "PstCodTRACARENT606", "CtyTRACARENT603", "CouCodTRACARENT605", "TINTRACARENT602"],
};

/** The trader of a group; nothing where the group is absent, or states neither a name nor an identification number. */
export function ensParty(node: XmlNode, [group, name, street, postcode, city, country, tin]: EnsPartyElements): Sourced | undefined {
  const trader = childOf(node, group);
  const identifier = codeAt(EU_SCHEMES.party, trader, tin);
  const stated = textAt(trader, name);
  if (identifier === undefined && stated === undefined) return undefined;
  const address = joined([street, postcode, city].map((part) => childOf(trader, part)));
  return sourced(trader, { identifier, name: stated, address, countryCode: textAt(trader, country) });
}

/** The traders of a message or item of whom an address is stated, but neither a name nor an identification number: which and where, in words. */
export function namelessTraders(message: XmlNode, item: XmlNode): Sourced | undefined {
  const found = Object.entries(ENS_PARTIES).flatMap(([role, elements]) => {
    const node = role.startsWith("item") ? item : message;
    const text = ensParty(node, elements) === undefined ? ensPartyText(node, elements) : undefined;
    return text === undefined ? [] : [{ ...text, value: `${role}: ${text.value}` }];
  });
  return found[0] && { ...found[0], value: found.map(({ value }) => value).join(", ") };
}

/** A trader in one line: identifier, name, address, country. */
export function ensPartyText(node: XmlNode, [group, name, street, postcode, city, country, tin]: EnsPartyElements): Sourced | undefined {
  const trader = childOf(node, group);
  return joined([tin, name, street, postcode, city, country].map((part) => childOf(trader, part)));
}

/** A trader as one text, to tell traders apart. */
export function ensPartyKey(node: XmlNode, [group, ...parts]: EnsPartyElements): readonly (string | undefined)[] {
  const trader = childOf(node, group);
  return parts.map((part) => textOf(childOf(trader, part)));
}
