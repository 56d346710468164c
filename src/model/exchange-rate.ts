import * as z from "zod";
import { instant } from "../core/fields.js";
import { type Instant, isInForce, parseInstant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CurrencyCode, currencyCode, type Money } from "./codes.js";

/** A caller's rate: one unit of `from` is worth `rate` units of `to` while the period runs. */
export interface ExchangeRate {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly rate: number;
  readonly validFrom: Instant;
  readonly validTo?: Instant;
}

export const exchangeRate: z.ZodType<ExchangeRate> = exactly<ExchangeRate>()(
  z.strictObject({
    from: currencyCode,
    to: currencyCode,
    rate: z.number().positive().max(1e9),
    validFrom: instant,
    validTo: z.exactOptional(instant),
  }),
);

/** An amount in `currency`, at the rate in force at `asOf`; `undefined` where there is none. The first rate that fits counts. */
export function convertMoney(money: Money, currency: CurrencyCode, rates: readonly ExchangeRate[], asOf: Instant): number | undefined {
  if (money.currency === currency) return money.amount;
  const at = parseInstant(asOf) ?? Number.NaN;
  const rate = rates.find((candidate) => {
    const to = candidate.validTo === undefined ? Infinity : (parseInstant(candidate.validTo) ?? Number.NaN);
    return candidate.from === money.currency && candidate.to === currency && isInForce({ from: parseInstant(candidate.validFrom) ?? Number.NaN, to }, at);
  });
  return rate === undefined ? undefined : money.amount * rate.rate;
}
