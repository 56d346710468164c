import * as z from "zod";
import { codeText, freeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { record } from "../model/record.js";
import { type AlertSubject, alertSubject } from "./alert-subject.js";
import { ALERT_CHANNELS, type AlertChannel, INTERPOL_COLOURS, type InterpolColour } from "./channel.js";
import { type Grading, grading } from "./grading.js";
import { type Handling, handling } from "./handling.js";

/** What the originator asks for. The last two are silent: nothing that a subject could notice may come of them. */
export type RequestedAction =
  | "monitor"
  | "documentCheck"
  | "physicalExamination"
  | "nonIntrusiveInspection"
  | "notifyOriginator"
  | "controlledDelivery"
  | "doNotAlertSubject";

export const REQUESTED_ACTIONS: readonly RequestedAction[] = [
  "monitor",
  "documentCheck",
  "physicalExamination",
  "nonIntrusiveInspection",
  "notifyOriginator",
  "controlledDelivery",
  "doNotAlertSubject",
];

/** An answer that the originator waits for. */
export interface FeedbackDue {
  readonly dueAt: Instant;
}

/** What a partner, an organisation or the own administration warns of, with its source, its limits and its end. */
export interface Alert {
  /** Stable identifier within the administration. */
  readonly id: string;
  readonly channel: AlertChannel;
  /** Of an INTERPOL notice. */
  readonly interpolColour?: InterpolColour;
  /** Who says so. */
  readonly originator: string;
  /** The originator's own reference. */
  readonly originatorReference?: string;
  readonly issuedAt?: Instant;
  readonly receivedAt: Instant;
  readonly validFrom: Instant;
  /** Mandatory, exclusive: from then on the alert scores nothing. */
  readonly validUntil: Instant;
  /** When it should be looked at again, not later than its end. */
  readonly reviewBy?: Instant;
  /** What it is about; `combine` says whether one of them is enough. */
  readonly subjects: readonly AlertSubject[];
  /** `any` subject is enough (the default), or `all` have to match, such as a route and an HS code. */
  readonly combine?: "any" | "all";
  readonly grading: Grading;
  readonly handling: Handling;
  readonly requestedAction: RequestedAction;
  readonly feedback?: FeedbackDue;
  /** Why, in the originator's words. */
  readonly rationale?: string;
  /** When the originator or the administration took it back. */
  readonly revokedAt?: Instant;
}

/** What says who may know of something: where it comes from, how it is to be handled, and what it asks for. */
export type Marked = Pick<Alert, "originator" | "handling" | "requestedAction">;

export const requestedAction: z.ZodType<RequestedAction> = z.enum(REQUESTED_ACTIONS as readonly [RequestedAction, ...RequestedAction[]]);

export const alert: z.ZodType<Alert> = exactly<Alert>()(
  record({
    id: codeText,
    channel: z.enum(ALERT_CHANNELS as readonly [AlertChannel, ...AlertChannel[]]),
    interpolColour: z.exactOptional(z.enum(INTERPOL_COLOURS as readonly [InterpolColour, ...InterpolColour[]])),
    originator: shortText,
    originatorReference: z.exactOptional(shortText),
    issuedAt: z.exactOptional(instant),
    receivedAt: instant,
    validFrom: instant,
    validUntil: instant,
    reviewBy: z.exactOptional(instant),
    subjects: z.array(alertSubject).min(1).max(999),
    combine: z.exactOptional(z.enum(["any", "all"])),
    grading,
    handling,
    requestedAction,
    feedback: z.exactOptional(record({ dueAt: instant })),
    rationale: z.exactOptional(freeText),
    revokedAt: z.exactOptional(instant),
  }),
);

/** Whether nothing that a subject could notice may come of an alert: neither score, channel, selection nor explanation. */
export function isSilent({ requestedAction, handling }: Pick<Alert, "requestedAction" | "handling">): boolean {
  return requestedAction === "controlledDelivery" || requestedAction === "doNotAlertSubject" || (handling.caveats?.includes("doNotContactSubject") ?? false);
}
