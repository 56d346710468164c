import { parseDate } from "../core/instant.js";
import type { Declaration } from "../model/declaration.js";
import type { SupportingDocument } from "../model/document.js";
import type { TransportEquipment } from "../model/equipment.js";
import type { GoodsItem } from "../model/goods-item.js";
import type { Transport } from "../model/transport.js";
import type { Commodity } from "./commodity.js";
import { containerNumber } from "./container-number.js";
import { drawCommodities, drawItem } from "./invent-items.js";
import { drawDeclarant, drawImporter, drawSeller } from "./parties.js";
import { ARRIVALS, type Carriage, CUSTOMS_OFFICES, GATEWAYS, MODE_CODES, PROCEDURES, ROAD_COUNTRIES, TRANSIT_HUBS } from "./places.js";
import type { Random } from "./random.js";
import { drawWeighted } from "./weighted.js";

/** When synthetic declarations are registered: on `days` days from the day `from` on, at +07:00. */
export interface SyntheticPeriod {
  readonly from: string;
  readonly days: number;
}

/** A declaration, and how many its importer had before it. */
export interface InventedDeclaration {
  readonly declaration: Declaration;
  readonly priorDeclarations: number;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const DAY_MS = 86_400_000;
const CONTAINER_KG = 24_000;
/** VND per kilogram of gross mass; invented. */
const FREIGHT_PER_KG: Readonly<Record<Carriage, number>> = { air: 65_000, container: 1_900, bulk: 500, road: 1_100 };

/** Invents the declaration of one record. */
export function inventDeclaration(seed: number, index: number, period: SyntheticPeriod, random: Random): InventedDeclaration {
  const importer = drawImporter(seed, index, random);
  const day = random.integer(0, period.days - 1);
  const commodities = drawCommodities(importer.sector, random);
  const [leading] = commodities;
  const origin = random.pick(leading.origins);
  const carriage = drawCarriage(leading, origin, random);
  const items = commodities.map((commodity, at) => drawItem(at + 1, commodity, origin, carriage === "air", random)) as [GoodsItem, ...GoodsItem[]];
  const throughHub = carriage !== "road" && random.chance(0.045);
  const departure = throughHub ? random.pick(TRANSIT_HUBS) : origin;
  const value = items.reduce((sum, item) => sum + (item.customsValue?.amount ?? 0), 0);
  const mass = items.reduce((sum, item) => sum + (item.grossMassKg ?? item.netMassKg ?? 0), 0);
  // an amendment keeps the first eleven digits and counts in the twelfth
  const amendments = random.chance(0.03) ? random.integer(1, 3) : 0;
  const number = `100${String(index).padStart(8, "0")}`;
  const declaration: Mutable<Declaration> = {
    id: `${number}${amendments}`,
    direction: "import",
    registeredAt: drawInstant(period, day, random),
    customsOffice: drawWeighted(CUSTOMS_OFFICES, random),
    procedure: { scheme: "vnaccs-procedure", code: drawWeighted(PROCEDURES, random) },
    parties: {
      importer: importer.party,
      declarant: drawDeclarant(importer.party, random),
      ...(random.chance(0.03) ? {} : { seller: drawSeller(departure, random) }),
    },
    transport: drawTransport(index, carriage, departure, mass, random),
    documents: drawDocuments(index, items, random),
    items,
  };
  if (amendments > 0) declaration.firstDeclarationId = `${number}0`;
  if (random.chance(0.97)) {
    const freight = random.chance(0.02) ? value * (0.5 + random.next()) : Math.min(mass * FREIGHT_PER_KG[carriage] * random.factor(0.4), value * 0.45);
    declaration.freight = { amount: Math.max(1, Math.round(freight)), currency: "VND" };
  }
  if (random.chance(0.6)) declaration.insurance = { amount: Math.max(1, Math.round(value * 0.003)), currency: "VND" };
  declaration.invoiceTotal = { amount: value, currency: "VND" };
  return { declaration, priorDeclarations: importer.priorAtStart + Math.floor(importer.perDay * day) };
}

function drawCarriage(commodity: Commodity, origin: string, random: Random): Carriage {
  const drawn = random.pick(commodity.carriage);
  return drawn === "road" && !ROAD_COUNTRIES.has(origin) ? commodity.carriage[0] : drawn;
}

/** Mostly office hours, some evenings, few nights. */
function drawInstant(period: SyntheticPeriod, day: number, random: Random): string {
  const shift = random.next();
  const hour = shift < 0.86 ? random.integer(7, 17) : shift < 0.96 ? random.integer(18, 21) : random.integer(22, 28) % 24;
  const pad = (part: number): string => String(part).padStart(2, "0");
  const start = parseDate(period.from) ?? Number.NaN;
  const date = new Date((start + day) * DAY_MS).toISOString().slice(0, 10);
  return `${date}T${pad(hour)}:${pad(random.integer(0, 59))}:${pad(random.integer(0, 59))}+07:00`;
}

function drawTransport(index: number, carriage: Carriage, departure: string, mass: number, random: Random): Transport {
  const gateways = GATEWAYS[departure];
  const serial = String(index).padStart(8, "0");
  const transport: Mutable<Transport> = {
    mode: { scheme: "vnaccs-transport-mode", code: MODE_CODES[carriage] },
    unloadingLocation: random.pick(ARRIVALS[carriage]),
  };
  if (random.chance(0.99)) transport.departureCountryCode = departure;
  if (gateways !== undefined && carriage !== "road") transport.loadingLocation = random.pick(carriage === "air" ? gateways.air : gateways.sea);
  if (carriage === "air") transport.meansId = `ZZ${random.integer(100, 999)}`;
  else if (carriage !== "road") transport.meansId = `VESSEL EXAMPLE ${random.integer(1, 40)}`;
  if (random.chance(0.96)) {
    const house = random.chance(0.7);
    transport.documents = house
      ? [
          { level: "master", number: `MVD${serial}` },
          { level: "house", number: `HVD${serial}` },
        ]
      : [{ level: "simple", number: `VD${serial}` }];
  }
  if (carriage === "container") transport.equipment = drawContainers(mass, random);
  return transport;
}

function drawContainers(mass: number, random: Random): readonly TransportEquipment[] {
  const count = Math.min(40, 1 + Math.floor(mass / CONTAINER_KG));
  const forgotten = random.chance(0.02);
  return Array.from({ length: count }, (_, at) => {
    const id = containerNumber(random.integer(0, 999_999));
    return forgotten && at === 0 ? { id } : { id, seals: [`SEAL${random.integer(100_000, 999_999)}`] };
  });
}

function drawDocuments(index: number, items: readonly GoodsItem[], random: Random): readonly SupportingDocument[] {
  const serial = String(index).padStart(8, "0");
  const documents: SupportingDocument[] = [];
  if (random.chance(0.985)) documents.push({ kind: "invoice", number: `HD-${serial}` });
  if (random.chance(0.6)) documents.push({ kind: "contract", number: `HDMB-${serial}` });
  if (random.chance(0.85)) documents.push({ kind: "packingList", number: `PL-${serial}` });
  const preferential = items.some((item) => item.dutyType?.code === "preferential");
  if (preferential && random.chance(0.95)) documents.push({ kind: "certificateOfOrigin", number: `CO-${serial}` });
  return documents;
}
