import { compareText } from "../core/canonical.js";
import { countOnDay, type DayCounts, dayOf, positionOfDay } from "./days.js";
import { groupOf, isBrokenDown } from "./key-text.js";
import { FOUND, INSPECTED, lowerBound, type Sighting, sightingOf } from "./sighting.js";

/** What a family says at one moment: when it was first seen, and a mark for each key that it has. */
export interface Standing {
  /** Milliseconds. */
  readonly seenAt: number;
  readonly marks: ReadonlyMap<KeyTally, number>;
}

/** Counts that are never taken back: those of closed families. */
export interface ClosedTally {
  declarations: number;
  inspected: number;
  findings: number;
  firstSeenAt: number;
  lastSeenAt: number;
  /** The days that are remembered. */
  readonly days: DayCounts;
}

/** All that is counted under one key: of open families as of the moment that the table stands at, and of closed ones. */
export interface KeyTally {
  readonly dimension: string;
  readonly text: string;
  /** How many events of open families have the key. */
  uses: number;
  inspected: number;
  findings: number;
  /** Each of the open families, in order of the moments. */
  seen: Sighting[];
  closed: ClosedTally | undefined;
}

interface Dimension {
  readonly keys: Map<string, KeyTally>;
  /** The keys that only closed families have. */
  readonly idle: Set<KeyTally>;
  /** The members of every group, where the dimension is broken down. */
  readonly groups: Map<string, KeyTally[]> | undefined;
  /** Groups with a new idle member. */
  readonly changed: Set<string>;
}

/** The most members of a key that a reading tells of. */
export const MAX_MEMBERS = 1_000;

/** Beyond so many members of a key that only closed families have, all but the `MAX_MEMBERS` seen last are evicted. */
const MAX_IDLE_MEMBERS = 2 * MAX_MEMBERS;

/** The tallies of a history by dimension and key. */
export interface TallyTable {
  readonly find: (dimension: string, text: string) => KeyTally | undefined;
  /** The members under a key of a dimension that is broken down. */
  readonly members: (dimension: string, group: string) => readonly KeyTally[];
  /** The tally of a key, made where it does not exist, with one use more. */
  readonly use: (dimension: string, text: string) => KeyTally;
  /** Takes one use away. */
  readonly release: (tally: KeyTally) => void;
  /** Sets what closed families left under a key; `false` where that was done before. */
  readonly restore: (dimension: string, text: string, closed: ClosedTally) => boolean;
  /** Evicts the least recently seen keys of closed families beyond the bounds, and says how many. */
  readonly evict: (maxKeys: number) => number;
  /** The keys with counts of closed families, in canonical order. */
  readonly closed: () => readonly KeyTally[];
  /** How many keys there are of each dimension. */
  readonly sizes: () => ReadonlyMap<string, number>;
}

// shared, and replaced before anything is put in
const NEVER: Sighting[] = [];
const NO_MEMBERS: readonly KeyTally[] = [];

export function createTallyTable(): TallyTable {
  const dimensions = new Map<string, Dimension>();

  const make = (dimension: string, text: string): { readonly of: Dimension; readonly tally: KeyTally } => {
    let of = dimensions.get(dimension);
    if (of === undefined) {
      of = { keys: new Map(), idle: new Set(), groups: isBrokenDown(dimension) ? new Map() : undefined, changed: new Set() };
      dimensions.set(dimension, of);
    }
    let tally = of.keys.get(text);
    if (tally === undefined) {
      tally = { dimension, text, uses: 0, inspected: 0, findings: 0, seen: NEVER, closed: undefined };
      of.keys.set(text, tally);
      join(of, tally);
    }
    return { of, tally };
  };

  const rest = (of: Dimension, tally: KeyTally): void => {
    of.idle.add(tally);
    if (of.groups !== undefined) of.changed.add(groupOf(tally.text));
  };

  return {
    find: (dimension, text) => dimensions.get(dimension)?.keys.get(text),
    members: (dimension, group) => dimensions.get(dimension)?.groups?.get(group) ?? NO_MEMBERS,
    use(dimension, text) {
      const { of, tally } = make(dimension, text);
      if (tally.uses === 0) of.idle.delete(tally);
      tally.uses += 1;
      return tally;
    },
    release(tally) {
      tally.uses -= 1;
      const of = dimensions.get(tally.dimension);
      if (tally.uses > 0 || of === undefined) return;
      if (tally.closed === undefined) drop(of, tally);
      else rest(of, tally);
      if (of.keys.size === 0) dimensions.delete(tally.dimension);
    },
    restore(dimension, text, closed) {
      const { of, tally } = make(dimension, text);
      if (tally.closed !== undefined) return false;
      tally.closed = closed;
      if (tally.uses === 0) rest(of, tally);
      return true;
    },
    evict(maxKeys) {
      let evicted = 0;
      for (const of of dimensions.values()) {
        for (const group of of.changed) evicted += evictMembers(of, group);
        of.changed.clear();
        if (of.idle.size > maxKeys) evicted += evictOldest(of, [...of.idle], maxKeys - Math.floor(maxKeys / 10));
      }
      return evicted;
    },
    closed: () =>
      [...dimensions.keys()]
        .sort(compareText)
        .flatMap((dimension) =>
          [...(dimensions.get(dimension)?.keys.values() ?? [])].filter((tally) => tally.closed !== undefined).sort((a, b) => compareText(a.text, b.text)),
        ),
    sizes: () => new Map([...dimensions].sort(([a], [b]) => compareText(a, b)).map(([id, of]) => [id, of.keys.size])),
  };
}

