import { COMMODITIES } from "../commodities.js";
import type { Commodity } from "../commodity.js";
import { drawItem } from "../invent-items.js";
import type { Random } from "../random.js";
import type { Company } from "./company.js";
import { type Line, type Means, mapLines } from "./shipment.js";

/** How many lines: four of five declarations have one, a few have dozens, and the longest are split. */
export function drawLineCount(random: Random): number {
  if (random.chance(0.004)) return random.integer(51, 190);
  const u = random.next();
  const u2 = u * u;
  const u4 = u2 * u2;
  const u8 = u4 * u4;
  return 1 + Math.floor(50 * u8 * u8);
}

/** The kinds of goods of so many lines: mostly the first of what the company deals in, seldom anything else. */
export function drawKinds(company: Company, count: number, random: Random): readonly [Commodity, ...Commodity[]] {
  const draw = (): Commodity => {
    if (random.chance(0.03)) return random.pick(ORDINARY);
    return random.chance(0.55) ? company.mix[0] : random.pick(company.mix);
  };
  const first = draw();
  const kinds: [Commodity, ...Commodity[]] = [first];
  while (kinds.length < count) kinds.push(random.chance(0.6) ? first : draw());
  return kinds;
}

const ORDINARY = COMMODITIES.filter((commodity) => commodity.sector !== "bulk" && commodity.trait === undefined) as [Commodity, ...Commodity[]];

/** The lines of goods of some kinds from a country. */
export function drawItems(kinds: readonly [Commodity, ...Commodity[]], origin: string, means: Means, random: Random): [Line, ...Line[]] {
  const light = means === "air" || means === "express" || means === "post";
  return mapLines(kinds, (kind, at) => ({ ...drawItem(at + 1, kind, origin, light, random), packageKind: packageKindOf(kind) }));
}

/** The kind of packages (UN/ECE Recommendation 21, from memory): bags, drums, pallets, cartons, or in bulk. */
function packageKindOf(kind: Commodity): string {
  if (kind.packageKg >= 1_000) return kind.carriage.includes("bulk") ? "VR" : "PX";
  if (kind.sector === "chemicals") return "DR";
  return kind.packageKg > 60 ? "PX" : kind.sector === "plastics" || kind.sector === "food" ? "BG" : "CT";
}

/** Sets what a line is worth, in VND per kilogram of net mass. */
export function setUnitValue(item: Line, perKg: number): void {
  item.customsValue = { amount: Math.max(1, Math.round((item.netMassKg ?? 1) * perKg)), currency: "VND" };
}

/** Sets the masses and packages of a line; packing is a twentieth. */
export function setMass(item: Line, netMassKg: number, packageKg: number): void {
  item.netMassKg = netMassKg;
  item.grossMassKg = Math.round(netMassKg * 10.5) / 10;
  item.packageCount = Math.max(1, Math.round(item.grossMassKg / packageKg));
  item.quantity = { amount: netMassKg, unit: "KGM" };
}
