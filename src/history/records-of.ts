import { compareText } from "../core/canonical.js";
import { parseDate } from "../core/instant.js";
import { DAY_STRIDE, type DayCounts, dayOf, positionOfDay } from "./days.js";
import type { Dropped } from "./dropped.js";
import { type ResolvedHistoryOptions, statedHistoryOptions } from "./history-options.js";
import { dayText, instantText } from "./instant-text.js";
import { keyValues } from "./key-text.js";
import { compareEvents, compareOutcomes, type KeptEvent, type KeptOutcome, type OpenFamily } from "./open-family.js";
import {
  CLOSED_PER_RECORD,
  type DayRecord,
  type EventRecord,
  type FamilyRecord,
  HISTORY_SCHEMA,
  type HistoryHeader,
  type HistoryRecord,
  type OutcomeRecord,
  type RecordedKey,
  type TallyRecord,
} from "./record.js";
import type { ClosedTally, KeyTally } from "./tally-table.js";

/** The state of a history that records are made of. */
export interface RecordedState {
  readonly options: ResolvedHistoryOptions;
  /** Milliseconds; `-Infinity` before the first. */
  readonly watermark: number;
  readonly dropped: Dropped;
  readonly families: ReadonlyMap<string, OpenFamily>;
  readonly orphans: ReadonlyMap<string, readonly KeptOutcome[]>;
  readonly closed: ReadonlySet<string>;
  readonly closedTallies: readonly KeyTally[];
}

/** The records of a state in canonical order: header, tallies by key, families by number, orphans, numbers of closed declarations. */
export function* recordsOf(state: RecordedState): Generator<HistoryRecord> {
  const closed = [...state.closed];
  const orphans = [...state.orphans.entries()].sort(([a], [b]) => compareText(a, b)).flatMap(([, outcomes]) => [...outcomes].sort(compareOutcomes));
  yield headerOf(state, orphans.length, Math.ceil(closed.length / CLOSED_PER_RECORD));
  const oldestDay = dayOf(state.watermark) - state.options.windowDays + 1;
  for (const tally of state.closedTallies) yield tallyRecordOf(tally, oldestDay);
  for (const id of [...state.families.keys()].sort(compareText)) {
    const family = state.families.get(id);
    if (family !== undefined) yield familyRecordOf(family);
  }
  for (const outcome of orphans) yield { orphan: outcomeRecordOf(outcome) };
  for (let at = 0; at < closed.length; at += CLOSED_PER_RECORD) yield { closed: closed.slice(at, at + CLOSED_PER_RECORD) };
}

function headerOf(state: RecordedState, orphans: number, closed: number): HistoryHeader {
  return {
    schema: HISTORY_SCHEMA,
    ...statedHistoryOptions(state.options),
    ...(state.watermark === -Infinity ? {} : { watermark: instantText(state.watermark) }),
    counts: { tallies: state.closedTallies.length, families: state.families.size, orphans, closed },
    dropped: { ...state.dropped },
  };
}

function tallyRecordOf(tally: KeyTally, oldestDay: number): TallyRecord {
  const { declarations, inspected, findings, firstSeenAt, lastSeenAt, days } = tally.closed ?? NOTHING;
  const remembered = recordOfDays(days, oldestDay);
  return {
    key: recordedKey(tally),
    declarations,
    inspected,
    findings,
    firstSeenAt: instantText(firstSeenAt),
    lastSeenAt: instantText(lastSeenAt),
    ...(remembered.length === 0 ? {} : { days: remembered }),
  };
}

const NOTHING: ClosedTally = { declarations: 0, inspected: 0, findings: 0, firstSeenAt: 0, lastSeenAt: 0, days: [] };

function recordOfDays(days: DayCounts, oldestDay: number): readonly DayRecord[] {
  const records: DayRecord[] = [];
  for (let at = positionOfDay(days, oldestDay); at < days.length; at += DAY_STRIDE) {
    const [day = 0, declarations = 0, inspected = 0, findings = 0] = days.slice(at, at + DAY_STRIDE);
    records.push([dayText(day), declarations, inspected, findings]);
  }
  return records;
}

/** The day counts that a record holds. */
export function daysOfRecord(days: readonly DayRecord[]): DayCounts {
  return days.flatMap(([date, ...counts]) => [parseDate(date) ?? 0, ...counts]);
}

function familyRecordOf({ id, events, outcomes }: OpenFamily): FamilyRecord {
  return {
    family: id,
    events: [...events].sort(compareEvents).map(eventRecordOf),
    outcomes: [...outcomes].sort(compareOutcomes).map(outcomeRecordOf),
  };
}

function eventRecordOf({ declarationId, part, occurredAt, knownAt, keys, items }: KeptEvent): EventRecord {
  return {
    declarationId,
    ...(part === declarationId ? {} : { part }),
    occurredAt: instantText(occurredAt),
    ...(knownAt === occurredAt ? {} : { knownAt: instantText(knownAt) }),
    keys: keys.map(recordedKey),
    items: items.map((item) => ({ item: item.item, keys: item.keys.map(recordedKey) })),
  };
}

function outcomeRecordOf({ declarationId, item, finding, knownAt, selection }: KeptOutcome): OutcomeRecord {
  return {
    declarationId,
    ...(item === undefined ? {} : { item }),
    finding,
    knownAt: instantText(knownAt),
    ...(selection === undefined ? {} : { selection: { reason: selection.reason, probability: selection.probability } }),
  };
}

function recordedKey({ dimension, text }: KeyTally): RecordedKey {
  const [first = "", ...rest] = keyValues(text);
  return [dimension, first, ...rest];
}
