import * as z from "zod";
import { freeText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type SchemedCode, schemedCode } from "./codes.js";
import { record } from "./record.js";

/** The roles that a party plays in a declaration or consignment (WCO Data Model classes of the same names). */
export type PartyRole = "importer" | "exporter" | "consignor" | "consignee" | "declarant" | "seller" | "buyer" | "carrier" | "freightForwarder" | "notifyParty";

export const PARTY_ROLES: readonly PartyRole[] = [
  "importer",
  "exporter",
  "consignor",
  "consignee",
  "declarant",
  "seller",
  "buyer",
  "carrier",
  "freightForwarder",
  "notifyParty",
];

/** A person or company in one role; at least an identifier or a name. */
export interface Party {
  /** The identifier that customs knows it by, such as a tax code, with its scheme. */
  readonly identifier?: SchemedCode;
  readonly name?: string;
  readonly address?: string;
  readonly countryCode?: CountryCode;
  readonly phone?: string;
  readonly email?: string;
}

/** Parties by role; a role that is not stated is absent. */
export type Parties = { readonly [Role in PartyRole]?: Party };

const contact = z.string().min(1).max(256);

const party: z.ZodType<Party> = exactly<Party>()(
  record({
    identifier: z.exactOptional(schemedCode),
    name: z.exactOptional(freeText),
    address: z.exactOptional(freeText),
    countryCode: z.exactOptional(countryCode),
    phone: z.exactOptional(contact),
    email: z.exactOptional(contact),
  }).refine((value) => value.identifier !== undefined || value.name !== undefined, { error: "a party with an identifier or a name" }),
);

const optionalParty = z.exactOptional(party);

export const parties: z.ZodType<Parties> = exactly<Parties>()(
  record({
    importer: optionalParty,
    exporter: optionalParty,
    consignor: optionalParty,
    consignee: optionalParty,
    declarant: optionalParty,
    seller: optionalParty,
    buyer: optionalParty,
    carrier: optionalParty,
    freightForwarder: optionalParty,
    notifyParty: optionalParty,
  }),
);

/** A party's identifier as one text, `scheme:code`, else `undefined`. */
export function partyKey(party: Party | undefined): string | undefined {
  return party?.identifier === undefined ? undefined : schemedText(party.identifier);
}

/** A code with its scheme as one text, `scheme:code`. */
export function schemedText(code: SchemedCode): string {
  return `${code.scheme}:${code.code}`;
}
