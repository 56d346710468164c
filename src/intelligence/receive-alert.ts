import * as z from "zod";
import { expectation } from "../core/expectation.js";
import { codeText, freeText, instant, shortText } from "../core/fields.js";
import { type Instant, startOfDayAfter } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { record } from "../model/record.js";
import { type Alert, type RequestedAction, requestedAction } from "./alert.js";
import { type AlertSubject, alertSubject } from "./alert-subject.js";
import { type AlertChannel, INTERPOL_COLOURS, type InterpolColour } from "./channel.js";
import { CHANNEL_FACTS } from "./channel-facts.js";
import { type Grading, grading } from "./grading.js";
import { type Handling, handling } from "./handling.js";
import { parseAlert } from "./parse-alerts.js";

/**
 * A record as a channel's desk types or converts it. The real formats of most channels are not public: this is our own form of them, and
 * {@link CHANNEL_FACTS} says what of it is unverified.
 */
export interface ChannelRecord {
  readonly reference: string;
  /** Who says so: a service, country or organisation. */
  readonly originator: string;
  readonly issuedAt?: Instant;
  readonly validFrom?: Instant;
  readonly validUntil?: Instant;
  readonly subjects: readonly AlertSubject[];
  readonly combine?: "any" | "all";
  readonly grading?: Grading;
  readonly handling: Handling;
  readonly requestedAction?: RequestedAction;
  readonly feedbackDueAt?: Instant;
  readonly rationale?: string;
}

/** A notice of INTERPOL says its colour. */
export interface InterpolNoticeRecord extends ChannelRecord {
  readonly colour: InterpolColour;
}

/** An incident of PICS or IONICS says what happened. */
export interface IncidentRecord extends ChannelRecord {
  readonly incident: "seizure" | "stoppedShipment" | "suspiciousShipment" | "attemptedDiversion" | "theft" | "laboratory";
}

const shared = {
  reference: codeText,
  originator: shortText,
  issuedAt: z.exactOptional(instant),
  validFrom: z.exactOptional(instant),
  validUntil: z.exactOptional(instant),
  subjects: z.array(alertSubject).min(1).max(999),
  combine: z.exactOptional(z.enum(["any", "all"])),
  grading: z.exactOptional(grading),
  handling,
  requestedAction: z.exactOptional(requestedAction),
  feedbackDueAt: z.exactOptional(instant),
  rationale: z.exactOptional(freeText),
};

const plain: z.ZodType<ChannelRecord> = exactly<ChannelRecord>()(record(shared));
const notice: z.ZodType<InterpolNoticeRecord> = exactly<InterpolNoticeRecord>()(
  record({ ...shared, colour: z.enum(INTERPOL_COLOURS as readonly [InterpolColour, ...InterpolColour[]]) }),
);
const incident: z.ZodType<IncidentRecord> = exactly<IncidentRecord>()(
  record({ ...shared, incident: z.enum(["seizure", "stoppedShipment", "suspiciousShipment", "attemptedDiversion", "theft", "laboratory"]) }),
);

const SCHEMAS: Readonly<Partial<Record<AlertChannel, z.ZodType<ChannelRecord>>>> = { interpolNotice: notice, pics: incident, ionics: incident };

/** An alert as it was taken in, with what the record did not say and what of the channel's format is unverified. */
export interface ReceivedAlert {
  readonly alert: Alert;
  /** Fields that were filled in by the rules of the channel: `validFrom`, `validUntil`, `grading`, `requestedAction`. */
  readonly filledIn: readonly string[];
  readonly unverified: readonly string[];
}

/**
 * Takes in a record of a channel by the channel's schema. Without `validFrom` the alert starts when it was received, without `validUntil` it ends after the
 * days that the channel's facts state, without a grading it counts as ungraded, without an action it asks to monitor. A subject of a type that the channel does
 * not bring, such as a person in the non-nominal CEN, is refused.
 */
export function receiveAlert(channel: AlertChannel, input: unknown, receivedAt: Instant): Result<ReceivedAlert> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith<ChannelRecord & { readonly colour?: InterpolColour; readonly incident?: string }>(SCHEMAS[channel] ?? plain, snapshot.value);
  if (!parsed.ok) return parsed;
  const { reference, colour, incident: what, feedbackDueAt, rationale, ...stated } = parsed.value;
  const facts = CHANNEL_FACTS[channel];
  const foreign = foreignSubjects(stated.subjects, channel);
  const [first, ...rest] = foreign;
  if (first !== undefined) return failure(first, ...rest);
  const defaults = {
    validFrom: receivedAt,
    validUntil: startOfDayAfter(receivedAt, facts.defaultValidityDays),
    grading: { system: "none" as const },
    requestedAction: "monitor" as const,
  };
  const note = [what === undefined ? undefined : `incident: ${what}`, rationale].filter((text) => text !== undefined).join("; ");
  const alert = parseAlert({
    ...defaults,
    ...stated,
    id: `${channel}:${reference}`,
    channel,
    originatorReference: reference,
    receivedAt,
    ...(colour === undefined ? {} : { interpolColour: colour }),
    ...(feedbackDueAt === undefined ? {} : { feedback: { dueAt: feedbackDueAt } }),
    ...(note === "" ? {} : { rationale: note }),
  });
  if (!alert.ok) return alert;
  const filledIn = Object.keys(defaults).filter((field) => !Object.hasOwn(stated, field));
  return success(Object.freeze({ alert: alert.value, filledIn: Object.freeze(filledIn), unverified: facts.unverified }));
}

/**
 * {@link receiveAlert} that throws.
 * @throws {IssueError} if the record does not fit the channel
 */
export function receiveAlertOrThrow(channel: AlertChannel, input: unknown, receivedAt: Instant): ReceivedAlert {
  return orThrow(receiveAlert(channel, input, receivedAt));
}

function foreignSubjects(subjects: readonly AlertSubject[], channel: AlertChannel): readonly Issue[] {
  const { subjects: brought, title } = CHANNEL_FACTS[channel];
  return subjects.flatMap(({ type }, index) =>
    brought.includes(type)
      ? []
      : [
          createIssue(
            "value.invalid",
            expectation(["subjects", index, "type"], `a subject that ${title} brings: ${brought.join(", ")}`, type, "send it by the channel it came in on"),
          ),
        ],
  );
}
