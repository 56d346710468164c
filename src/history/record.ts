import * as z from "zod";
import { type CalendarDate, type Instant, parseDate } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import type { Dropped } from "./dropped.js";
import type { OutcomeSelection } from "./event.js";
import { MAX_LATENESS_DAYS, MAX_RETENTION_DAYS, MAX_WINDOW_DAYS, type UndetailedOutcome } from "./history-options.js";
import { momentOf } from "./instant-text.js";
import { isBrokenDown } from "./key-text.js";
import { count, instant } from "./record-fields.js";

/** The schema of history snapshots. */
export const HISTORY_SCHEMA = "consignment-risk/history@1";

/** A key in a record: the dimension, then its values. */
export type RecordedKey = readonly [string, string, ...string[]];

/** The first record: options, watermark, and how many records of each kind follow. */
export interface HistoryHeader {
  readonly schema: typeof HISTORY_SCHEMA;
  readonly latenessDays: number;
  readonly retentionDays?: number;
  readonly maxKeys?: number;
  readonly maxClosed: number;
  /** Absent in snapshots of before there were windows: 0. */
  readonly windowDays?: number;
  readonly undetailedOutcome: UndetailedOutcome;
  readonly watermark?: Instant;
  readonly counts: { readonly tallies: number; readonly families: number; readonly orphans: number; readonly closed: number };
  readonly dropped: Dropped;
}

/** What closed families left under a key on one day (UTC): the day, declarations, inspected, findings. */
export type DayRecord = readonly [CalendarDate, number, number, number];

/** What closed families left under one key. */
export interface TallyRecord {
  readonly key: RecordedKey;
  readonly declarations: number;
  readonly inspected: number;
  readonly findings: number;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
  /** The days that are remembered, in order; absent where none is. */
  readonly days?: readonly DayRecord[];
}

/** An event of an open family. */
export interface EventRecord {
  readonly declarationId: string;
  readonly part?: string;
  readonly occurredAt: Instant;
  /** Absent where it is `occurredAt`. */
  readonly knownAt?: Instant;
  readonly keys: readonly RecordedKey[];
  readonly items: readonly { readonly item: number; readonly keys: readonly RecordedKey[] }[];
}

/** An outcome of an open family. */
export interface OutcomeRecord {
  readonly declarationId: string;
  readonly item?: number;
  readonly finding: boolean;
  readonly knownAt: Instant;
  readonly selection?: OutcomeSelection;
}

/** An open family with all its events and outcomes. */
export interface FamilyRecord {
  readonly family: string;
  readonly events: readonly EventRecord[];
  readonly outcomes: readonly OutcomeRecord[];
}

/** An outcome that waits for its declaration. */
export interface OrphanRecord {
  readonly orphan: OutcomeRecord;
}

/** Numbers of closed families and their declarations, the first closed first. */
export interface ClosedRecord {
  readonly closed: readonly string[];
}

/** One line of a snapshot. */
export type HistoryRecord = HistoryHeader | TallyRecord | FamilyRecord | OrphanRecord | ClosedRecord;

/** The most numbers of closed declarations in one record. */
export const CLOSED_PER_RECORD = 500;

const COUNTS = "counts of which findings are at most inspected, and inspected at most declarations";

const dropped: z.ZodType<Dropped> = exactly<Dropped>()(z.strictObject({ late: count, closed: count, orphans: count, keys: count, ids: count }));

export const historyHeader: z.ZodType<HistoryHeader> = exactly<HistoryHeader>()(
  z.strictObject({
    schema: z.literal(HISTORY_SCHEMA),
    latenessDays: z.int().min(0).max(MAX_LATENESS_DAYS),
    retentionDays: z.exactOptional(z.int().min(0).max(MAX_RETENTION_DAYS)),
    maxKeys: z.exactOptional(z.int().min(1)),
    maxClosed: count,
    windowDays: z.exactOptional(z.int().min(0).max(MAX_WINDOW_DAYS)),
    undetailedOutcome: z.enum(["everyItem", "soleItem"]),
    watermark: z.exactOptional(instant),
    counts: z.strictObject({ tallies: count, families: count, orphans: count, closed: count }),
    dropped,
  }),
);

const key: z.ZodType<RecordedKey> = exactly<RecordedKey>()(
  z
    .tuple([z.string(), z.string()], z.string())
    .refine(([dimension, , ...rest]) => !isBrokenDown(dimension) || rest.length > 0, { error: "a member after the values of a key that is broken down" }),
);

const day: z.ZodType<DayRecord> = exactly<DayRecord>()(
  z
    .tuple([z.string().refine((text) => parseDate(text) !== undefined, { error: "a date such as 2026-11-21" }), count.min(1), count, count])
    .refine(([, declarations, inspected, findings]) => findings <= inspected && inspected <= declarations, { error: COUNTS }),
);

export const tallyRecord: z.ZodType<TallyRecord> = exactly<TallyRecord>()(
  z
    .strictObject({
      key,
      declarations: count.min(1),
      inspected: count,
      findings: count,
      firstSeenAt: instant,
      lastSeenAt: instant,
      days: z.exactOptional(z.array(day)),
    })
    .refine((tally) => tally.findings <= tally.inspected && tally.inspected <= tally.declarations, { error: COUNTS })
    .refine((tally) => (momentOf(tally.firstSeenAt) ?? 0) <= (momentOf(tally.lastSeenAt) ?? 0), { error: "a key first seen at or before it was last seen" })
    .refine(({ days = [] }) => days.every(([date], index) => index === 0 || date > (days[index - 1]?.[0] ?? "")), { error: "days in order, each once" })
    .refine(({ days, declarations, inspected, findings }) => sumOf(days, 1) <= declarations && sumOf(days, 2) <= inspected && sumOf(days, 3) <= findings, {
      error: "days with no more than all that is counted",
    }),
);

function sumOf(days: readonly DayRecord[] = [], at: 1 | 2 | 3): number {
  return days.reduce((sum, day) => sum + day[at], 0);
}

export const eventRecord: z.ZodType<EventRecord> = exactly<EventRecord>()(
  z.strictObject({
    declarationId: z.string(),
    part: z.exactOptional(z.string()),
    occurredAt: z.string(),
    knownAt: z.exactOptional(z.string()),
    keys: z.array(key),
    items: z.array(z.strictObject({ item: z.number(), keys: z.array(key) })),
  }),
);

export const outcomeRecord: z.ZodType<OutcomeRecord> = exactly<OutcomeRecord>()(
  z.strictObject({
    declarationId: z.string(),
    item: z.exactOptional(z.number()),
    finding: z.boolean(),
    knownAt: z.string(),
    selection: z.exactOptional(z.strictObject({ reason: z.string(), probability: z.number() })),
  }),
);

export const familyRecord: z.ZodType<FamilyRecord> = exactly<FamilyRecord>()(
  z.strictObject({ family: z.string(), events: z.array(eventRecord).min(1), outcomes: z.array(outcomeRecord) }),
);

export const orphanRecord: z.ZodType<OrphanRecord> = exactly<OrphanRecord>()(z.strictObject({ orphan: outcomeRecord }));

export const closedRecord: z.ZodType<ClosedRecord> = exactly<ClosedRecord>()(
  z.strictObject({ closed: z.array(z.string().min(1).max(256)).min(1).max(CLOSED_PER_RECORD) }),
);
