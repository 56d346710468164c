import type { Carriage } from "./places.js";

/** Lines of business: most of what an importer brings in is of one of them. */
export type Sector = "electronics" | "machinery" | "textiles" | "metals" | "plastics" | "chemicals" | "food" | "bulk" | "consumer" | "wood" | "health";

/**
 * What makes a commodity stand out: a controlled chemical with an HS subheading of its own, a residual subheading for chemicals,
 * goods that CITES often concerns, a subheading under which species turn up by name, or bulky cheap goods.
 */
export type CommodityTrait = "controlledChemical" | "residualChemical" | "cites" | "speciesCover" | "coverLoad";

/** One kind of goods; shares, values, masses and duty rates are invented. */
export interface Commodity {
  readonly sector: Sector;
  /** Eight digits; the first six are an HS 2022 subheading, the last two are filled up and need not exist in the tariff. */
  readonly hsCode: string;
  /** The share in its sector. */
  readonly weight: number;
  /** Duty rate in percent without preference. */
  readonly dutyPercent: number;
  /** The usual customs value in VND per kilogram of net mass. */
  readonly valuePerKg: number;
  /** The usual net mass of an item in kilograms. */
  readonly massKg: number;
  /** The usual gross mass of a package in kilograms. */
  readonly packageKg: number;
  readonly origins: readonly [string, ...string[]];
  readonly carriage: readonly [Carriage, ...Carriage[]];
  readonly vietnamese: string;
  readonly english: string;
  readonly trait?: CommodityTrait;
}
