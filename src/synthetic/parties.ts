import type { Party } from "../model/party.js";
import type { Sector } from "./commodity.js";
import { createRandom, type Random } from "./random.js";
import { inventTaxCode } from "./tax-code.js";
import { drawWeighted, type Weighted, weighted } from "./weighted.js";

/** An importer of the invented world. */
export interface Importer {
  readonly party: Party;
  readonly sector: Sector;
  /** How many declarations it had before the first day, and how many it adds per day; both 0 for one that is new. */
  readonly priorAtStart: number;
  readonly perDay: number;
}

const POOL = 4_000;
const FIRST_NEW_SERIAL = 1_000_000;
const NEW_SERIALS = 9_000_000;
const FIRST_TIME_SHARE = 0.08;
const STREAM_IMPORTER = 3;

const LEGAL_FORMS = ["Công ty TNHH", "Công ty Cổ phần", "Cty TNHH MTV", "Công ty TNHH SX TM"] as const;
/** Words that mean "illustration", "example", "hypothesis", "imagined", "specimen": no company's name. */
const INVENTED_NAMES = ["Minh Họa", "Ví Dụ", "Giả Định", "Tưởng Tượng", "Hàng Mẫu Thử"] as const;
const STREETS = ["Lô 12, Khu công nghiệp Ví Dụ", "Số 0 đường Giả Định", "Lô A0, Cụm công nghiệp Minh Họa"] as const;

/** How much of the trade each sector has; invented. */
const SECTORS: Weighted<Sector> = weighted([
  ["electronics", 22],
  ["machinery", 16],
  ["textiles", 14],
  ["plastics", 11],
  ["metals", 9],
  ["chemicals", 6],
  ["consumer", 8],
  ["food", 6],
  ["health", 4],
  ["wood", 2.5],
  ["bulk", 1.5],
]);

/** Draws the importer of a record: of a pool where few have most declarations, or one that never declared before. */
export function drawImporter(seed: number, index: number, random: Random): Importer {
  if (random.chance(FIRST_TIME_SHARE)) {
    const serial = FIRST_NEW_SERIAL + (index % NEW_SERIALS);
    return { party: importerParty(serial, random), sector: drawWeighted(SECTORS, random), priorAtStart: 0, perDay: 0 };
  }
  const u = random.next();
  const serial = Math.floor(POOL * u * u);
  // what is the importer's own does not depend on the record
  const own = createRandom(seed, serial, STREAM_IMPORTER);
  const share = 1 - serial / POOL;
  const yearly = 6 + Math.floor(1_500 * share * share * share * share * own.next());
  return {
    party: importerParty(serial, own),
    sector: drawWeighted(SECTORS, own),
    priorAtStart: 1 + Math.floor(yearly * (0.5 + own.next() * 2)),
    perDay: yearly / 365,
  };
}

function importerParty(serial: number, random: Random): Party {
  return {
    identifier: { scheme: "vn-mst", code: inventTaxCode(serial) },
    name: `${random.pick(LEGAL_FORMS)} ${random.pick(INVENTED_NAMES)} ${String(serial).padStart(4, "0")}`,
    address: `${random.pick(STREETS)}, tỉnh Giả Định`,
    countryCode: "VN",
  };
}

const BROKERS = 300;
const FIRST_BROKER_SERIAL = 500_000;

/** Draws the declarant: the importer itself, or one of some hundred invented brokers. */
export function drawDeclarant(importer: Party, random: Random): Party {
  if (random.chance(0.45)) return importer;
  const serial = random.integer(0, BROKERS - 1);
  return {
    identifier: { scheme: "vn-mst", code: inventTaxCode(FIRST_BROKER_SERIAL + serial) },
    name: `Đại lý hải quan Ví Dụ ${String(serial).padStart(3, "0")}`,
    countryCode: "VN",
  };
}

/** Draws a seller in a country. */
export function drawSeller(countryCode: string, random: Random): Party {
  const serial = String(random.integer(0, 899)).padStart(3, "0");
  return {
    identifier: { scheme: "synthetic-seller", code: `${countryCode}${serial}` },
    name: `Example ${random.pick(["Trading", "Industrial", "Export", "Supply"])} ${countryCode} ${serial} Co., Ltd`,
    countryCode,
  };
}
