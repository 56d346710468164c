import { COMMODITY_OF } from "../../commodities.js";
import type { Commodity } from "../../commodity.js";

/** The kind of goods of an HS code of the generator. */
export function kindOf(hsCode: string): Commodity {
  const kind = COMMODITY_OF.get(hsCode);
  if (kind === undefined) throw new RangeError(`no goods of ${hsCode}`);
  return kind;
}
