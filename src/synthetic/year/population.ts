import type { SchemedCode } from "../../model/codes.js";
import type { Party } from "../../model/party.js";
import { COMMODITIES } from "../commodities.js";
import type { Commodity, Sector } from "../commodity.js";
import { CUSTOMS_OFFICES } from "../places.js";
import { createRandom, type Random } from "../random.js";
import { drawWeighted, type Weighted, weighted } from "../weighted.js";
import type { Calendar } from "./calendar.js";
import { type Company, foreignCompany, vietnameseCompany } from "./company.js";

/** Everybody who trades in a synthetic year; who they are depends on the seed and their serial alone. */
export interface Population {
  /** A company that trades on a day: half of the draws are of some hundred, the others of all. */
  readonly draw: (day: number, random: Random) => Company;
  /** An established company that is fit for something, each as likely as any; the first of all where none turns up. */
  readonly pick: (isFit: (company: Company) => boolean, random: Random) => Company;
  /** A company made for the occasion, of a serial of its own. */
  readonly found: (founding: Founding, random: Random) => Company;
  /** One of the few sellers of a kind of goods and a country that a company buys from. */
  readonly supplier: (company: Company, countryCode: string, commodity: Commodity, random: Random) => Party;
  /** Any seller of a country. */
  readonly stranger: (countryCode: string, random: Random) => Party;
  readonly broker: (serial: number) => Party;
  /** A carrier or forwarder. */
  readonly forwarder: (random: Random) => Party;
}

/** How a company is founded. */
export interface Founding {
  readonly serial: number;
  /** The day of the calendar, below 0 before it, on which it is registered. */
  readonly day: number;
  readonly premises: "industrial" | "street" | "service";
  readonly sector: Sector;
  /** What it deals in; some of its sector unless told. */
  readonly mix?: readonly [Commodity, ...Commodity[]];
  readonly size: "tiny" | "small" | "large";
}

const STREAM_COMPANY = 11;
const STREAM_BROKER = 12;
const BROKERS = 260;
const FIRST_BROKER = 3_000_000;
const FIRST_SMALL = 1_000_000;
/** Half of what is drawn from the pool is of so many companies. */
const LARGE_HALF = 160;
const SELLERS = 40_000;

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
const BY_SECTOR: ReadonlyMap<Sector, Weighted<Commodity>> = new Map(
  SECTORS.values.map((sector) => {
    const [first, ...rest] = COMMODITIES.filter((commodity) => commodity.sector === sector).map((commodity) => [commodity, commodity.weight] as const);
    if (first === undefined) throw new RangeError(`no goods of ${sector}`);
    return [sector, weighted([first, ...rest])];
  }),
);

/** The population of a year of so many declarations. */
export function createPopulation(seed: number, declarations: number, calendar: Calendar): Population {
  const pool = Math.max(60, Math.min(20_000, Math.floor(declarations / 25)));
  const small = Math.max(40, Math.floor(declarations / 14));
  const known = new Map<number, Company>();
  const established = (serial: number): Company => {
    const kept = known.get(serial);
    if (kept !== undefined) return kept;
    const company = inventEstablished(seed, serial, pool, declarations, calendar);
    known.set(serial, company);
    return company;
  };
  const draw = (day: number, random: Random): Company => {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const company = random.chance(0.07) ? inventSmall(seed, FIRST_SMALL + random.integer(0, small - 1), calendar) : established(drawSerial(pool, random));
      if (company.activeFrom <= day) return company;
    }
    return established(0);
  };
  const pick = (isFit: (company: Company) => boolean, random: Random): Company => {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const company = established(random.integer(0, pool - 1));
      if (isFit(company)) return company;
    }
    return established(0);
  };
  const found = (founding: Founding, random: Random): Company => foundCompany(founding, calendar, random);
  return {
    draw,
    pick,
    found,
    supplier: (company, countryCode, commodity, random) => {
      const which = random.chance(0.8) ? 0 : random.integer(1, 3);
      return foreignCompany(countryCode, (company.serial * 37 + Number(commodity.hsCode.slice(0, 6)) * 5 + which) % SELLERS);
    },
    stranger: (countryCode, random) => foreignCompany(countryCode, random.integer(0, SELLERS - 1)),
    broker,
    forwarder: (random) => foreignCompany(random.pick(["SG", "HK", "KR", "JP", "DE"]), SELLERS + random.integer(0, 60)),
  };

  function broker(serial: number): Party {
    return inventBroker(seed, serial, calendar);
  }
}

function drawSerial(pool: number, random: Random): number {
  const u = random.next();
  // the tail of 1 / (serial + LARGE_HALF)^2, without a power that may differ from machine to machine
  return Math.floor((LARGE_HALF * u) / (1 - u)) % pool;
}

