import { COMMODITY_OF } from "../../commodities.js";
import type { Commodity } from "../../commodity.js";

/** The kind of goods of an HS code, one of the generator's. */
export function kindOf(hsCode: string): Commodity {
  return COMMODITY_OF.get(hsCode) as Commodity;
}
