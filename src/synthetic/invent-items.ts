import type { SupportingDocument } from "../model/document.js";
import type { GoodsItem } from "../model/goods-item.js";
import { COMMODITIES } from "./commodities.js";
import type { Commodity, Sector } from "./commodity.js";
import type { Random } from "./random.js";
import { TARIFF_SCHEME } from "./trait.js";
import { drawWeighted, type Weighted, weighted } from "./weighted.js";
import { CONDITIONS_EN, CONDITIONS_VI, RESIDUAL_CHEMICAL_NAMES, SPECIES_NAMES, VAGUE_DESCRIPTIONS, withoutDiacritics } from "./wording.js";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const MAX_COUNT = 50;

const BY_SECTOR: ReadonlyMap<Sector, Weighted<Commodity>> = new Map(
  [...new Set(COMMODITIES.map((commodity) => commodity.sector))].map((sector) => [sector, tableOf((commodity) => commodity.sector === sector)]),
);
/** What may stand among goods of another line of business. */
const MIXED: Weighted<Commodity> = tableOf((commodity) => commodity.sector !== "bulk" && commodity.trait === undefined);
const UNACCENTED: ReadonlyMap<Commodity, string> = new Map(COMMODITIES.map((commodity) => [commodity, withoutDiacritics(commodity.vietnamese)]));

/** Draws the kinds of goods of a declaration, one per item: mostly of the importer's line of business, skewed towards few items. */
export function drawCommodities(sector: Sector, random: Random): readonly [Commodity, ...Commodity[]] {
  const own = BY_SECTOR.get(sector) ?? MIXED;
  const draw = (): Commodity => drawWeighted(random.chance(0.97) ? own : MIXED, random);
  const first = draw();
  const count = drawCount(random);
  const commodities: [Commodity, ...Commodity[]] = [first];
  // the lines of one declaration are often of one kind
  while (commodities.length < count) commodities.push(random.chance(0.6) ? first : draw());
  return commodities;
}

function tableOf(belongs: (commodity: Commodity) => boolean): Weighted<Commodity> {
  const [first, ...rest] = COMMODITIES.filter(belongs).map((commodity) => [commodity, commodity.weight] as const);
  if (first === undefined) throw new RangeError("no commodity belongs");
  return weighted([first, ...rest]);
}

/** 1 to 50: two of three declarations have one item, a few have dozens. */
function drawCount(random: Random): number {
  const u = random.next();
  const u2 = u * u;
  const u5 = u2 * u2 * u;
  return 1 + Math.floor(MAX_COUNT * u5 * u5);
}

/** Draws one item of a kind of goods in a declaration from one main country; `light` items go by air. */
export function drawItem(lineNumber: number, commodity: Commodity, mainOrigin: string, light: boolean, random: Random): GoodsItem {
  const origin = commodity.origins.includes(mainOrigin) || random.chance(0.3) ? mainOrigin : random.pick(commodity.origins);
  const mass = Math.max(0.1, commodity.massKg * random.factor(0.9) * (light ? 0.2 : 1));
  const netMassKg = mass < 100 ? round(mass, 10) : Math.round(mass);
  const preferential = commodity.dutyPercent > 0 && random.chance(0.35);
  const item: Mutable<GoodsItem> = { lineNumber, hsCode: commodity.hsCode };
  const description = drawDescription(commodity, random);
  if (description !== undefined) item.description = description;
  if (!random.chance(0.01)) item.originCountryCode = origin;
  if (!random.chance(0.02)) item.netMassKg = netMassKg;
  const grossMassKg = round(netMassKg * (1.02 + 0.1 * random.next()), 10);
  if (!random.chance(0.04)) item.grossMassKg = grossMassKg;
  const packageCount = Math.max(1, Math.round(grossMassKg / commodity.packageKg));
  if (!random.chance(0.05)) item.packageCount = packageCount;
  if (random.chance(0.8)) item.quantity = { amount: netMassKg, unit: "KGM" };
  // a few items are declared far below what such goods are worth
  const understated = random.chance(0.012) ? 0.08 + 0.3 * random.next() : 1;
  item.customsValue = { amount: Math.max(1, Math.round(netMassKg * commodity.valuePerKg * random.factor(0.22) * understated)), currency: "VND" };
  item.dutyRatePercent = preferential ? 0 : commodity.dutyPercent;
  item.dutyType = { scheme: TARIFF_SCHEME, code: preferential ? "preferential" : "standard" };
  const documents = drawItemDocuments(commodity, random);
  if (documents.length > 0) item.documents = documents;
  return item;
}

/** The place where a description is split to hide a character that a reader does not see. */
const HIDDEN = "\u200b";

function drawDescription(commodity: Commodity, random: Random): string | undefined {
  const kind = random.next();
  if (kind < 0.012) return undefined;
  if (kind < 0.022) return random.pick(VAGUE_DESCRIPTIONS);
  const language = random.next();
  const english = language >= 0.75;
  const name = english ? commodity.english : language < 0.55 ? commodity.vietnamese : (UNACCENTED.get(commodity) ?? commodity.english);
  const ending = english ? random.pick(CONDITIONS_EN) : random.pick(CONDITIONS_VI);
  const text = `${name}${drawName(commodity, random)}${language >= 0.55 && !english ? withoutDiacritics(ending) : ending}`;
  return kind > 0.998 ? `${text.slice(0, 4)}${HIDDEN}${text.slice(4)}` : text;
}

/** A name that makes goods stand out, where the commodity is of that kind and chance will have it. */
function drawName(commodity: Commodity, random: Random): string {
  if (commodity.trait === "residualChemical" && random.chance(0.25)) return `: ${random.pick(RESIDUAL_CHEMICAL_NAMES)}`;
  if (commodity.trait === "speciesCover" && random.chance(0.06)) return `, ${random.pick(SPECIES_NAMES)}`;
  return "";
}

function drawItemDocuments(commodity: Commodity, random: Random): readonly SupportingDocument[] {
  const document = (kind: SupportingDocument["kind"], letters: string): SupportingDocument => ({ kind, number: `${letters}-${random.integer(0, 999_999)}/VD` });
  switch (commodity.trait) {
    case "controlledChemical":
      return random.chance(0.95) ? [random.chance(0.7) ? document("permit", "GP") : document("licence", "GP")] : [];
    case "residualChemical":
      return random.chance(0.6) ? [document("permit", "GP")] : [];
    case "cites":
      return random.chance(0.94) ? [document("citesPermit", "CITES")] : [];
    default:
      return [];
  }
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts;
}
