import { DOCUMENT_KINDS } from "../../model/document.js";
import { PARTY_ROLES } from "../../model/parties.js";

/** How a cell becomes the value of a field. */
export type FieldKind = "text" | "number" | "mass" | "rate" | "integer" | "boolean" | "instant" | "money" | "code";

const PARTY_FIELDS: readonly [string, FieldKind][] = [
  ["identifier", "code"],
  ["name", "text"],
  ["address", "text"],
  ["countryCode", "text"],
  ["phone", "text"],
  ["email", "text"],
];

/** The fields of a declaration's header that a mapping can fill, by path. */
export const HEADER_FIELDS: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ["id", "text"],
  ["firstDeclarationId", "text"],
  ["direction", "text"],
  ["registeredAt", "instant"],
  ["customsOffice", "text"],
  ["procedure", "code"],
  ["paymentMethod", "code"],
  ...PARTY_ROLES.flatMap((role) => PARTY_FIELDS.map(([field, kind]): [string, FieldKind] => [`parties.${role}.${field}`, kind])),
  ["transport.mode", "code"],
  ["transport.departureCountryCode", "text"],
  ["transport.loadingLocation", "text"],
  ["transport.unloadingLocation", "text"],
  ["transport.meansId", "text"],
  ["transport.arrivalAt", "instant"],
  ...["master", "house", "simple"].map((level): [string, FieldKind] => [`transport.documents.${level}`, "text"]),
  ...DOCUMENT_KINDS.map((kind): [string, FieldKind] => [`documents.${kind}`, "text"]),
  ["invoiceTotal", "money"],
  ["freight", "money"],
  ["insurance", "money"],
]);

/** The fields of a goods item that a mapping can fill. */
export const ITEM_FIELDS: ReadonlyMap<string, FieldKind> = new Map<string, FieldKind>([
  ["lineNumber", "integer"],
  ["hsCode", "text"],
  ["description", "text"],
  ["originCountryCode", "text"],
  ["netMassKg", "mass"],
  ["grossMassKg", "mass"],
  ["quantity.amount", "number"],
  ["quantity.unit", "text"],
  ["packageCount", "integer"],
  ["customsValue", "money"],
  ["dutyRatePercent", "rate"],
  ["dutyType", "code"],
  ...DOCUMENT_KINDS.map((kind): [string, FieldKind] => [`documents.${kind}`, "text"]),
]);
