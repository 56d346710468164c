import * as z from "zod";
import { codeText, instant, shortText } from "../core/fields.js";
import { deepFreeze } from "../core/freeze.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Alert, type RequestedAction, requestedAction } from "../intelligence/alert.js";
import { type AlertSubject, alertSubject } from "../intelligence/alert-subject.js";
import { ALERT_CHANNELS, type AlertChannel } from "../intelligence/channel.js";
import { type Handling, handling } from "../intelligence/handling.js";
import { record } from "../model/record.js";
import type { ExchangeAction } from "./exchange-action.js";

/** A consignment that a partner is asked about or warned of, by its declaration or transport document. */
export interface ConsignmentSubject {
  readonly type: "consignment";
  readonly declarationId?: string;
  readonly transportDocument?: string;
}

/** What a warning or request that goes out is about. */
export type ExchangeSubject = ConsignmentSubject | AlertSubject;

/** A warning or a request for verification of our own, as it goes out. */
export interface Outgoing {
  readonly id: string;
  readonly kind: "warning" | "verificationRequest";
  readonly partner: string;
  readonly channel: AlertChannel;
  readonly about: readonly ExchangeSubject[];
  readonly sentAt: Instant;
  /** When the answer is due; without it none is waited for. */
  readonly dueAt?: Instant;
  readonly expiresAt: Instant;
  readonly handling: Handling;
  readonly requestedAction: RequestedAction;
  /** Alerts of others that it rests on: it may go only where they may go. */
  readonly basedOn?: readonly string[];
}

const consignment: z.ZodType<ConsignmentSubject> = exactly<ConsignmentSubject>()(
  record({ type: z.literal("consignment"), declarationId: z.exactOptional(codeText), transportDocument: z.exactOptional(codeText) }).refine(
    (value) => value.declarationId !== undefined || value.transportDocument !== undefined,
    { error: "a consignment by its declaration or its transport document" },
  ),
);

/** A subject, checked by the schema of its type, so that issues name the field and not the union. */
const subject: z.ZodType<ExchangeSubject> = z.looseObject({ type: z.string() }).transform((value, context) => {
  const parsed = (value.type === "consignment" ? consignment : alertSubject).safeParse(value, { jitless: true, reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) context.issues.push(issue as z.core.$ZodRawIssue);
  return z.NEVER;
}) as unknown as z.ZodType<ExchangeSubject>;

export const outgoing: z.ZodType<Outgoing> = exactly<Outgoing>()(
  record({
    id: codeText,
    kind: z.enum(["warning", "verificationRequest"]),
    partner: shortText,
    channel: z.enum(ALERT_CHANNELS as readonly [AlertChannel, ...AlertChannel[]]),
    about: z.array(subject).min(1).max(99),
    sentAt: instant,
    dueAt: z.exactOptional(instant),
    expiresAt: instant,
    handling,
    requestedAction,
    basedOn: z.exactOptional(z.array(codeText).min(1).max(99)),
  }),
);

/** The state that the steps of an exchange have led to; time alone adds `expired`, see `exchangeStatus`. */
export type ExchangeState = "open" | "acknowledged" | "inVerification" | "answered" | "closed";

/** What was received or sent, and all that was done about it: plain, frozen data. */
export interface Exchange {
  readonly id: string;
  readonly direction: "received" | "sent";
  readonly kind: "warning" | "verificationRequest";
  readonly administration: string;
  /** The other side: who sent it, or to whom it goes. */
  readonly partner: string;
  /** Who it comes from. */
  readonly originator: string;
  readonly channel: AlertChannel;
  /** The originator's own reference. */
  readonly reference?: string;
  readonly about: readonly ExchangeSubject[];
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  readonly expiresAt: Instant;
  readonly handling: Handling;
  readonly requestedAction: RequestedAction;
  readonly state: ExchangeState;
  /** The steps taken, in order. */
  readonly actions: readonly ExchangeAction[];
}

/** Opens an exchange about an alert that was received; it ends when the alert does, and has the alert's id. */
export function openReceived(alert: Alert, administration: string, kind: "warning" | "verificationRequest" = "warning"): Exchange {
  return deepFreeze({
    id: alert.id,
    direction: "received",
    kind,
    administration,
    partner: alert.originator,
    originator: alert.originator,
    channel: alert.channel,
    ...(alert.originatorReference === undefined ? {} : { reference: alert.originatorReference }),
    about: alert.subjects,
    openedAt: alert.receivedAt,
    ...(alert.feedback === undefined ? {} : { dueAt: alert.feedback.dueAt }),
    expiresAt: alert.validUntil,
    handling: alert.handling,
    requestedAction: alert.requestedAction,
    state: "open",
    actions: [],
  });
}

/** Opens an exchange about a warning or request of our own. */
export function openSent({ sentAt, basedOn: _, ...rest }: Outgoing, administration: string): Exchange {
  return deepFreeze({ ...rest, direction: "sent", administration, originator: administration, openedAt: sentAt, state: "open", actions: [] });
}
