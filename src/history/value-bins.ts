import type { CurrencyCode } from "../model/codes.js";
import type { GoodsItem } from "../model/goods-item.js";
import type { Subject } from "../model/subject.js";
import { logBin } from "./log-bin.js";

/** The bin of an item's customs value per kilogram of net mass, in the currency of the value. */
export function unitValueBin({ customsValue, netMassKg }: Pick<GoodsItem, "customsValue" | "netMassKg">): number | undefined {
  return customsValue === undefined || netMassKg === undefined ? undefined : logBin(customsValue.amount / netMassKg);
}

/** The bin of an item's gross mass per package in kilograms. */
export function massPerPackageBin({ grossMassKg, packageCount }: Pick<GoodsItem, "grossMassKg" | "packageCount">): number | undefined {
  return grossMassKg === undefined || packageCount === undefined ? undefined : logBin(grossMassKg / packageCount);
}

/** Money has three decimals that mean anything: less counts as so much. */
const LEAST_AMOUNT = 0.001;

/** The bin of the customs value of all items; `undefined` unless every item states one and all in the same currency. */
export function totalValueBin({ items }: Pick<Subject, "items">): { readonly currency: CurrencyCode; readonly bin: number } | undefined {
  const currency = items[0].customsValue?.currency;
  if (currency === undefined || items.some(({ customsValue }) => customsValue?.currency !== currency)) return undefined;
  const total = items.reduce((sum, { customsValue }) => sum + (customsValue?.amount ?? 0), 0);
  const bin = logBin(Math.max(total, LEAST_AMOUNT));
  return bin === undefined ? undefined : { currency, bin };
}
