import type { SupportingDocument } from "../../model/document.js";
import type { Party } from "../../model/party.js";
import type { Commodity } from "../commodity.js";
import { PROCEDURES, ROAD_COUNTRIES } from "../places.js";
import type { Random } from "../random.js";
import { drawWeighted, weighted } from "../weighted.js";
import { airWaybill, billDigits } from "./bill-numbers.js";
import { drawBoxes } from "./boxes.js";
import type { Company } from "./company.js";
import { drawItems, drawKinds, drawLineCount } from "./goods.js";
import { drawJourney } from "./journey.js";
import { nth } from "./nth.js";
import { type Means, massOf, type Shipment, valueOf } from "./shipment.js";
import type { Scene } from "./world.js";

/** What of a shipment is fixed beforehand; the rest is drawn. */
export interface Given {
  readonly company?: Company;
  readonly supplier?: Party;
  readonly kinds?: readonly [Commodity, ...Commodity[]];
  readonly country?: string;
  readonly means?: Means;
  readonly lines?: number;
}

/** VND per kilogram of gross mass; invented. */
const FREIGHT_PER_KG: Readonly<Record<Means, number>> = { air: 65_000, container: 1_900, bulk: 500, road: 1_100, express: 140_000, post: 110_000 };
const TERMS = weighted([
  ["CIF", 40],
  ["FOB", 25],
  ["CFR", 10],
  ["EXW", 8],
  ["DAP", 7],
  ["FCA", 6],
  ["CIP", 4],
]);
const COLLECT: ReadonlySet<string> = new Set(["FOB", "EXW", "FCA"]);

/** An ordinary import: a company of the population, goods of its line from a supplier it has, a journey, papers. */
export function drawTrade(scene: Scene, given: Given = {}): Shipment {
  const { world, day, at, random } = scene;
  const company = given.company ?? world.population.draw(day, random);
  const kinds = given.kinds ?? drawKinds(company, given.lines ?? drawLineCount(random), random);
  const [leading] = kinds;
  const country = given.country ?? originOf(company, leading, random);
  const means = given.means ?? meansOf(leading, country, random);
  const journey = drawJourney(country, means, at, random);
  const items = drawItems(kinds, country, means, random);
  const incoterm = drawWeighted(TERMS, random);
  const shipment: Shipment = {
    direction: "import",
    regime: "homeUse",
    procedure: drawWeighted(PROCEDURES, random),
    ...journey,
    inland: company.party,
    abroad: given.supplier ?? world.population.supplier(company, country, leading, random),
    declarant: company.broker ?? company.party,
    carrier: world.population.forwarder(random),
    forwarder: world.population.forwarder(random),
    agent: world.population.broker(random.integer(0, 60)),
    office: random.chance(0.9) ? company.office : world.population.draw(day, random).office,
    items,
    registeredAt: at,
    bills: drawBills(scene, means),
    toOrder: means === "container" && random.chance(0.15),
    boxes: [],
    freightTerms: COLLECT.has(incoterm) !== random.chance(0.04) ? "collect" : "prepaid",
    incoterm,
    documents: drawDocuments(
      items.some((item) => item.dutyType?.code === "preferential"),
      random,
    ),
    manifest: {},
    amendments: [],
    prior: company.priorAtStart + Math.floor(company.perDay * Math.max(0, day - Math.max(0, company.activeFrom))),
  };
  shipment.regime = REGIMES[shipment.procedure.slice(0, 1)] ?? "homeUse";
  price(shipment, random);
  if (means === "container") shipment.boxes = drawBoxes(massOf(shipment), shipment, random);
  if (random.chance(0.25)) shipment.notify = shipment.declarant;
  return shipment;
}

const REGIMES: Readonly<Record<string, Shipment["regime"]>> = { E: "processing", G: "temporaryImport", C: "warehousing" };

/** Draws freight and insurance to go with value and mass; a few say nothing of the freight, fewer pay too much. */
export function price(shipment: Shipment, random: Random): void {
  const value = valueOf(shipment);
  delete shipment.freight;
  delete shipment.insurance;
  if (random.chance(0.97)) {
    shipment.freight = random.chance(0.015) ? Math.round(value * (0.5 + random.next())) + 1 : usualFreight(shipment, random);
  }
  if (random.chance(0.6)) shipment.insurance = Math.max(1, Math.round(value * 0.003));
}

/** What the freight of such goods usually is, by mass and means, and less than half of their value. */
export function usualFreight(shipment: Shipment, random: Random): number {
  return Math.max(1, Math.round(Math.min(massOf(shipment) * FREIGHT_PER_KG[shipment.means] * random.factor(0.4), valueOf(shipment) * 0.45)));
}

function originOf(company: Company, kind: Commodity, random: Random): string {
  // a company mostly buys a kind of goods in one country
  const usual = nth(kind.origins, company.serial + kind.hsCode.charCodeAt(3));
  return random.chance(0.82) ? usual : random.pick(kind.origins);
}

function meansOf(kind: Commodity, country: string, random: Random): Means {
  const drawn = random.pick(kind.carriage);
  if (drawn !== "road" || ROAD_COUNTRIES.has(country)) return drawn;
  return kind.carriage.find((carriage) => carriage !== "road") ?? "container";
}

/** The numbers of the transport documents; one in seventy shipments has two house bills. */
function drawBills({ serial, random }: Pick<Scene, "serial" | "random">, means: Means): Shipment["bills"] {
  const digits = billDigits(serial);
  const master = means === "air" ? airWaybill(serial) : means === "road" ? `CMR${digits}` : `MVD${digits}`;
  if (!random.chance(0.7) || means === "road") return [{ master }];
  return random.chance(0.014)
    ? [
        { master, house: `HVD${digits}` },
        { master, house: `HVD${digits}B` },
      ]
    : [{ master, house: `HVD${digits}` }];
}

/** The usual papers, some of them missing. */
function drawDocuments(isPreferential: boolean, random: Random): SupportingDocument[] {
  const number = (letters: string): string => `${letters}-${String(random.integer(0, 99_999_999)).padStart(8, "0")}`;
  const documents: SupportingDocument[] = [];
  if (random.chance(0.985)) documents.push({ kind: "invoice", number: number("HD") });
  if (random.chance(0.6)) documents.push({ kind: "contract", number: number("HDMB") });
  if (random.chance(0.85)) documents.push({ kind: "packingList", number: number("PL") });
  if (isPreferential && random.chance(0.95)) documents.push({ kind: "certificateOfOrigin", number: number("CO") });
  return documents;
}
