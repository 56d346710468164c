import { compareText } from "../core/canonical.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import { eventOfRecord, type HistoryChange } from "./change.js";
import { checkEvent, checkOutcome, invalidInstant } from "./check-input.js";
import { dayOf } from "./days.js";
import type { Dropped } from "./dropped.js";
import type { HistoryEvent, HistoryOutcome } from "./event.js";
import type { Advance, History, Taken } from "./history.js";
import { beforeWatermarkIssue, closedIssue, conflictIssue, lateIssue, orphanIssue, tooManyIssue } from "./history-issue.js";
import type { ResolvedHistoryOptions } from "./history-options.js";
import { instantText, momentOf } from "./instant-text.js";
import { keyText } from "./key-text.js";
import { compareEvents, compareOutcomes, type KeptEvent, type KeptOutcome, type OpenFamily, standingAt } from "./open-family.js";
import { createPendingIndex } from "./pending-index.js";
import type { HistoryKey } from "./reader.js";
import type { TallyRecord } from "./record.js";
import { daysOfRecord, recordsOf } from "./records-of.js";
import { createStateReader } from "./state-reader.js";
import { addStanding, type ClosedTally, closeStanding, createTallyTable, type KeyTally, removeStanding, type Standing } from "./tally-table.js";
import { createTimeQueue } from "./time-queue.js";

/** The most events, and the most outcomes, of one family. */
const MAX_FAMILY_EVENTS = 1_000;

/** A history, and the doors by which a snapshot comes back into it. */
export interface Accumulator {
  readonly history: History;
  /** Sets where a snapshot stood; to be called first. */
  readonly restoreState: (watermark: Instant | undefined, dropped: Dropped) => void;
  readonly restoreTally: (key: HistoryKey, tally: TallyRecord) => Issue | undefined;
  /** Takes an event back in, however long ago it took effect. */
  readonly restoreEvent: (event: HistoryEvent) => Result<Taken>;
  readonly restoreOutcome: (outcome: HistoryOutcome) => Result<Taken>;
  readonly restoreClosed: (id: string) => Issue | undefined;
}

const NO_FAMILIES: readonly OpenFamily[] = [];
const NO_OUTCOMES: readonly KeptOutcome[] = [];
const ADDED: Result<Taken> = Object.freeze(success("added" as const));
const REPEATED: Result<Taken> = Object.freeze(success("repeated" as const));

/**
 * The state of a history. The table holds, at any time, the sum of what every open family says (`standingAt`) as of one moment, the
 * front, beside the counts of closed families; whatever changes a family takes its old standing out and puts the new one in. The
 * front is at or after the watermark and goes along with the readings, so that readings in order of time find everything counted;
 * where it stands never shows.
 */
