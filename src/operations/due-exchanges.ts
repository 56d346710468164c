import { compareText } from "../core/canonical.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { millisecondsOf } from "../intelligence/alert-use.js";
import { mayKnow, type Viewer } from "../intelligence/viewer.js";
import type { Exchange } from "./exchange.js";
import { type ExchangeStatus, endOf, exchangeStatus } from "./exchange-status.js";

/** An exchange that somebody has to answer soon. */
export interface DueExchange {
  readonly exchange: Exchange;
  readonly status: ExchangeStatus;
  /** Hours until the answer is due, or until the end where that comes first; negative once past. */
  readonly hoursLeft: number;
}

const HOUR = 3_600_000;

/**
 * The exchanges that a viewer may know and that wait for an answer, due or ending within some hours of a moment or past that, the most urgent
 * first: what is about to expire unanswered, and whom to remind.
 */
export function dueExchanges(exchanges: Iterable<Exchange>, asOf: Instant, withinHours: number, viewer: Viewer): readonly DueExchange[] {
  const at = millisecondsOf(asOf);
  const due: DueExchange[] = [];
  for (const exchange of exchanges) {
    if ((parseInstant(exchange.openedAt) as number) > at || !mayKnow(viewer, exchange, exchange.administration)) continue;
    const status = exchangeStatus(exchange, asOf);
    const end = Math.min(endOf(exchange), exchange.dueAt === undefined ? Number.POSITIVE_INFINITY : (parseInstant(exchange.dueAt) as number));
    const hoursLeft = (end - at) / HOUR;
    if (status.owes !== "nobody" && hoursLeft <= withinHours) due.push(Object.freeze({ exchange, status, hoursLeft }));
  }
  return due.sort((a, b) => a.hoursLeft - b.hoursLeft || compareText(a.exchange.id, b.exchange.id));
}