function join({ groups }: Dimension, tally: KeyTally): void {
  if (groups === undefined) return;
  const group = groupOf(tally.text);
  const members = groups.get(group);
  if (members === undefined) groups.set(group, [tally]);
  else members.push(tally);
}

function drop({ keys, idle, groups }: Dimension, tally: KeyTally): void {
  keys.delete(tally.text);
  idle.delete(tally);
  if (groups === undefined) return;
  const group = groupOf(tally.text);
  const members = groups.get(group) ?? [];
  members.splice(members.indexOf(tally), 1);
  if (members.length === 0) groups.delete(group);
}

function evictMembers(of: Dimension, group: string): number {
  const members = of.groups?.get(group) ?? NO_MEMBERS;
  if (members.length <= MAX_IDLE_MEMBERS) return 0;
  const idle = members.filter((tally) => tally.uses === 0);
  return idle.length <= MAX_IDLE_MEMBERS ? 0 : evictOldest(of, idle, MAX_MEMBERS);
}

/** Keeps so many of some idle keys, those seen last. */
function evictOldest(of: Dimension, idle: KeyTally[], kept: number): number {
  idle.sort((a, b) => (a.closed?.lastSeenAt ?? 0) - (b.closed?.lastSeenAt ?? 0) || compareText(a.text, b.text));
  const evicted = idle.slice(0, idle.length - kept);
  for (const tally of evicted) drop(of, tally);
  return evicted.length;
}

/** Counts what a family says. */
export function addStanding(standing: Standing | undefined): void {
  if (standing === undefined) return;
  for (const [tally, mark] of standing.marks) {
    if ((mark & INSPECTED) !== 0) tally.inspected += 1;
    if ((mark & FOUND) !== 0) tally.findings += 1;
    const sighting = sightingOf(standing.seenAt, mark);
    // an array made with its one member takes a tenth of the room of an empty one that grows: most keys are seen once
    if (tally.seen.length === 0) tally.seen = [sighting];
    else insertSorted(tally.seen, sighting);
  }
}

/** Takes back what {@link addStanding} counted. */
export function removeStanding(standing: Standing | undefined): void {
  if (standing === undefined) return;
  for (const [tally, mark] of standing.marks) {
    if ((mark & INSPECTED) !== 0) tally.inspected -= 1;
    if ((mark & FOUND) !== 0) tally.findings -= 1;
    tally.seen.splice(lowerBound(tally.seen, sightingOf(standing.seenAt, mark)), 1);
  }
}

/** Counts what a family says for good; of days before the oldest that is remembered only the sums. */
export function closeStanding(standing: Standing | undefined, oldestDay: number): void {
  if (standing === undefined) return;
  const { seenAt } = standing;
  const day = dayOf(seenAt);
  for (const [tally, mark] of standing.marks) {
    tally.closed ??= { declarations: 0, inspected: 0, findings: 0, firstSeenAt: seenAt, lastSeenAt: seenAt, days: [] };
    const { closed } = tally;
    const inspected = (mark & INSPECTED) === 0 ? 0 : 1;
    const found = (mark & FOUND) === 0 ? 0 : 1;
    closed.declarations += 1;
    closed.inspected += inspected;
    closed.findings += found;
    closed.firstSeenAt = Math.min(closed.firstSeenAt, seenAt);
    closed.lastSeenAt = Math.max(closed.lastSeenAt, seenAt);
    if ((closed.days[0] ?? oldestDay) < oldestDay) closed.days.splice(0, positionOfDay(closed.days, oldestDay));
    if (day >= oldestDay) countOnDay(closed.days, day, inspected, found);
  }
}

function insertSorted(sightings: Sighting[], sighting: Sighting): void {
  const last = sightings.at(-1);
  if (last === undefined || last <= sighting) sightings.push(sighting);
  else sightings.splice(lowerBound(sightings, sighting), 0, sighting);
}
