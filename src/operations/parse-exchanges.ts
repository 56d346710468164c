import * as z from "zod";
import { expectation } from "../core/expectation.js";
import { codeText, shortText } from "../core/fields.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { Alert } from "../intelligence/alert.js";
import { TLP_LABELS } from "../intelligence/handling.js";
import { mayKnow } from "../intelligence/viewer.js";
import { advanceExchange } from "./advance-exchange.js";
import { type Exchange, type Outgoing, openReceived, openSent, outgoing } from "./exchange.js";

/** The kind and version of a document of exchanges. */
export const EXCHANGES_SCHEMA = "consignment-risk/exchanges@1";

/** What a document of exchanges holds. */
export interface ExchangeDocument {
  readonly administration: string;
  /** Every alert received has one, also those that nothing was done about yet. */
  readonly exchanges: readonly Exchange[];
  /** Issues of exchanges that are left out and of steps that are; paths start with `exchanges` and its place. */
  readonly refused: readonly Issue[];
}

const shape = z.strictObject({ schema: z.literal(EXCHANGES_SCHEMA), administration: shortText, exchanges: z.array(z.unknown()).max(1_000_000) });

const received = z.strictObject({
  alert: codeText,
  kind: z.exactOptional(z.enum(["warning", "verificationRequest"])),
  actions: z.array(z.unknown()).max(10_000),
});

const sent = z.looseObject({ actions: z.array(z.unknown()).max(10_000) });

/**
 * Reads a document of exchanges, `{ "schema": "consignment-risk/exchanges@1", "administration", "exchanges": [...] }`: about an alert received
 * `{ "alert", "kind"?, "actions" }`, of our own an {@link Outgoing} with `actions`. Steps are taken one by one as {@link advanceExchange} takes them;
 * a step that is refused is left out with its issues, and the rest goes on.
 */
export function parseExchanges(input: unknown, alerts: readonly Alert[]): Result<ExchangeDocument> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(shape, snapshot.value);
  if (!parsed.ok) return parsed;
  const { administration } = parsed.value;
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  const exchanges = new Map<string, Exchange>();
  const refused: Issue[] = [];
  for (const [index, entry] of parsed.value.exchanges.entries()) {
    const opened = openEntry(entry, administration, byId);
    if (!opened.ok) {
      for (const issue of opened.issues) refused.push(prefixIssue(issue, "exchanges", index));
      continue;
    }
    let { exchange } = opened.value;
    if (exchanges.has(exchange.id)) {
      const once = expectation(["exchanges", index], "one exchange for each id", exchange.id, "put all steps in one place");
      refused.push(createIssue("value.duplicate", { ...once, key: exchange.id }));
      continue;
    }
    for (const [step, action] of opened.value.actions.entries()) {
      const taken = advanceExchange(exchange, action);
      if (taken.ok) exchange = taken.value;
      else for (const issue of taken.issues) refused.push(prefixIssue(issue, "exchanges", index, "actions", step));
    }
    exchanges.set(exchange.id, exchange);
  }
  for (const alert of alerts) if (!exchanges.has(alert.id)) exchanges.set(alert.id, openReceived(alert, administration));
  return success(Object.freeze({ administration, exchanges: Object.freeze([...exchanges.values()]), refused: Object.freeze(refused) }));
}

/**
 * {@link parseExchanges} that throws.
 * @throws {IssueError} if the input is no document of exchanges
 */
export function parseExchangesOrThrow(input: unknown, alerts: readonly Alert[]): ExchangeDocument {
  return orThrow(parseExchanges(input, alerts));
}

interface Opened {
  readonly exchange: Exchange;
  readonly actions: readonly unknown[];
}

function openEntry(entry: unknown, administration: string, alerts: ReadonlyMap<string, Alert>): Result<Opened> {
  if (typeof entry === "object" && entry !== null && Object.hasOwn(entry, "alert")) {
    const parsed = parseWith(received, entry);
    if (!parsed.ok) return parsed;
    const { alert: id, kind, actions } = parsed.value;
    const alert = alerts.get(id);
    if (alert !== undefined) return success({ exchange: openReceived(alert, administration, kind), actions });
    return failure(createIssue("value.invalid", expectation(["alert"], "the id of an alert that was received", id, "pass its alert too")));
  }
  const parsed = parseWith(sent, entry);
  if (!parsed.ok) return parsed;
  const { actions, ...rest } = parsed.value;
  const opening = sendExchange(rest, administration, alerts);
  return opening.ok ? success({ exchange: opening.value, actions }) : opening;
}

/**
 * Opens an exchange about a warning or request of our own, or says why it may not go out: an end before its start, an answer due after its end, or an alert
 * that it rests on and that the partner may not know. `alerts` are those received, by id.
 */
export function sendExchange(input: unknown, administration: string, alerts: ReadonlyMap<string, Alert>): Result<Exchange> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(outgoing, snapshot.value);
  if (!parsed.ok) return parsed;
  const [first, ...rest] = [...inverted(parsed.value), ...unshareable(parsed.value, administration, alerts)];
  return first === undefined ? success(openSent(parsed.value, administration)) : failure(first, ...rest);
}

/**
 * {@link sendExchange} that throws.
 * @throws {IssueError} if the warning or request may not go out
 */
export function sendExchangeOrThrow(input: unknown, administration: string, alerts: ReadonlyMap<string, Alert>): Exchange {
  return orThrow(sendExchange(input, administration, alerts));
}

function inverted({ sentAt, dueAt, expiresAt }: Outgoing): readonly Issue[] {
  const check = (field: string, from: Instant, to: Instant): readonly Issue[] =>
    (parseInstant(from) as number) < (parseInstant(to) as number)
      ? []
      : [createIssue("time.inverted", expectation([field], `an instant after ${from}`, to, "exchange the two, or mend one"))];
  return [...check("expiresAt", sentAt, expiresAt), ...(dueAt === undefined ? [] : check("expiresAt", dueAt, expiresAt))];
}

/** Alerts that it rests on and that the partner may not know, or not under so wide a label. */
function unshareable({ partner, basedOn = [], handling }: Outgoing, administration: string, alerts: ReadonlyMap<string, Alert>): readonly Issue[] {
  return basedOn.flatMap((id, index) => {
    const alert = alerts.get(id);
    if (alert === undefined) {
      return [createIssue("value.invalid", expectation(["basedOn", index], "the id of an alert that was received", id, "pass its alert too"))];
    }
    const purposes = alert.handling.purposes ?? [];
    const reader = { organisation: partner, role: "partner", clearances: TLP_LABELS, purposes } as const;
    if (!mayKnow(reader, alert, administration)) {
      const share = "ask the originator, or leave out what rests on it";
      return [createIssue("value.invalid", expectation(["basedOn", index], `an alert that ${partner} may know`, id, share))];
    }
    if (TLP_LABELS.indexOf(handling.tlp) <= TLP_LABELS.indexOf(alert.handling.tlp)) return [];
    const narrow = "label it no wider than what it rests on";
    return [createIssue("value.invalid", expectation(["handling", "tlp"], `${alert.handling.tlp} or narrower`, handling.tlp, narrow))];
  });
}
