import { type Instant, parseInstant } from "../core/instant.js";
import type { Alert } from "../intelligence/alert.js";
import { millisecondsOf } from "../intelligence/alert-use.js";
import type { Exchange, ExchangeState } from "./exchange.js";
import type { RecordResult } from "./exchange-action.js";

/** How an exchange stands at a moment. */
export interface ExchangeStatus {
  /** `expired` where its end came before the last of it was answered. */
  readonly state: ExchangeState | "expired";
  /** Which side has an answer to give. */
  readonly owes: "administration" | "partner" | "nobody";
  /** Whether the answer was due before and is not there. */
  readonly isOverdue: boolean;
  /** Reminders so far. */
  readonly chasers: number;
  /** When the next reminder is due, where one is. */
  readonly nextChaserAt?: Instant;
  /** Results that the other side was not told yet. */
  readonly untold: number;
}

/** How many days lie between reminders; an own choice. */
const CHASE_EVERY_DAYS = 7;
const DAY = 86_400_000;

/** How an exchange stands at a moment, by the steps taken until then. Throws a `RangeError` if the moment is no instant. */
export function exchangeStatus(exchange: Exchange, asOf: Instant): ExchangeStatus {
  const at = millisecondsOf(asOf);
  const until = exchangeUntil(exchange, at);
  const state = stateAt(until, at);
  const untold = untoldResults(until).length;
  const isWaiting = state !== "closed" && state !== "answered" && (exchange.dueAt !== undefined || untold > 0);
  const chasers = until.actions.filter(({ type }) => type === "chase").length;
  const due = exchange.dueAt === undefined ? undefined : (parseInstant(exchange.dueAt) as number);
  const next = due === undefined || !isWaiting || state === "expired" ? undefined : due + chasers * CHASE_EVERY_DAYS * DAY;
  return {
    state,
    owes: !isWaiting ? "nobody" : exchange.direction === "received" ? "administration" : "partner",
    isOverdue: isWaiting && due !== undefined && at >= due,
    chasers,
    ...(next === undefined ? {} : { nextChaserAt: new Date(next).toISOString() }),
    untold,
  };
}

/** The exchange as its steps until a moment, this included, have left it. */
function exchangeUntil(exchange: Exchange, at: number): Exchange {
  const actions = exchange.actions.filter((action) => (parseInstant(action.at) as number) <= at);
  if (actions.length === exchange.actions.length) return exchange;
  return { ...exchange, actions, state: actions.reduce<ExchangeState>((state, { type }) => nextState(state, type), "open") };
}

/** The state that a step leads to. */
export function nextState(state: ExchangeState, type: Exchange["actions"][number]["type"]): ExchangeState {
  switch (type) {
    case "acknowledge":
      return "acknowledged";
    case "startVerification":
    case "recordResult":
      return "inVerification";
    case "answer":
      return "answered";
    case "close":
      return "closed";
    default:
      return state;
  }
}

/** The state at a moment not before the last step. */
export function stateAt(exchange: Exchange, at: number): ExchangeState | "expired" {
  const { state } = exchange;
  return state === "answered" || state === "closed" || at < endOf(exchange) ? state : "expired";
}

/** The moment from which on nothing scores because of it: its own end, or when it was withdrawn or closed. */
export function endOf({ expiresAt, actions }: Exchange): number {
  let end = parseInstant(expiresAt) as number;
  for (const { type, at } of actions) if (type === "withdraw" || type === "close") end = Math.min(end, parseInstant(at) as number);
  return end;
}

/** Whether an answer was given at all. */
export function isAnswered({ actions }: Exchange): boolean {
  return actions.some(({ type }) => type === "answer");
}

/** Results since the last answer. */
export function untoldResults({ actions }: Exchange): readonly RecordResult[] {
  return actions.slice(actions.findLastIndex(({ type }) => type === "answer") + 1).filter((action) => action.type === "recordResult");
}

/** The alert as its exchange leaves it: revoked when it was withdrawn or closed before its end, so that it scores nothing from then on. */
export function alertAfter(exchange: Exchange, alert: Alert): Alert {
  const end = endOf(exchange);
  if (end >= (parseInstant(alert.validUntil) as number)) return alert;
  if (alert.revokedAt !== undefined && (parseInstant(alert.revokedAt) as number) <= end) return alert;
  return Object.freeze({ ...alert, revokedAt: new Date(end).toISOString() });
}
