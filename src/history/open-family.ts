import { compareText } from "../core/canonical.js";
import type { OutcomeSelection } from "./event.js";
import type { UndetailedOutcome } from "./history-options.js";
import { FOUND, INSPECTED } from "./sighting.js";
import type { KeyTally, Standing } from "./tally-table.js";

/** An event as it is kept; instants in milliseconds. */
export interface KeptEvent {
  readonly declarationId: string;
  readonly part: string;
  readonly occurredAt: number;
  readonly knownAt: number;
  /** From when on it counts: when it has occurred and is known. */
  readonly effectiveAt: number;
  readonly keys: readonly KeyTally[];
  readonly items: readonly { readonly item: number; readonly keys: readonly KeyTally[] }[];
}

/** An outcome as it is kept; the instant in milliseconds. */
export interface KeptOutcome {
  readonly declarationId: string;
  readonly item: number | undefined;
  readonly finding: boolean;
  readonly knownAt: number;
  readonly selection: OutcomeSelection | undefined;
}

/** A family that can still be amended and inspected, with all its events and outcomes. */
export interface OpenFamily {
  readonly id: string;
  events: readonly KeptEvent[];
  outcomes: readonly KeptOutcome[];
  /** The latest moment at which an event or outcome takes effect. */
  lastEffectiveAt: number;
}

/**
 * What a family says as of a moment, from nothing but what had occurred and was known then; `undefined` where that is nothing.
 * Of each part the latest version stands; the family was seen when the first of the events known then occurred.
 */
export function standingAt(family: OpenFamily, asOf: number, policy: UndetailedOutcome): Standing | undefined {
  const known = upTo(family.events, family.lastEffectiveAt, asOf, (event) => event.effectiveAt);
  const [first] = known;
  if (first === undefined) return undefined;
  const marks = new Map<KeyTally, number>();
  const outcomes = upTo(family.outcomes, family.lastEffectiveAt, asOf, (outcome) => outcome.knownAt);
  if (known.length === 1) {
    markVersion(first, outcomesOf([first], outcomes), policy, marks);
    return { seenAt: first.occurredAt, marks };
  }
  let seenAt = Infinity;
  for (const part of new Set(known.map((event) => event.part))) {
    const versions = known.filter((event) => event.part === part).sort(compareEvents);
    for (const version of versions) seenAt = Math.min(seenAt, version.occurredAt);
    const latest = versions.at(-1);
    if (latest !== undefined) markVersion(latest, outcomesOf(versions, outcomes), policy, marks);
  }
  return { seenAt, marks };
}

/** What has taken effect by a moment; mostly all, and then nothing is copied. */
function upTo<T>(all: readonly T[], latest: number, asOf: number, effectiveAt: (one: T) => number): readonly T[] {
  return latest <= asOf ? all : all.filter((one) => effectiveAt(one) <= asOf);
}

/** Of the outcomes of some versions of one part, the latest of each item and the latest of the whole. */
function outcomesOf(versions: readonly KeptEvent[], outcomes: readonly KeptOutcome[]): readonly KeptOutcome[] {
  const own = outcomes.length === 0 ? outcomes : outcomes.filter(isOfAny(versions));
  if (own.length < 2) return own;
  const latest = new Map<number | undefined, KeptOutcome>();
  for (const outcome of own) {
    const other = latest.get(outcome.item);
    if (other === undefined || compareOutcomes(outcome, other) > 0) latest.set(outcome.item, outcome);
  }
  return [...latest.values()];
}

/** Whether an outcome is of one of some versions; mostly there is one. */
function isOfAny(versions: readonly KeptEvent[]): (outcome: KeptOutcome) => boolean {
  const [first, ...others] = versions;
  if (others.length === 0) return ({ declarationId }) => declarationId === first?.declarationId;
  const ids = new Set(versions.map((version) => version.declarationId));
  return ({ declarationId }) => ids.has(declarationId);
}

function markVersion(version: KeptEvent, outcomes: readonly KeptOutcome[], policy: UndetailedOutcome, marks: Map<KeyTally, number>): void {
  const whole = policy === "everyItem" || version.items.length === 1 ? markOf(outcomes, (item) => item === undefined) : 0;
  mark(
    version.keys,
    markOf(outcomes, () => true),
    marks,
  );
  for (const { item, keys } of version.items) mark(keys, whole | markOf(outcomes, (inspected) => inspected === item), marks);
}

/** What the outcomes of the items that are meant come to. */
function markOf(outcomes: readonly KeptOutcome[], isMeant: (item: number | undefined) => boolean): number {
  let mark = 0;
  for (const { item, finding } of outcomes) if (isMeant(item)) mark |= INSPECTED | (finding ? FOUND : 0);
  return mark;
}

function mark(keys: readonly KeyTally[], added: number, marks: Map<KeyTally, number>): void {
  for (const key of keys) marks.set(key, (marks.get(key) ?? 0) | added);
}

/** Orders the versions of a declaration: by when they occurred, then by when they were known, then by what they say. */
export function compareEvents(a: KeptEvent, b: KeptEvent): number {
  return a.occurredAt - b.occurredAt || a.knownAt - b.knownAt || compareText(eventText(a), eventText(b));
}

/** Orders outcomes: by when they were known; of two at once, a finding is the later one. */
export function compareOutcomes(a: KeptOutcome, b: KeptOutcome): number {
  return a.knownAt - b.knownAt || Number(a.finding) - Number(b.finding) || compareText(outcomeText(a), outcomeText(b));
}

function eventText({ declarationId, part, keys, items }: KeptEvent): string {
  return JSON.stringify([declarationId, part, keys.map(pair), items.map((item) => [item.item, item.keys.map(pair)])]);
}

function pair(key: KeyTally): readonly [string, string] {
  return [key.dimension, key.text];
}

function outcomeText({ declarationId, item, selection }: KeptOutcome): string {
  return JSON.stringify([declarationId, item ?? null, selection?.reason ?? null, selection?.probability ?? null]);
}
