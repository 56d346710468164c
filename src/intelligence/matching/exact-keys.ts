import type { AlertSubject } from "../alert-subject.js";
import type { AlertSubjectGroup } from "../reader.js";
import type { Matchable } from "./matchable.js";
import { LEAST_PHONE_DIGITS, normaliseCode, normaliseEmail, normaliseIdentifier, normalisePhone } from "./normalise-identifier.js";

/** A value of a declaration that an alert may name exactly, and where it stands. */
export interface ExactValue {
  readonly key: string;
  readonly path: string;
  readonly lineNumber?: number;
}

/** The group that a type of subject belongs to. */
export const GROUP_OF: Readonly<Record<AlertSubject["type"], AlertSubjectGroup>> = {
  person: "party",
  company: "party",
  vessel: "means",
  flight: "means",
  vehicle: "means",
  container: "equipment",
  seal: "equipment",
  address: "contact",
  phone: "contact",
  email: "contact",
  document: "document",
  route: "route",
  hs: "goods",
  substance: "goods",
  concealmentMethod: "goods",
};

/** The values of a subject that must be found exactly, normalised. */
export function exactKeys(subject: AlertSubject): readonly string[] {
  switch (subject.type) {
    case "person":
    case "company":
      return (subject.identifiers ?? []).map(({ scheme, code }) => `id ${normaliseIdentifier(scheme, code)}`);
    case "vessel":
    case "flight":
    case "vehicle":
      return (subject.identifiers ?? []).map(({ code }) => `means ${normaliseCode(code)}`);
    case "container":
      return subject.values.map((value) => `container ${normaliseCode(value)}`);
    case "seal":
      return subject.values.map((value) => `seal ${normaliseCode(value)}`);
    case "document":
      return subject.values.map((value) => `document ${normaliseCode(value)}`);
    case "phone":
      return subject.values.map(normalisePhone).flatMap((digits) => (digits.length < LEAST_PHONE_DIGITS ? [] : [`phone ${digits}`]));
    case "email":
      return subject.values.map((value) => `email ${normaliseEmail(value)}`);
    case "substance":
      return (subject.casNumbers ?? []).map((number) => `cas ${number}`);
    case "hs":
      return subject.prefixes.map((prefix) => `hs ${prefix}`);
    default:
      return [];
  }
}

/** The values of a declaration that alerts may name exactly. */
export function exactValues(declaration: Matchable): readonly ExactValue[] {
  const values: ExactValue[] = [];
  const add = (key: string, path: string): void => {
    values.push({ key, path });
  };
  for (const [role, party] of Object.entries(declaration.parties)) {
    if (party === undefined) continue;
    const at = `parties.${role}`;
    if (party.identifier !== undefined) add(`id ${normaliseIdentifier(party.identifier.scheme, party.identifier.code)}`, `${at}.identifier`);
    for (const [index, { scheme, code }] of (party.otherIdentifiers ?? []).entries()) {
      add(`id ${normaliseIdentifier(scheme, code)}`, `${at}.otherIdentifiers[${index}]`);
    }
    if (party.phone !== undefined) add(`phone ${normalisePhone(party.phone)}`, `${at}.phone`);
    if (party.email !== undefined) add(`email ${normaliseEmail(party.email)}`, `${at}.email`);
  }
  const { transport, documents, items } = declaration;
  if (transport.meansId !== undefined) add(`means ${normaliseCode(transport.meansId)}`, "transport.meansId");
  for (const [index, leg] of (transport.itinerary ?? []).entries()) {
    if (leg.meansId !== undefined) add(`means ${normaliseCode(leg.meansId)}`, `transport.itinerary[${index}].meansId`);
  }
  for (const [index, { id, seals = [] }] of (transport.equipment ?? []).entries()) {
    add(`container ${normaliseCode(id)}`, `transport.equipment[${index}].id`);
    for (const [at, seal] of seals.entries()) add(`seal ${normaliseCode(seal)}`, `transport.equipment[${index}].seals[${at}]`);
  }
  for (const [index, { number }] of (transport.documents ?? []).entries()) add(`document ${normaliseCode(number)}`, `transport.documents[${index}].number`);
  for (const [index, { number }] of documents.entries()) add(`document ${normaliseCode(number)}`, `documents[${index}].number`);
  for (const [index, item] of items.entries()) addItem(item, index, values);
  return values;
}

const CAS_NUMBER = /\b\d{2,7}-\d{2}-\d\b/g;

function addItem({ lineNumber, hsCode = "", description = "", casNumbers = [] }: Matchable["items"][number], index: number, values: ExactValue[]): void {
  for (let length = 2; length <= hsCode.length; length += 2) values.push({ key: `hs ${hsCode.slice(0, length)}`, path: `items[${index}].hsCode`, lineNumber });
  for (const number of casNumbers) values.push({ key: `cas ${number}`, path: `items[${index}].casNumbers`, lineNumber });
  for (const number of description.match(CAS_NUMBER) ?? []) values.push({ key: `cas ${number}`, path: `items[${index}].description`, lineNumber });
}