function mixOf(sector: Sector, random: Random): readonly [Commodity, ...Commodity[]] {
  const table = BY_SECTOR.get(sector);
  if (table === undefined) throw new RangeError(`no goods of ${sector}`);
  const mix: [Commodity, ...Commodity[]] = [drawWeighted(table, random)];
  const kinds = random.integer(1, 5);
  while (mix.length < kinds) mix.push(drawWeighted(table, random));
  return mix;
}

function inventEstablished(seed: number, serial: number, pool: number, declarations: number, calendar: Calendar): Company {
  const random = createRandom(seed, serial, STREAM_COMPANY);
  const fresh = random.chance(0.06);
  const activeFrom = fresh ? random.integer(1, calendar.days) : -1;
  const foundingDay = fresh ? activeFrom - random.integer(25, 200) : -random.integer(400, 9_000);
  const perYear = (0.75 * declarations * LARGE_HALF) / (serial + LARGE_HALF) ** 2;
  const size = serial < pool / 8 ? "large" : "small";
  const sector = drawWeighted(SECTORS, random);
  const company = foundCompany(
    { serial, day: foundingDay, premises: size === "large" || random.chance(0.6) ? "industrial" : "street", sector, size },
    calendar,
    random,
  );
  return {
    ...company,
    activeFrom,
    priorAtStart: fresh ? 0 : 1 + Math.floor(perYear * (0.5 + 2 * random.next())),
    perDay: perYear / calendar.days,
    ...(random.chance(0.45) ? {} : { broker: inventBroker(seed, random.integer(0, BROKERS - 1), calendar) }),
  };
}

function inventSmall(seed: number, serial: number, calendar: Calendar): Company {
  const random = createRandom(seed, serial, STREAM_COMPANY);
  const sector = drawWeighted(SECTORS, random);
  const premises = random.chance(0.12) ? "service" : random.chance(0.5) ? "street" : "industrial";
  const company = foundCompany({ serial, day: random.integer(0, calendar.days) - random.integer(30, 3_000), premises, sector, size: "tiny" }, calendar, random);
  return { ...company, ...(random.chance(0.2) ? {} : { broker: inventBroker(seed, random.integer(0, BROKERS - 1), calendar) }) };
}

const SIZES = {
  tiny: { capital: [300, 3_000], employees: [1, 9] },
  small: { capital: [1_000, 20_000], employees: [4, 80] },
  large: { capital: [10_000, 900_000], employees: [50, 4_000] },
} as const;

function foundCompany(founding: Founding, calendar: Calendar, random: Random): Company {
  const { serial, day, premises, sector, size } = founding;
  const mix = founding.mix ?? mixOf(sector, random);
  const chapters = [...mix, ...(founding.mix === undefined ? mixOf(sector, random) : [])].map((commodity) => commodity.hsCode.slice(0, 2));
  const { capital, employees } = SIZES[size];
  const party = vietnameseCompany(
    {
      serial,
      foundedAt: calendar.startOf(day),
      premises,
      capitalMillion: random.integer(capital[0] / 100, capital[1] / 100) * 100,
      employees: random.integer(employees[0], employees[1]),
      chapters,
      ratings: ratingsOf(size, -day, random),
    },
    random,
  );
  return { serial, party, sector, mix, office: drawWeighted(CUSTOMS_OFFICES, random), priorAtStart: 0, perDay: 0, activeFrom: day };
}

/** A compliance level from 1 to 5 and a risk class from 1 to 9, drawn: nothing is made of them here. */
function ratingsOf(size: Founding["size"], ageDays: number, random: Random): readonly SchemedCode[] {
  const level = size === "large" ? (random.chance(0.1) ? 1 : random.chance(0.6) ? 2 : 3) : random.chance(0.3) ? 2 : random.chance(0.9) ? 3 : 4;
  const risk = ageDays < 365 ? 7 : level === 1 ? 1 : random.integer(level, level + 2);
  return [
    { scheme: "vn-tt81-compliance-level", code: String(level) },
    { scheme: "vn-tt81-risk-class", code: String(risk) },
  ];
}

function inventBroker(seed: number, serial: number, calendar: Calendar): Party {
  const random = createRandom(seed, serial % BROKERS, STREAM_BROKER);
  return vietnameseCompany(
    {
      serial: FIRST_BROKER + (serial % BROKERS),
      foundedAt: calendar.startOf(-random.integer(500, 6_000)),
      premises: "street",
      capitalMillion: random.integer(10, 200) * 100,
      employees: random.integer(5, 120),
      chapters: [],
      ratings: [],
    },
    random,
  );
}
