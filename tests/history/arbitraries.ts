import fc from "fast-check";
import type { HistoryEvent, HistoryOutcome } from "../../src/history/event.js";
import type { HistoryKey } from "../../src/history/reader.js";

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 0, 1);

/** The instant so many hours after the start; every third in another offset. */
export function at(hours: number): string {
  const utc = new Date(START + hours * HOUR);
  if (hours % 3 !== 0) return utc.toISOString();
  return `${new Date(utc.getTime() + 7 * HOUR).toISOString().slice(0, -1)}+07:00`;
}

// few values, so that keys repeat; some are hard on whoever joins them
const value = fc.constantFrom("A", "B", "", "A\u001fB", "\\", "\\s", "Ă|\n");
const key: fc.Arbitrary<HistoryKey> = fc.oneof(
  fc.record({ dimension: fc.constantFrom("importer", "seller"), values: fc.tuple(value) }),
  fc.record({ dimension: fc.constant("pair"), values: fc.tuple(value, value) }),
  fc.record({ dimension: fc.constant("seller>importer"), values: fc.tuple(value, value) }),
);

const keys = fc.array(key, { maxLength: 4 });
const FAMILIES = 6;
const PARTS = 3;
const VERSIONS = 3;

interface Slot {
  readonly family: number;
  readonly part: number;
  readonly version: number;
}
const slot: fc.Arbitrary<Slot> = fc.record({ family: fc.nat(FAMILIES - 1), part: fc.nat(PARTS - 1), version: fc.nat(VERSIONS - 1) });

/** Amendments of odd parts get numbers of their own; the first part of a family gives the family its number. */
const idOf = ({ family, part, version }: Slot): string => `F${family}.${part}${part % 2 === 1 ? `/${version}` : ""}`;

/** Events of few families, with splits and amendments, that take effect within so many hours. */
export const events = (hours: number): fc.Arbitrary<readonly HistoryEvent[]> =>
  fc.array(
    fc
      .record({
        slot,
        occurredAt: fc.nat(hours),
        knownAt: fc.nat(hours),
        keys,
        items: fc.uniqueArray(fc.record({ item: fc.integer({ min: 1, max: 4 }), keys }), { selector: (item) => item.item, maxLength: 3 }),
      })
      .map(({ slot, occurredAt, knownAt, keys, items }) => ({
        declarationId: idOf(slot),
        familyId: `F${slot.family}.0`,
        ...(slot.part % 2 === 1 ? { part: `F${slot.family}.${slot.part}` } : {}),
        occurredAt: at(occurredAt),
        knownAt: at(knownAt),
        keys,
        items,
      })),
    { maxLength: 14 },
  );

/** Outcomes of the same families, known within so many hours; some of declarations that no event is of. */
export const outcomes = (hours: number): fc.Arbitrary<readonly HistoryOutcome[]> =>
  fc.array(
    fc
      .record(
        {
          slot,
          item: fc.integer({ min: 1, max: 4 }),
          finding: fc.boolean(),
          knownAt: fc.nat(hours),
          selection: fc.record({ reason: fc.constantFrom("random", "threshold"), probability: fc.constantFrom(0.1, 1) }),
        },
        { requiredKeys: ["slot", "finding", "knownAt"] },
      )
      .map(({ slot, knownAt, ...rest }) => ({ ...rest, declarationId: idOf(slot), knownAt: at(knownAt) })),
    { maxLength: 14 },
  );

/** Every key of some events, and one that none has. */
export function keysOf(events: readonly HistoryEvent[]): readonly HistoryKey[] {
  const all = events.flatMap((event) => [...event.keys, ...(event.items ?? []).flatMap((item) => item.keys)]);
  return [...new Map(all.map((key) => [JSON.stringify(key), key])).values(), { dimension: "importer", values: ["never seen"] }];
}

/** Every key that is broken down by members, and one that none has. */
export function groupsOf(events: readonly HistoryEvent[]): readonly HistoryKey[] {
  return keysOf(events).flatMap(({ dimension, values }) => {
    if (values.length === 1) return [{ dimension: "seller>importer", values }];
    return dimension === "pair" ? [] : [{ dimension, values: values.slice(0, -1) }];
  });
}

/** Every number that events and outcomes have, and one that none has. */
export function idsOf(events: readonly HistoryEvent[], outcomes: readonly HistoryOutcome[]): readonly string[] {
  return [...new Set([...[...events, ...outcomes].map((one) => one.declarationId), ...events.map((event) => event.familyId ?? ""), "unknown"])];
}
