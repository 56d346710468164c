import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { millisecondsOf } from "../intelligence/alert-use.js";
import { mayKnow, type Viewer } from "../intelligence/viewer.js";
import type { Exchange } from "./exchange.js";
import type { ExchangeAction } from "./exchange-action.js";
import { exchangeStatus } from "./exchange-status.js";
import { type Share, shareOf } from "./share.js";

/** What came of the exchanges with one partner by one channel in one direction. */
export interface ExchangeFigures {
  readonly partner: string;
  readonly channel: string;
  readonly direction: "received" | "sent";
  readonly exchanges: number;
  /** Of those with a due date, answered no later than that. */
  readonly answeredInTime: Share;
  readonly answered: number;
  /** Due before, and not answered. */
  readonly overdue: number;
  /** Ended without an answer. */
  readonly expiredUnanswered: number;
  /** Hours from arrival to the first answer, in the middle; absent without answers. */
  readonly medianHoursToAnswer?: number;
  /** Of those answered, with at least one seizure. */
  readonly hitRate: Share;
  /** Of the results of examinations, seizures. */
  readonly precision: Share;
}

/**
 * Figures by partner, channel and direction as of a moment, of the exchanges that a viewer may know: from those opened and the steps taken until then. In order of
 * partner, channel and direction.
 */
export function exchangeFigures(exchanges: Iterable<Exchange>, asOf: Instant, viewer: Viewer): readonly ExchangeFigures[] {
  const at = millisecondsOf(asOf);
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    if ((parseInstant(exchange.openedAt) as number) > at || !mayKnow(viewer, exchange, exchange.administration)) continue;
    const key = JSON.stringify([exchange.partner, exchange.channel, exchange.direction]);
    const group = groups.get(key) ?? [];
    group.push(exchange);
    groups.set(key, group);
  }
  return deepFreeze([...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => figuresOf(group, at, asOf)));
}

function figuresOf(group: readonly Exchange[], at: number, asOf: Instant): ExchangeFigures {
  const hours: number[] = [];
  let [due, inTime, overdue, expired, withSeizure, seizures, examinations] = [0, 0, 0, 0, 0, 0, 0];
  for (const exchange of group) {
    const actions = exchange.actions.filter((action) => (parseInstant(action.at) as number) <= at);
    const answer = actions.find(({ type }) => type === "answer");
    const answeredAt = answer === undefined ? undefined : (parseInstant(answer.at) as number);
    const found = countResults(actions);
    seizures += found.seizures;
    examinations += found.examinations;
    if (answeredAt !== undefined) {
      hours.push((answeredAt - (parseInstant(exchange.openedAt) as number)) / 3_600_000);
      if (found.seizures > 0) withSeizure += 1;
    }
    const { state, isOverdue } = exchangeStatus(exchange, asOf);
    if (isOverdue) overdue += 1;
    if (state === "expired" && answeredAt === undefined) expired += 1;
    const dueAt = exchange.dueAt === undefined ? undefined : (parseInstant(exchange.dueAt) as number);
    // what is neither answered nor due yet says nothing
    if (dueAt === undefined || (answeredAt === undefined && at < dueAt)) continue;
    due += 1;
    if (answeredAt !== undefined && answeredAt <= dueAt) inTime += 1;
  }
  const { partner, channel, direction } = group[0] as Exchange;
  return {
    partner,
    channel,
    direction,
    exchanges: group.length,
    answeredInTime: shareOf(inTime, due),
    answered: hours.length,
    overdue,
    expiredUnanswered: expired,
    ...(hours.length === 0 ? {} : { medianHoursToAnswer: median(hours) }),
    hitRate: shareOf(withSeizure, hours.length),
    precision: shareOf(seizures, examinations),
  };
}

function countResults(actions: readonly ExchangeAction[]): { readonly seizures: number; readonly examinations: number } {
  const outcomes = actions.flatMap((action) => (action.type === "recordResult" ? [action.result.outcome] : []));
  const seizures = outcomes.filter((outcome) => outcome === "seizure").length;
  return { seizures, examinations: seizures + outcomes.filter((outcome) => outcome === "nothingFound").length };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
