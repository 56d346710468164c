import type { SchemedCode } from "../../model/codes.js";
import type { Party } from "../../model/party.js";
import type { Commodity, Sector } from "../commodity.js";
import type { Random } from "../random.js";
import { inventTaxCode } from "../tax-code.js";
import { inventAddress, inventPhone, spellPhone } from "./contacts.js";
import { dateOf } from "./instant-of.js";
import { foreignCompanyName, vietnameseCompanyName, vietnamesePersonName } from "./names.js";
import { type Halves, scramble } from "./scramble.js";

/** Where a company sits. */
export type Premises = "industrial" | "street" | "service";

/** An importer or exporter of Vietnam, with what is known of it. */
export interface Company {
  readonly serial: number;
  readonly party: Party;
  readonly sector: Sector;
  /** The kinds of goods that it deals in, the most usual first. */
  readonly mix: readonly [Commodity, ...Commodity[]];
  readonly office: string;
  /** The customs agent that declares for it; without one it declares itself. */
  readonly broker?: Party;
  /** How many declarations it had before the first day, and how many it adds per day. */
  readonly priorAtStart: number;
  readonly perDay: number;
  /** The first day of the calendar on which it trades; below 0 where it always did. */
  readonly activeFrom: number;
}

/** What a Vietnamese company is made with. */
export interface Details {
  readonly serial: number;
  readonly foundedAt: number;
  readonly premises: Premises;
  readonly capitalMillion: number;
  readonly employees: number;
  readonly chapters: readonly string[];
  /** Official ratings of Circular 81/2019, as the administration would give them. */
  readonly ratings: readonly SchemedCode[];
}

const CODES: Halves = { high: 10_000, low: 1_000 };

/** The serial of the tax code of a company: no neighbours, whatever the serials. */
function codeSerial(serial: number): number {
  return scramble(serial, CODES, 57);
}

/** A Vietnamese company with everything that is known of it. */
export function vietnameseCompany(details: Details, random: Random): Party {
  const { serial, premises } = details;
  const code = inventTaxCode(codeSerial(serial));
  return {
    identifier: { scheme: "vn-mst", code },
    name: vietnameseCompanyName(codeSerial(serial)),
    address: inventAddress(random, premises),
    addressKind: premises === "service" ? "serviceAddress" : premises === "street" && random.chance(0.3) ? "residential" : "business",
    countryCode: "VN",
    phone: spellPhone(inventPhone(random), random.integer(0, 3)),
    email: `lienhe@cty${codeSerial(serial)}.example`,
    establishedOn: dateOf(details.foundedAt),
    registeredCapital: { amount: details.capitalMillion * 1_000_000, currency: "VND" },
    employeeCount: details.employees,
    businessLines: [...new Set(details.chapters)],
    officialRatings: details.ratings,
  };
}

/** A party as papers name it: without what only the administration knows of it. */
export function onPaper(party: Party): Party {
  const { identifier, name, address, countryCode, phone } = party;
  return {
    ...(identifier === undefined ? {} : { identifier }),
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** A company abroad. */
export function foreignCompany(countryCode: string, serial: number): Party {
  const mixed = scramble(serial, CODES, 83);
  return {
    identifier: { scheme: "synthetic-seller", code: `${countryCode}${String(mixed).padStart(7, "0")}` },
    name: foreignCompanyName(countryCode, mixed),
    countryCode,
  };
}

/** A person in Vietnam who receives parcels; the number has the length of a personal one and no province's beginning. */
export function privatePerson(serial: number, random: Random): Party {
  const mixed = codeSerial(serial);
  return {
    identifier: { scheme: "vn-mst", code: `99${String(mixed).padStart(10, "0")}` },
    name: vietnamesePersonName(mixed),
    address: inventAddress(random, "street"),
    addressKind: "residential",
    countryCode: "VN",
    phone: spellPhone(inventPhone(random), random.integer(0, 3)),
  };
}
