import { foldWords } from "../../core/text.js";

/** What a cell of a table of house bills is read as. */
export type HouseBillKind = "text" | "number" | "list" | "equipment" | "code" | "money";

/** A column of a table of house bills. */
export interface HouseBillColumn {
  /** `consignment`: the same in all rows of a house bill, or in the first alone; `item`: of each row. */
  readonly level: "consignment" | "item";
  readonly kind: HouseBillKind;
  /** The field of the model. */
  readonly path: string;
}

const of = (level: HouseBillColumn["level"], kind: HouseBillKind, paths: readonly string[]): readonly (readonly [string, HouseBillColumn])[] =>
  paths.map((path) => [foldColumn(path), { level, kind, path }]);

const PARTY_FIELDS = ["name", "address", "countryCode", "phone", "email"];
const ROLES = ["consignor", "consignee", "notifyParty", "seller", "buyer", "sender", "addressee", "carrier", "freightForwarder"];

/** The columns by their folded names: a column has the name of the field of the model that it fills. */
const COLUMNS: ReadonlyMap<string, HouseBillColumn> = new Map([
  ...of("consignment", "text", ["id", "kind", "masterDocumentNumber", "lodgedAt", "firstLodgedAt", "loadedAt", "regime", "destinationCountryCode", "incoterm"]),
  ...of(
    "consignment",
    "text",
    ["level", "number", "kind", "negotiability", "issuedOn"].map((name) => `transportDocument.${name}`),
  ),
  ...of(
    "consignment",
    "text",
    ROLES.flatMap((role) => PARTY_FIELDS.map((name) => `parties.${role}.${name}`)),
  ),
  ...of(
    "consignment",
    "code",
    ROLES.map((role) => `parties.${role}.identifier`),
  ),
  ...of("consignment", "code", ["transport.mode"]),
  ...of(
    "consignment",
    "text",
    ["departureCountryCode", "loadingLocation", "unloadingLocation", "meansId", "arrivalAt"].map((name) => `transport.${name}`),
  ),
  ...of("consignment", "list", ["transport.transitCountryCodes"]),
  ...of("consignment", "equipment", ["transport.equipment"]),
  ...of("consignment", "number", ["grossMassKg", "packageCount"]),
  ...of("consignment", "money", ["value", "freight"]),
  ...of("consignment", "text", ["freightPayment.terms", "hsEdition"]),
  ...of(
    "item",
    "number",
    ["lineNumber", "netMassKg", "grossMassKg", "packageCount"].map((name) => `items.${name}`),
  ),
  ...of(
    "item",
    "text",
    ["description", "hsCode", "originCountryCode", "packageKind", "marks", "dangerousGoodsCode"].map((name) => `items.${name}`),
  ),
  ...of("item", "list", ["items.equipmentIds", "items.casNumbers"]),
  ...of("item", "money", ["items.value"]),
]);

/** A name by its letters and digits alone: `parties.consignee.name`, `Parties Consignee Name` and `parties_consignee_name` are one. */
function foldColumn(name: string): string {
  return foldWords(name).join("");
}

/** The column of a name; nothing where there is none of that name. */
export function houseBillColumn(name: string): HouseBillColumn | undefined {
  return COLUMNS.get(foldColumn(name));
}

/** Every column, for the page that lists them. */
export function houseBillColumns(): readonly HouseBillColumn[] {
  return [...COLUMNS.values()];
}
