import { compareText } from "../core/canonical.js";

/** What one family says of one key: seen, and then whether inspected and whether with a finding. */
export const INSPECTED = 1;
export const FOUND = 2;

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
}

/** All that is counted under one key as of the watermark: of open families, and of closed ones. */
export interface KeyTally {
  readonly dimension: string;
  readonly text: string;
  /** How many events of open families have the key. */
  uses: number;
  declarations: number;
  inspected: number;
  findings: number;
  /** When each of the open families was seen, in order. */
  seenAt: number[];
  closed: ClosedTally | undefined;
}

interface Dimension {
  readonly keys: Map<string, KeyTally>;
  /** The keys that only closed families have. */
  readonly idle: Set<KeyTally>;
}

/** The tallies of a history by dimension and key. */
export interface TallyTable {
  readonly find: (dimension: string, text: string) => KeyTally | undefined;
  /** The tally of a key, made where it does not exist, with one use more. */
  readonly use: (dimension: string, text: string) => KeyTally;
  /** Takes one use away. */
  readonly release: (tally: KeyTally) => void;
  /** Sets what closed families left under a key; `false` where that was done before. */
  readonly restore: (dimension: string, text: string, closed: ClosedTally) => boolean;
  /** Evicts the least recently seen keys of closed families beyond a bound, and says how many. */
  readonly evict: (maxKeys: number) => number;
  /** The keys with counts of closed families, in canonical order. */
  readonly closed: () => readonly KeyTally[];
  /** How many keys there are of each dimension. */
  readonly sizes: () => ReadonlyMap<string, number>;
}

// shared, and replaced before anything is put in
const NEVER: number[] = [];

export function createTallyTable(): TallyTable {
  const dimensions = new Map<string, Dimension>();

  const make = (dimension: string, text: string): { readonly of: Dimension; readonly tally: KeyTally } => {
    let of = dimensions.get(dimension);
    if (of === undefined) {
      of = { keys: new Map(), idle: new Set() };
      dimensions.set(dimension, of);
    }
    let tally = of.keys.get(text);
    if (tally === undefined) {
      tally = { dimension, text, uses: 0, declarations: 0, inspected: 0, findings: 0, seenAt: NEVER, closed: undefined };
      of.keys.set(text, tally);
    }
    return { of, tally };
  };

  return {
    find: (dimension, text) => dimensions.get(dimension)?.keys.get(text),
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
      if (tally.closed === undefined) of.keys.delete(tally.text);
      else of.idle.add(tally);
      if (of.keys.size === 0) dimensions.delete(tally.dimension);
    },
    restore(dimension, text, closed) {
      const { of, tally } = make(dimension, text);
      if (tally.closed !== undefined) return false;
      tally.closed = closed;
      if (tally.uses === 0) of.idle.add(tally);
      return true;
    },
    evict(maxKeys) {
      let evicted = 0;
      for (const of of dimensions.values()) {
        if (of.idle.size > maxKeys) evicted += evictFrom(of, of.idle.size - (maxKeys - Math.floor(maxKeys / 10)));
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

function evictFrom(of: Dimension, count: number): number {
  const idle = [...of.idle].sort((a, b) => (a.closed?.lastSeenAt ?? 0) - (b.closed?.lastSeenAt ?? 0) || compareText(a.text, b.text));
  for (const tally of idle.slice(0, count)) {
    of.keys.delete(tally.text);
    of.idle.delete(tally);
  }
  return count;
}

/** Counts what a family says. */
export function addStanding(standing: Standing | undefined): void {
  if (standing === undefined) return;
  for (const [tally, mark] of standing.marks) {
    tally.declarations += 1;
    if ((mark & INSPECTED) !== 0) tally.inspected += 1;
    if ((mark & FOUND) !== 0) tally.findings += 1;
    // an array made with its one member takes a tenth of the room of an empty one that grows: most keys are seen once
    if (tally.seenAt.length === 0) tally.seenAt = [standing.seenAt];
    else insertSorted(tally.seenAt, standing.seenAt);
  }
}

/** Takes back what {@link addStanding} counted. */
export function removeStanding(standing: Standing | undefined): void {
  if (standing === undefined) return;
  for (const [tally, mark] of standing.marks) {
    tally.declarations -= 1;
    if ((mark & INSPECTED) !== 0) tally.inspected -= 1;
    if ((mark & FOUND) !== 0) tally.findings -= 1;
    tally.seenAt.splice(lowerBound(tally.seenAt, standing.seenAt), 1);
  }
}

/** Counts what a family says for good. */
export function closeStanding(standing: Standing | undefined): void {
  if (standing === undefined) return;
  const { seenAt } = standing;
  for (const [tally, mark] of standing.marks) {
    tally.closed ??= { declarations: 0, inspected: 0, findings: 0, firstSeenAt: seenAt, lastSeenAt: seenAt };
    const { closed } = tally;
    closed.declarations += 1;
    if ((mark & INSPECTED) !== 0) closed.inspected += 1;
    if ((mark & FOUND) !== 0) closed.findings += 1;
    closed.firstSeenAt = Math.min(closed.firstSeenAt, seenAt);
    closed.lastSeenAt = Math.max(closed.lastSeenAt, seenAt);
  }
}

function insertSorted(times: number[], time: number): void {
  const last = times.at(-1);
  if (last === undefined || last <= time) times.push(time);
  else times.splice(lowerBound(times, time), 0, time);
}

/** The index of the first of some sorted times that is not before `time`. */
function lowerBound(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
