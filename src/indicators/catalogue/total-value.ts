import type { HeaderContext } from "../indicator.js";
import { sumIfAllStated } from "./total-gross-mass.js";

/** The value of all goods in the currency of the facts: the customs value where every item states one, else what is stated for the whole; `undefined` where no rate is known. */
export function totalValue({ declaration, convert }: HeaderContext): number | undefined {
  const items = sumIfAllStated(declaration.items.map(({ customsValue }) => customsValue && convert(customsValue)));
  return items ?? (declaration.invoiceTotal && convert(declaration.invoiceTotal));
}
