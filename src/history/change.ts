import * as z from "zod";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import type { HistoryEvent, HistoryOutcome } from "./event.js";
import type { HistoryKey } from "./reader.js";
import { type EventRecord, eventRecord, type OutcomeRecord, outcomeRecord, type RecordedKey } from "./record.js";
import { count, instant } from "./record-fields.js";

/** The schema of deltas. */
export const DELTA_SCHEMA = "consignment-risk/history-delta@1";

/** The first line of a delta: how many changes follow. */
export interface DeltaHeader {
  readonly schema: typeof DELTA_SCHEMA;
  readonly changes: number;
}

/** An event that was taken in. */
export interface EventChange {
  readonly event: EventRecord;
  /** The number of its family. */
  readonly family: string;
}

/** An outcome that was taken in. */
export interface OutcomeChange {
  readonly outcome: OutcomeRecord;
}

/** That the watermark was moved. */
export interface AdvanceChange {
  readonly advance: Instant;
}

/** One thing that changed a history. */
export type HistoryChange = EventChange | OutcomeChange | AdvanceChange;

export const deltaHeader: z.ZodType<DeltaHeader> = exactly<DeltaHeader>()(z.strictObject({ schema: z.literal(DELTA_SCHEMA), changes: count }));
export const eventChange: z.ZodType<EventChange> = exactly<EventChange>()(z.strictObject({ event: eventRecord, family: z.string() }));
export const outcomeChange: z.ZodType<OutcomeChange> = exactly<OutcomeChange>()(z.strictObject({ outcome: outcomeRecord }));
export const advanceChange: z.ZodType<AdvanceChange> = exactly<AdvanceChange>()(z.strictObject({ advance: instant }));

/** An event as a change; it must be one that a history took in. */
export function changeOfEvent({ declarationId, familyId = declarationId, part, occurredAt, knownAt, keys, items = [] }: HistoryEvent): EventChange {
  const event = {
    declarationId,
    ...(part === undefined ? {} : { part }),
    occurredAt,
    ...(knownAt === occurredAt ? {} : { knownAt }),
    keys: keys.map(recordOfKey),
    items: items.map(({ item, keys }) => ({ item, keys: keys.map(recordOfKey) })),
  };
  return { event, family: familyId };
}

/** An outcome as a change. */
export function changeOfOutcome({ declarationId, item, finding, knownAt, selection }: HistoryOutcome): OutcomeChange {
  return { outcome: { declarationId, ...(item === undefined ? {} : { item }), finding, knownAt, ...(selection === undefined ? {} : { selection }) } };
}

/** The event that a record states. */
export function eventOfRecord(familyId: string, { declarationId, part, occurredAt, knownAt = occurredAt, keys, items }: EventRecord): HistoryEvent {
  return {
    declarationId,
    familyId,
    ...(part === undefined ? {} : { part }),
    occurredAt,
    knownAt,
    keys: keys.map(keyOfRecord),
    items: items.map(({ item, keys }) => ({ item, keys: keys.map(keyOfRecord) })),
  };
}

/** The key that a record states. */
export function keyOfRecord([dimension, ...values]: RecordedKey): HistoryKey {
  return { dimension, values };
}

function recordOfKey({ dimension, values: [first = "", ...rest] }: HistoryKey): RecordedKey {
  return [dimension, first, ...rest];
}