export function createAccumulator(options: ResolvedHistoryOptions): Accumulator {
  const { latenessMs, retentionMs, undetailedOutcome } = options;
  let watermark = -Infinity;
  let front = -Infinity;
  /** The latest moment, at or before the front, at which anything took effect. */
  let latestSettled = -Infinity;
  const families = new Map<string, OpenFamily>();
  const familyOfDeclaration = new Map<string, OpenFamily>();
  const orphans = new Map<string, KeptOutcome[]>();
  const closed = new Set<string>();
  const table = createTallyTable();
  /** What takes effect after the front. */
  const effects = createTimeQueue<OpenFamily>();
  /** What takes effect after the watermark. */
  const pendingEnds = createTimeQueue<OpenFamily>();
  const closings = createTimeQueue<OpenFamily>();
  const orphanEnds = createTimeQueue<string>();
  const pending = createPendingIndex();
  const dropped = { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 };

  const standing = (family: OpenFamily, asOf: number): Standing | undefined => standingAt(family, asOf, undetailedOutcome);

  /** Changes a family by something that takes effect at a moment. */
  const change = (family: OpenFamily, effectiveAt: number, mutate: () => void): void => {
    const settled = effectiveAt <= front;
    if (settled) removeStanding(standing(family, front));
    mutate();
    if (effectiveAt > family.lastEffectiveAt) {
      family.lastEffectiveAt = effectiveAt;
      if (retentionMs !== Infinity) closings.push(effectiveAt + retentionMs, family);
    }
    if (settled) {
      addStanding(standing(family, front));
      latestSettled = Math.max(latestSettled, effectiveAt);
    } else effects.push(effectiveAt, family);
    if (effectiveAt > watermark) pendingEnds.push(effectiveAt, family);
    if (family.lastEffectiveAt > watermark) pending.add(family);
  };

  const settle = (moment: number): number => {
    if (moment <= front) return front;
    const due = effects.take(moment);
    latestSettled = due.at(-1)?.at ?? latestSettled;
    for (const family of new Set(due.map(({ value }) => value))) {
      removeStanding(standing(family, front));
      addStanding(standing(family, moment));
    }
    front = moment;
    return front;
  };

  const addOutcome = (family: OpenFamily, outcome: KeptOutcome): void =>
    change(family, outcome.knownAt, () => {
      family.outcomes = [...family.outcomes, outcome];
    });

  const keepKeys = (keys: readonly HistoryKey[]): readonly KeyTally[] => {
    const sorted = keys.map(({ dimension, values }) => ({ dimension, text: keyText(values) }));
    if (sorted.length > 1) sorted.sort((a, b) => compareText(a.dimension, b.dimension) || compareText(a.text, b.text));
    return sorted.filter((key, at) => !isSameKey(key, sorted[at - 1])).map(({ dimension, text }) => table.use(dimension, text));
  };

  const release = (event: KeptEvent): void => {
    for (const key of event.keys) table.release(key);
    for (const item of event.items) for (const key of item.keys) table.release(key);
  };

  const takeEvent = (event: HistoryEvent, earliest: number): Result<Taken> => {
    const { declarationId, familyId = declarationId, part = declarationId } = event;
    const wrong = checkEvent(event);
    if (wrong !== undefined) return failure(wrong);
    const occurredAt = momentOf(event.occurredAt);
    if (occurredAt === undefined) return failure(invalidInstant(event.occurredAt, "occurredAt"));
    const knownAt = event.knownAt === event.occurredAt ? occurredAt : momentOf(event.knownAt);
    if (knownAt === undefined) return failure(invalidInstant(event.knownAt, "knownAt"));
    const effectiveAt = Math.max(occurredAt, knownAt);
    if (effectiveAt < earliest) return refuse("late", lateIssue(effectiveAt, watermark, latenessMs));
    if (closed.has(declarationId)) return refuse("closed", closedIssue(declarationId, "declarationId"));
    if (closed.has(familyId)) return refuse("closed", closedIssue(familyId, "familyId"));
    const conflict = findConflict(declarationId, familyId);
    if (conflict !== undefined) return failure(conflict);

    const family: OpenFamily = families.get(familyId) ?? { id: familyId, events: [], outcomes: NO_OUTCOMES, lastEffectiveAt: -Infinity };
    if (family.events.length >= MAX_FAMILY_EVENTS) return failure(tooManyIssue("events", MAX_FAMILY_EVENTS));
    const items = (event.items ?? []).map(({ item, keys }) => ({ item, keys: keepKeys(keys) })).sort((a, b) => a.item - b.item);
    const kept: KeptEvent = { declarationId, part, occurredAt, knownAt, effectiveAt, keys: keepKeys(event.keys), items };
    if (family.events.some((other) => compareEvents(other, kept) === 0)) {
      release(kept);
      return REPEATED;
    }
    families.set(familyId, family);
    familyOfDeclaration.set(declarationId, family);
    change(family, effectiveAt, () => {
      family.events = [...family.events, kept];
    });
    for (const outcome of orphans.get(declarationId) ?? []) addOutcome(family, outcome);
    orphans.delete(declarationId);
    return ADDED;
  };

  const findConflict = (declarationId: string, familyId: string): Issue | undefined => {
    const own = familyOfDeclaration.get(declarationId);
    if (own !== undefined && own.id !== familyId) return conflictIssue(declarationId, familyId, own.id);
    const head = familyOfDeclaration.get(familyId);
    if (head !== undefined && head.id !== familyId) return conflictIssue(familyId, familyId, head.id);
    return declarationId !== familyId && families.has(declarationId) ? conflictIssue(declarationId, familyId, declarationId) : undefined;
  };

  const takeOutcome = (outcome: HistoryOutcome, earliest: number): Result<Taken> => {
    const { declarationId, item, finding, selection } = outcome;
    const wrong = checkOutcome(outcome);
    if (wrong !== undefined) return failure(wrong);
    const knownAt = momentOf(outcome.knownAt);
    if (knownAt === undefined) return failure(invalidInstant(outcome.knownAt, "knownAt"));
    if (knownAt < earliest) return refuse("late", lateIssue(knownAt, watermark, latenessMs));
    if (closed.has(declarationId)) return refuse("closed", closedIssue(declarationId, "declarationId"));
    const family = familyOfDeclaration.get(declarationId);
    const others = family?.outcomes ?? orphans.get(declarationId) ?? [];
    const reason = selection === undefined ? undefined : { reason: selection.reason, probability: selection.probability };
    const kept: KeptOutcome = { declarationId, item, finding, knownAt, selection: reason };
    if (others.some((other) => compareOutcomes(other, kept) === 0)) return REPEATED;
    if (others.length >= MAX_FAMILY_EVENTS) return failure(tooManyIssue("outcomes", MAX_FAMILY_EVENTS));
    if (family !== undefined) addOutcome(family, kept);
    else {
      orphans.set(declarationId, [...others, kept]);
      if (retentionMs !== Infinity) orphanEnds.push(knownAt + retentionMs, declarationId);
    }
    return ADDED;
  };

  const refuse = (why: "late" | "closed", issue: Issue): Result<Taken> => {
    dropped[why] += 1;
    return failure(issue);
  };

  const advance = (to: Instant): Result<Advance> => {
    const moment = momentOf(to);
    if (moment === undefined) return failure(invalidInstant(to, "to"));
    if (moment < watermark) return failure(beforeWatermarkIssue(moment, watermark, "to"));
    settle(moment);
    watermark = moment;
    for (const { value: family } of pendingEnds.take(moment)) if (family.lastEffectiveAt <= moment) pending.remove(family);
    const issues = dropOrphans();
    const closedFamilies = closeFamilies();
    const evicted = table.evict(options.maxKeys);
    dropped.keys += evicted;
    return success({ closed: closedFamilies, evicted, issues });
  };

  const dropOrphans = (): readonly Issue[] => {
    const ids = [...new Set(orphanEnds.take(watermark).map(({ value }) => value))].sort(compareText);
    const issues: Issue[] = [];
    for (const id of ids) {
      const all = (orphans.get(id) ?? []).sort(compareOutcomes);
      const waiting = all.filter((outcome) => outcome.knownAt + retentionMs > watermark);
      for (const outcome of all) if (!waiting.includes(outcome)) issues.push(orphanIssue(id, outcome.knownAt));
      if (waiting.length > 0) orphans.set(id, waiting);
      else orphans.delete(id);
    }
    dropped.orphans += issues.length;
    return issues;
  };

  const closeFamilies = (): number => {
    const due = [...new Set(closings.take(watermark).map(({ value }) => value))].filter((family) => family.lastEffectiveAt + retentionMs <= watermark);
    due.sort((a, b) => a.lastEffectiveAt - b.lastEffectiveAt || compareText(a.id, b.id));
    const oldestDay = dayOf(watermark) - options.windowDays + 1;
    for (const family of due) {
      const last = standing(family, watermark);
      removeStanding(last);
      closeStanding(last, oldestDay);
      families.delete(family.id);
      for (const event of family.events) {
        familyOfDeclaration.delete(event.declarationId);
        release(event);
      }
      for (const id of [...new Set([family.id, ...family.events.map((event) => event.declarationId)])].sort(compareText)) closed.add(id);
    }
    for (const id of closed) {
      if (closed.size <= options.maxClosed) break;
      closed.delete(id);
      dropped.ids += 1;
    }
    return due.length;
  };

  const apply = (change: HistoryChange): Result<Taken> => {
    if ("event" in change) return takeEvent(eventOfRecord(change.family, change.event), -Infinity);
    if ("outcome" in change) return takeOutcome(change.outcome, -Infinity);
    const moment = momentOf(change.advance);
    if (moment !== undefined && moment < watermark) return REPEATED;
    const advanced = advance(change.advance);
    return advanced.ok ? ADDED : advanced;
  };

  const reader = createStateReader({
    options,
    table,
    closed,
    families,
    familyOfDeclaration,
    watermark: () => watermark,
    settle,
    changedSince: (moment, key) => (latestSettled > moment ? pending.under(key) : NO_FAMILIES),
    standing,
  });

  const history: History = Object.freeze({
    observe: (event: HistoryEvent) => takeEvent(event, watermark - latenessMs),
    recordOutcome: (outcome: HistoryOutcome) => takeOutcome(outcome, watermark - latenessMs),
    advance,
    apply,
    ...reader,
    statistics() {
      const pendingUntil = pending.latest();
      return {
        ...(watermark === -Infinity ? {} : { watermark: instantText(watermark) }),
        ...(pendingUntil === undefined ? {} : { pendingUntil: instantText(pendingUntil) }),
        families: families.size,
        closed: closed.size,
        orphans: [...orphans.values()].reduce((sum, outcomes) => sum + outcomes.length, 0),
        keys: Object.fromEntries(table.sizes()),
        dropped: { ...dropped },
      };
    },
    records: () => recordsOf({ options, watermark, dropped, families, orphans, closed, closedTallies: table.closed() }),
  });

  return {
    history,
    restoreState(at, counts) {
      watermark = at === undefined ? -Infinity : (momentOf(at) ?? -Infinity);
      front = watermark;
      Object.assign(dropped, counts);
    },
    restoreTally(key, { declarations, inspected, findings, firstSeenAt, lastSeenAt, days = [] }) {
      const moments = { firstSeenAt: momentOf(firstSeenAt) ?? 0, lastSeenAt: momentOf(lastSeenAt) ?? 0 };
      const counts: ClosedTally = { declarations, inspected, findings, ...moments, days: daysOfRecord(days) };
      const text = keyText(key.values);
      return table.restore(key.dimension, text, counts) ? undefined : duplicateIssue("key", text);
    },
    restoreEvent: (event) => takeEvent(event, -Infinity),
    restoreOutcome: (outcome) => takeOutcome(outcome, -Infinity),
    restoreClosed(id) {
      if (closed.has(id) || families.has(id) || familyOfDeclaration.has(id)) return duplicateIssue("closed", id);
      closed.add(id);
      return undefined;
    },
  };
}

function isSameKey(a: { readonly dimension: string; readonly text: string }, b: { readonly dimension: string; readonly text: string } | undefined): boolean {
  return b !== undefined && a.text === b.text && a.dimension === b.dimension;
}

function duplicateIssue(name: string, key: string): Issue {
  return createIssue("value.duplicate", {
    path: [name],
    message: "stands in the snapshot twice",
    expected: "each once",
    received: "a repetition",
    remedy: "write the snapshot anew",
    key,
  });
}
