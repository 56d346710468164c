import { foldPhrase } from "../core/text.js";
import type { Parties, PartyRole } from "./parties.js";
import { type Party, partyKey } from "./party.js";

/** Who receives the goods: the importer, else the consignee, else the addressee of a postal item. */
export function receiverOf({ importer, consignee, addressee }: Parties): Party | undefined {
  return importer ?? consignee ?? addressee;
}

/** Who sends the goods: the consignor, else the exporter, else the seller, else the sender of a postal item. */
export function shipperOf({ consignor, exporter, seller, sender }: Parties): Party | undefined {
  return consignor ?? exporter ?? seller ?? sender;
}

/** The roles of those who trade. Brokers, forwarders, carriers and notified banks serve many, and share what they have with many. */
export const TRADE_ROLES: readonly PartyRole[] = ["importer", "exporter", "consignor", "consignee", "seller", "buyer", "sender", "addressee"];

/**
 * What tells a party apart: its identifier as `scheme:code`; without one its folded name and its country, which begin with a
 * space and so are never taken for an identifier. `undefined` where neither an identifier nor a word of a name is stated.
 */
export function partyIdentity(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  const name = foldPhrase(party.name ?? "");
  return partyKey(party) ?? (name.trim() === "" ? undefined : `${name}${party.countryCode ?? ""}`);
}

/** Fewer words are a city or a street, which tell nobody apart. */
const MIN_ADDRESS_WORDS = 3;

/** An address as folded words, so that spelling and punctuation make no difference; `undefined` below three words. */
export function addressKey({ address = "" }: Party): string | undefined {
  const words = foldPhrase(address).trim();
  return words.split(" ").length < MIN_ADDRESS_WORDS ? undefined : words;
}

const MIN_PHONE_DIGITS = 7;

/** The last nine digits of a phone number, in which its national and its international form agree; `undefined` below seven. */
export function phoneKey({ phone = "" }: Party): string | undefined {
  const digits = phone.normalize("NFKC").replace(/[^0-9]/g, "");
  return digits.length < MIN_PHONE_DIGITS ? undefined : digits.slice(-9);
}

/** An e-mail address in small letters; `undefined` for what is none. */
export function emailKey({ email = "" }: Party): string | undefined {
  const text = email.trim().toLowerCase();
  return /^[^@\s]+@[^@\s]+$/.test(text) ? text : undefined;
}
