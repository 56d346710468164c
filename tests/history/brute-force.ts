import type { HistoryEvent, HistoryOutcome } from "../../src/history/event.js";
import type { UndetailedOutcome } from "../../src/history/history-options.js";
import type { HistoryCounts, HistoryKey, HistoryWindow } from "../../src/history/reader.js";

/** A tally with its moments in milliseconds. */
export interface PlainTally {
  readonly declarations: number;
  readonly inspected: number;
  readonly findings: number;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

const ms = (instant: string): number => Date.parse(instant);
const same = (a: HistoryKey, b: HistoryKey): boolean => JSON.stringify([a.dimension, a.values]) === JSON.stringify([b.dimension, b.values]);

/** One family under a key: when it was seen, and what its inspections came to. */
interface Seen {
  readonly at: number;
  readonly inspected: boolean;
  readonly finding: boolean;
}

/**
 * The families under a key from scratch, from nothing but what had occurred and was known at `asOf`: family by family, part by part.
 * Written from the description of the history, not from its code; of events at the very same moment it needs one alone.
 */
function bruteForceSeen(
  allEvents: readonly HistoryEvent[],
  allOutcomes: readonly HistoryOutcome[],
  key: HistoryKey,
  asOf: number,
  excluding: string,
  policy: UndetailedOutcome,
): readonly Seen[] {
  const events = allEvents.filter((event) => ms(event.occurredAt) <= asOf && ms(event.knownAt) <= asOf);
  const outcomes = allOutcomes.filter((outcome) => ms(outcome.knownAt) <= asOf);
  // which family a declaration is of, is no knowledge about its past: it is taken from all events
  const own = new Set([excluding, ...allEvents.filter((event) => event.declarationId === excluding).map((event) => event.familyId ?? event.declarationId)]);
  const seen: Seen[] = [];
  for (const family of new Set(events.map((event) => event.familyId ?? event.declarationId))) {
    if (own.has(family)) continue;
    const ofFamily = events.filter((event) => (event.familyId ?? event.declarationId) === family);
    let has = false;
    let inspected = false;
    let finding = false;
    for (const part of new Set(ofFamily.map((event) => event.part ?? event.declarationId))) {
      const versions = ofFamily.filter((event) => (event.part ?? event.declarationId) === part);
      const latest = versions.reduce((a, b) => ((ms(b.occurredAt) - ms(a.occurredAt) || ms(b.knownAt) - ms(a.knownAt)) > 0 ? b : a));
      const ofPart = outcomes.filter((outcome) => versions.some((version) => version.declarationId === outcome.declarationId));
      // of each item, and of the whole, the latest result; of two at once the finding
      const results = new Map<number, boolean>();
      for (const outcome of [...ofPart].sort((a, b) => ms(a.knownAt) - ms(b.knownAt) || Number(a.finding) - Number(b.finding))) {
        results.set(outcome.item ?? 0, outcome.finding);
      }
      const apply = (numbers: readonly number[]): void => {
        has = true;
        for (const number of numbers) {
          if (!results.has(number)) continue;
          inspected = true;
          finding ||= results.get(number) === true;
        }
      };
      const items = latest.items ?? [];
      if (latest.keys.some((other) => same(other, key))) apply([...results.keys()]);
      for (const { item, keys } of items) {
        if (keys.some((other) => same(other, key))) apply(policy === "everyItem" || items.length === 1 ? [0, item] : [item]);
      }
    }
    if (has) seen.push({ at: Math.min(...ofFamily.map((event) => ms(event.occurredAt))), inspected, finding });
  }
  return seen;
}

/** All that was seen under a key. */
export function bruteForceTally(
  events: readonly HistoryEvent[],
  outcomes: readonly HistoryOutcome[],
  key: HistoryKey,
  asOf: number,
  excluding: string,
  policy: UndetailedOutcome = "everyItem",
): PlainTally | undefined {
  const seen = bruteForceSeen(events, outcomes, key, asOf, excluding, policy);
  if (seen.length === 0) return undefined;
  return {
    declarations: seen.length,
    inspected: seen.filter((one) => one.inspected).length,
    findings: seen.filter((one) => one.finding).length,
    firstSeenAt: Math.min(...seen.map((one) => one.at)),
    lastSeenAt: Math.max(...seen.map((one) => one.at)),
  };
}

const DAY = 86_400_000;

/** What was seen under a key on the days of a window, weighed by age. */
export function bruteForceCounts(
  events: readonly HistoryEvent[],
  outcomes: readonly HistoryOutcome[],
  key: HistoryKey,
  asOf: number,
  excluding: string,
  { days, halfLifeDays = Infinity }: HistoryWindow,
  policy: UndetailedOutcome = "everyItem",
): HistoryCounts {
  const ages = bruteForceSeen(events, outcomes, key, asOf, excluding, policy)
    .map(({ at, inspected, finding }) => ({ age: Math.floor(asOf / DAY) - Math.floor(at / DAY), inspected, finding }))
    .filter(({ age }) => age < days);
  const weigh = (some: typeof ages): number =>
    some.reduce((sum, { age }) => {
      const halvings = Math.floor(age / halfLifeDays);
      return halvings > 30 ? sum : sum + 2 ** -halvings;
    }, 0);
  return { declarations: weigh(ages), inspected: weigh(ages.filter((one) => one.inspected)), findings: weigh(ages.filter((one) => one.finding)) };
}

/** How many families were seen under each member of a key within so many days, or ever. */
export function bruteForceMembers(
  events: readonly HistoryEvent[],
  key: HistoryKey,
  asOf: number,
  excluding: string,
  days: number | undefined,
): ReadonlyMap<string, number> {
  const all = events.flatMap((event) => [...event.keys, ...(event.items ?? []).flatMap((item) => item.keys)]);
  const members = new Set(all.filter((other) => same({ ...other, values: other.values.slice(0, -1) }, key)).map(({ values }) => values.at(-1) ?? ""));
  const counts = [...members].map((member): [string, number] => {
    const under = { ...key, values: [...key.values, member] };
    const { declarations } = bruteForceCounts(events, [], under, asOf, excluding, { days: days ?? Infinity });
    return [member, declarations];
  });
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The events of which no two versions of one part stand at the very same moments. */
export function withoutTies(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const text = JSON.stringify([event.familyId, event.part ?? event.declarationId, ms(event.occurredAt), ms(event.knownAt)]);
    return seen.size < seen.add(text).size;
  });
}
