import * as z from "zod";
import { exactly } from "../core/schema.js";
import { type Party, party } from "./party.js";
import { record } from "./record.js";

/** The roles that a party plays in a declaration or in a house or simple consignment (WCO Data Model classes of the same names; sender and addressee are postal). */
export type PartyRole =
  | "importer"
  | "exporter"
  | "consignor"
  | "consignee"
  | "declarant"
  | "representative"
  | "seller"
  | "buyer"
  | "sender"
  | "addressee"
  | "carrier"
  | "freightForwarder"
  | "notifyParty";

export const PARTY_ROLES: readonly PartyRole[] = [
  "importer",
  "exporter",
  "consignor",
  "consignee",
  "declarant",
  "representative",
  "seller",
  "buyer",
  "sender",
  "addressee",
  "carrier",
  "freightForwarder",
  "notifyParty",
];

/** The roles of a master consignment alone: its consignor and consignee are forwarders or carriers' agents, not those who trade. */
type MasterOnlyRole = "masterConsignor" | "masterConsignee" | "masterNotifyParty";

/** The roles at the level of a master document. */
export type MasterPartyRole = "carrier" | "freightForwarder" | MasterOnlyRole;

/** The true parties to the trade by role; a role that is not stated is absent. Master parties do not fit in their place. */
export type Parties = { readonly [Role in PartyRole]?: Party } & { readonly [Role in MasterOnlyRole]?: never };

/** The parties of a master document by role; the true parties to the trade do not fit in their place. */
export type MasterParties = { readonly [Role in MasterPartyRole]?: Party } & { readonly [Role in Exclude<PartyRole, MasterPartyRole>]?: never };

const optionalParty = z.exactOptional(party);

export const parties: z.ZodType<Parties> = exactly<{ readonly [Role in PartyRole]?: Party }>()(
  record({
    importer: optionalParty,
    exporter: optionalParty,
    consignor: optionalParty,
    consignee: optionalParty,
    declarant: optionalParty,
    representative: optionalParty,
    seller: optionalParty,
    buyer: optionalParty,
    sender: optionalParty,
    addressee: optionalParty,
    carrier: optionalParty,
    freightForwarder: optionalParty,
    notifyParty: optionalParty,
  }),
);

export const masterParties: z.ZodType<MasterParties> = exactly<{ readonly [Role in MasterPartyRole]?: Party }>()(
  record({
    carrier: optionalParty,
    freightForwarder: optionalParty,
    masterConsignor: optionalParty,
    masterConsignee: optionalParty,
    masterNotifyParty: optionalParty,
  }),
);
