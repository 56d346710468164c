import { DAY_MS, DAY_STRIDE, dayOf, positionOfDay } from "./days.js";
import { instantText } from "./instant-text.js";
import type { HistoryCounts, HistoryTally, HistoryWindow } from "./reader.js";
import { FOUND, INSPECTED, lowerBound, markOfSighting, momentOfSighting, type Sighting, sightingOf } from "./sighting.js";
import type { KeyTally } from "./tally-table.js";

/** What is counted under a key, less what some families say, plus what some say. */
export interface TallyReading {
  readonly under: KeyTally;
  readonly taken: readonly Sighting[];
  readonly put: readonly Sighting[];
}

/** All that was ever seen; `undefined` where that is nothing. */
export function tallyOf({ under, taken, put }: TallyReading): HistoryTally | undefined {
  const { closed, seen } = under;
  const declarations = seen.length + (closed?.declarations ?? 0) - taken.length + put.length;
  if (declarations === 0) return undefined;
  const gone = taken.length > 1 ? [...taken].sort((a, b) => a - b) : taken;
  let first = Math.min(closed?.firstSeenAt ?? Infinity, momentOfSighting(remaining(seen, gone, 1)));
  let last = Math.max(closed?.lastSeenAt ?? -Infinity, momentOfSighting(remaining(seen, gone, -1)));
  for (const sighting of put) {
    first = Math.min(first, momentOfSighting(sighting));
    last = Math.max(last, momentOfSighting(sighting));
  }
  return {
    declarations,
    inspected: under.inspected + (closed?.inspected ?? 0) - marked(taken, INSPECTED) + marked(put, INSPECTED),
    findings: under.findings + (closed?.findings ?? 0) - marked(taken, FOUND) + marked(put, FOUND),
    firstSeenAt: instantText(first),
    lastSeenAt: instantText(last),
  };
}

/** What was seen on the days of a window that ends with the day of `asOf`. */
export function countsOf({ under, taken, put }: TallyReading, asOf: number, { days, halfLifeDays = Infinity }: HistoryWindow): HistoryCounts {
  const today = dayOf(asOf);
  const from = today - days + 1;
  let declarations = 0;
  let inspected = 0;
  let findings = 0;
  const count = (sighting: Sighting, sign: number): void => {
    const day = dayOf(momentOfSighting(sighting));
    if (day < from) return;
    const weight = sign * halved(Math.floor((today - day) / halfLifeDays));
    const mark = markOfSighting(sighting);
    declarations += weight;
    if ((mark & INSPECTED) !== 0) inspected += weight;
    if ((mark & FOUND) !== 0) findings += weight;
  };
  for (let at = lowerBound(under.seen, sightingOf(from * DAY_MS, 0)); at < under.seen.length; at += 1) count(under.seen[at] ?? 0, 1);
  for (const sighting of taken) count(sighting, -1);
  for (const sighting of put) count(sighting, 1);
  const closed = under.closed?.days ?? [];
  for (let at = positionOfDay(closed, from); at < closed.length; at += DAY_STRIDE) {
    const [day = 0, seen = 0, looked = 0, found = 0] = closed.slice(at, at + DAY_STRIDE);
    const weight = halved(Math.floor((today - day) / halfLifeDays));
    declarations += seen * weight;
    inspected += looked * weight;
    findings += found * weight;
  }
  return { declarations, inspected, findings };
}

/** How many declarations were seen on days from a day on; `-Infinity` for all. */
export function seenSince({ under, taken, put }: TallyReading, from: number): number {
  const { seen, closed } = under;
  const since = from === -Infinity ? -Infinity : sightingOf(from * DAY_MS, 0);
  let count = seen.length - (since === -Infinity ? 0 : lowerBound(seen, since));
  for (const sighting of taken) if (sighting >= since) count -= 1;
  for (const sighting of put) if (sighting >= since) count += 1;
  if (closed === undefined) return count;
  if (from === -Infinity) return count + closed.declarations;
  for (let at = positionOfDay(closed.days, from); at < closed.days.length; at += DAY_STRIDE) count += closed.days[at + 1] ?? 0;
  return count;
}

const MAX_HALVINGS = 30;

/** One half to the power of `times`; sums of up to 2^23 such weights are exact, and so do not depend on their order. */
function halved(times: number): number {
  // 1 shifted by at most 30 is a positive integer
  return times > MAX_HALVINGS ? 0 : 1 / (1 << times);
}

function marked(sightings: readonly Sighting[], bit: number): number {
  let count = 0;
  for (const sighting of sightings) if ((markOfSighting(sighting) & bit) !== 0) count += 1;
  return count;
}

/** The first (`step` 1) or last (`step` -1) of some sorted sightings that is not among those gone; an infinity where none remains. */
function remaining(sightings: readonly Sighting[], gone: readonly Sighting[], step: 1 | -1): Sighting {
  let at = step === 1 ? 0 : sightings.length - 1;
  let goneAt = step === 1 ? 0 : gone.length - 1;
  while (at >= 0 && at < sightings.length && sightings[at] === gone[goneAt]) {
    at += step;
    goneAt += step;
  }
  return sightings[at] ?? step * Infinity;
}
