import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HistoryChange } from "../../src/history/change.js";
import { createHistory } from "../../src/history/create-history.js";
import type { HistoryEvent, HistoryOutcome } from "../../src/history/event.js";
import type { History } from "../../src/history/history.js";
import { readDeltaOrThrow } from "../../src/history/read-delta.js";
import { readHistoryOrThrow } from "../../src/history/read-history.js";
import type { HistoryKey, HistoryTally } from "../../src/history/reader.js";
import { deltaLines, recordDelta } from "../../src/history/record-delta.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";
import { at, events, groupsOf, HOUR, idsOf, keysOf, outcomes, START } from "./arbitraries.js";
import { bruteForceCounts, bruteForceMembers, bruteForceTally, type PlainTally, withoutTies } from "./brute-force.js";

const DAYS = 10;
const HOURS = DAYS * 24;
const windows = fc.array(
  fc.record({ days: fc.integer({ min: 1, max: 3 * DAYS }), halfLifeDays: fc.integer({ min: 1, max: DAYS }) }, { requiredKeys: ["days"] }),
  { minLength: 1, maxLength: 4 },
);
const policy = fc.constantFrom("everyItem" as const, "soleItem" as const);

type Input = { readonly kind: "event"; readonly event: HistoryEvent } | { readonly kind: "outcome"; readonly outcome: HistoryOutcome };

const inputs = (events: readonly HistoryEvent[], outcomes: readonly HistoryOutcome[]): readonly Input[] => [
  ...events.map((event) => ({ kind: "event" as const, event })),
  ...outcomes.map((outcome) => ({ kind: "outcome" as const, outcome })),
];

/** When an input takes effect, in hours after the start. */
function effect(input: Input): number {
  const moments = input.kind === "event" ? [input.event.occurredAt, input.event.knownAt] : [input.outcome.knownAt];
  return (Math.max(...moments.map((moment) => Date.parse(moment))) - START) / HOUR;
}

function feed(history: History, input: Input): void {
  const result = input.kind === "event" ? history.observe(input.event) : history.recordOutcome(input.outcome);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
}

function advance(history: History, hours: number): void {
  const result = history.advance(at(hours));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
}

const bytes = (history: History): string => [...snapshotLines(history)].join("\n");

function plain(tally: HistoryTally | undefined): PlainTally | undefined {
  return tally && { ...tally, firstSeenAt: Date.parse(tally.firstSeenAt), lastSeenAt: Date.parse(tally.lastSeenAt) };
}

/** Inputs in an arbitrary order of arrival, where each arrives at most the lateness after it took effect. */
const arrivals = (lateness: number) =>
  fc.record({ events: events(HOURS).map(withoutTies), outcomes: outcomes(HOURS) }).chain(({ events, outcomes }) => {
    const all = inputs(events, outcomes);
    return fc
      .tuple(...all.map((input) => fc.integer({ min: -HOURS, max: lateness }).map((delay) => ({ input, arrival: Math.max(0, effect(input) + delay) }))))
      .map((timed) => ({ events, outcomes, timed: [...timed].sort((a, b) => a.arrival - b.arrival) }));
  });

describe("a history is point-in-time", () => {
  test("every tally equals the one recomputed from scratch from only what was known then, arrivals shuffled inside the window", () => {
    fc.assert(
      fc.property(arrivals(48), policy, fc.nat(30), fc.boolean(), windows, ({ events, outcomes, timed }, undetailedOutcome, ahead, resumed, windows) => {
        let history = createHistory({ latenessDays: 2, undetailedOutcome });
        const keys = keysOf(events);
        const ids = idsOf(events, outcomes);
        const compare = (hours: number): void => {
          // what arrives within the window after it took effect is not known here yet: only what has arrived can be told
          const here = timed.filter(({ arrival }) => arrival <= hours).map(({ input }) => input);
          const hereEvents = here.flatMap((input) => (input.kind === "event" ? [input.event] : []));
          const hereOutcomes = here.flatMap((input) => (input.kind === "outcome" ? [input.outcome] : []));
          for (const asOf of [hours, hours + ahead]) {
            for (const [index, key] of keys.entries()) {
              const excluding = ids[(index + hours) % ids.length] ?? "";
              const expected = bruteForceTally(hereEvents, hereOutcomes, key, START + asOf * HOUR, excluding, undetailedOutcome);
              expect(plain(history.tally(key, at(asOf), excluding))).toEqual(expected);
              const window = windows[index % windows.length] ?? { days: 1 };
              const counts = bruteForceCounts(hereEvents, hereOutcomes, key, START + asOf * HOUR, excluding, window, undetailedOutcome);
              expect(history.recent(key, at(asOf), excluding, window)).toEqual(counts);
            }
            for (const [index, key] of groupsOf(events).entries()) {
              const excluding = ids[(index + hours) % ids.length] ?? "";
              for (const days of [undefined, windows[0]?.days]) {
                const expected = bruteForceMembers(hereEvents, key, START + asOf * HOUR, excluding, days);
                expect(history.members(key, at(asOf), excluding, days)).toEqual(expected);
              }
            }
          }
        };
        for (const hours of new Set(timed.map(({ arrival }) => arrival))) {
          advance(history, hours);
          for (const { input, arrival } of timed) if (arrival === hours) feed(history, input);
          if (resumed) history = readHistoryOrThrow(snapshotLines(history));
          compare(hours);
        }
        advance(history, 2 * HOURS);
        compare(2 * HOURS);
      }),
      { numRuns: 150 },
    );
  });

  test("a closed family counts on as it last stood", () => {
    fc.assert(
      fc.property(events(HOURS).map(withoutTies), outcomes(HOURS), policy, windows, (events, outcomes, undetailedOutcome, windows) => {
        const history = createHistory({ latenessDays: 0, retentionDays: DAYS, windowDays: 3 * DAYS, undetailedOutcome });
        for (const input of inputs(events, outcomes)) feed(history, input);
        for (let hours = 0; hours <= 3 * HOURS; hours += 12) advance(history, hours);
        expect(history.statistics().families).toBe(0);
        const asOf = START + 3 * HOURS * HOUR;
        for (const key of keysOf(events)) {
          expect(plain(history.tally(key, at(3 * HOURS), "unknown"))).toEqual(bruteForceTally(events, outcomes, key, asOf, "unknown", undetailedOutcome));
          for (const window of windows) {
            const expected = bruteForceCounts(events, outcomes, key, asOf, "unknown", window, undetailedOutcome);
            expect(history.recent(key, at(3 * HOURS), "unknown", window)).toEqual(expected);
          }
        }
        for (const key of groupsOf(events)) {
          for (const days of [undefined, 2 * DAYS, 3 * DAYS]) {
            expect(history.members(key, at(3 * HOURS), "unknown", days)).toEqual(bruteForceMembers(events, key, asOf, "unknown", days));
          }
        }
      }),
    );
  });

  test("an outcome changes nothing before it is known, and nothing for its own family", () => {
    fc.assert(
      fc.property(events(HOURS), outcomes(HOURS), fc.nat(HOURS), (events, outcomes, hours) => {
        const without = createHistory();
        const withOutcomes = createHistory();
        for (const event of events) {
          without.observe(event);
          withOutcomes.observe(event);
        }
        for (const outcome of outcomes) withOutcomes.recordOutcome(outcome);
        const later = outcomes.filter((outcome) => Date.parse(outcome.knownAt) > START + hours * HOUR);
        const earlier = createHistory();
        for (const event of events) earlier.observe(event);
        for (const outcome of outcomes) if (!later.includes(outcome)) earlier.recordOutcome(outcome);
        for (const key of keysOf(events)) {
          expect(withOutcomes.tally(key, at(hours), "unknown")).toEqual(earlier.tally(key, at(hours), "unknown"));
        }
        for (const outcome of outcomes) {
          const alone = createHistory();
          for (const event of events) alone.observe(event);
          alone.recordOutcome(outcome);
          for (const key of keysOf(events)) {
            expect(alone.tally(key, at(HOURS), outcome.declarationId)).toEqual(without.tally(key, at(HOURS), outcome.declarationId));
          }
        }
      }),
    );
  });
});

describe("the order of arrival", () => {
  test("does not matter inside the window: families, amendments and outcomes in any order end in the same bytes", () => {
    fc.assert(
      fc.property(arrivals(48), fc.option(fc.integer({ min: 2 * DAYS + 4, max: 30 }), { nil: undefined }), ({ events, outcomes, timed }, retentionDays) => {
        const options = { latenessDays: 2, ...(retentionDays === undefined ? {} : { retentionDays }) };
        const live = createHistory(options);
        for (const { input, arrival } of timed) {
          advance(live, arrival);
          feed(live, input);
        }
        const atOnce = createHistory(options);
        for (const input of [...inputs(events, outcomes)].reverse()) feed(atOnce, input);
        for (const hours of [2 * HOURS, 6 * HOURS]) {
          advance(live, hours);
          advance(atOnce, hours);
          expect(bytes(live)).toBe(bytes(atOnce));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("does not matter for equal moments either, and what comes twice counts once", () => {
    fc.assert(
      fc.property(events(3), outcomes(3), fc.nat(), (events, outcomes, seed) => {
        const straight = createHistory();
        const shuffled = createHistory();
        const all = inputs(events, outcomes);
        for (const input of all) feed(straight, input);
        for (const input of [...all, ...all].map((input, index) => ({ input, rank: (index * 7919 + seed) % 101 })).sort((a, b) => a.rank - b.rank)) {
          feed(shuffled, input.input);
        }
        expect(bytes(shuffled)).toBe(bytes(straight));
        advance(straight, 4);
        advance(shuffled, 4);
        for (const key of keysOf(events)) expect(shuffled.tally(key, at(4), "unknown")).toEqual(straight.tally(key, at(4), "unknown"));
      }),
    );
  });
});

describe("a snapshot", () => {
  const options = fc.record(
    {
      retentionDays: fc.integer({ min: 2, max: 6 }),
      maxKeys: fc.integer({ min: 1, max: 4 }),
      maxClosed: fc.nat(4),
      windowDays: fc.integer({ min: 1, max: 30 }),
      undetailedOutcome: policy,
    },
    { requiredKeys: [] },
  );

  test("restored at any point changes nothing that follows: answers, issues, statistics and the last byte", () => {
    fc.assert(
      fc.property(arrivals(72), options, fc.array(fc.nat(40), { maxLength: 5 }), ({ events, timed }, options, restoreAt) => {
        const straight = createHistory({ latenessDays: 2, ...options });
        let restored = createHistory({ latenessDays: 2, ...options });
        const both = (act: (history: History) => unknown): void => expect(act(restored)).toEqual(act(straight));
        for (const [index, { input, arrival }] of timed.entries()) {
          if (restoreAt.includes(index)) {
            restored = readHistoryOrThrow(snapshotLines(restored));
            expect(bytes(restored)).toBe(bytes(straight));
          }
          both((history) => history.advance(at(arrival)));
          both((history) => (input.kind === "event" ? history.observe(input.event) : history.recordOutcome(input.outcome)));
          both((history) => history.statistics());
        }
        both((history) => history.advance(at(2 * HOURS)));
        for (const key of keysOf(events)) {
          both((history) => history.tally(key, at(2 * HOURS), "unknown"));
          both((history) => history.recent(key, at(2 * HOURS), "unknown", { days: options.windowDays ?? 366 }));
        }
        for (const key of groupsOf(events)) both((history) => history.members(key, at(2 * HOURS), "unknown"));
        expect(bytes(readHistoryOrThrow([`${bytes(restored)}\n`]))).toBe(bytes(straight));
      }),
      { numRuns: 300 },
    );
  });
});

describe("deltas since a snapshot", () => {
  const options = fc.record(
    { retentionDays: fc.integer({ min: 3, max: 6 }), maxKeys: fc.integer({ min: 1, max: 4 }), maxClosed: fc.nat(4), undetailedOutcome: policy },
    { requiredKeys: [] },
  );
  /** All but what was refused here or there. */
  const agreed = (history: History): string => bytes(history).replace(/"dropped":\{[^}]*\}/, "");

  test("bring another history of the same state to the same bytes, families closed and keys evicted on the way", () => {
    fc.assert(
      fc.property(arrivals(72), options, fc.nat(20), fc.integer({ min: 1, max: 5 }), ({ timed }, options, start, every) => {
        const recorder = recordDelta(createHistory({ latenessDays: 2, ...options }));
        let node: History | undefined;
        for (const [index, { input, arrival }] of timed.entries()) {
          if (index === start) {
            node = readHistoryOrThrow(snapshotLines(recorder.history));
            recorder.take();
          }
          recorder.history.advance(at(arrival));
          if (input.kind === "event") recorder.history.observe(input.event);
          else recorder.history.recordOutcome(input.outcome);
          if (node === undefined || index % every > 0) continue;
          for (const change of readDeltaOrThrow(deltaLines(recorder.take()))) node.apply(change);
          expect(agreed(node)).toBe(agreed(recorder.history));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("of several histories end in the same bytes in whatever order, and however often, they are applied", () => {
    fc.assert(
      fc.property(arrivals(48), arrivals(48), fc.infiniteStream(fc.nat(1_000)), ({ timed }, { timed: others }, ranks) => {
        const shuffled = <T>(values: readonly T[]): readonly T[] =>
          values
            .map((value) => ({ value, rank: ranks.next().value as number }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ value }) => value);
        const start = [...snapshotLines(createHistory({ latenessDays: 2 }))];
        const [here, there] = [timed, others].map((timed) => {
          const recorder = recordDelta(readHistoryOrThrow(start));
          for (const { input, arrival } of timed) {
            advance(recorder.history, arrival);
            feed(recorder.history, input);
          }
          return { history: recorder.history, changes: recorder.take() };
        });
        if (here === undefined || there === undefined) return;
        const third = readHistoryOrThrow(start);
        const once = (history: History, changes: readonly HistoryChange[]): void => {
          for (const change of changes) expect(history.apply(change).ok).toBe(true);
        };
        once(here.history, shuffled(there.changes));
        once(there.history, [...here.changes, ...shuffled(here.changes)]);
        once(third, shuffled([...here.changes, ...there.changes, ...here.changes]));
        for (const history of [here.history, there.history, third]) advance(history, 2 * HOURS);
        expect(agreed(there.history)).toBe(agreed(here.history));
        expect(agreed(third)).toBe(agreed(here.history));
      }),
      { numRuns: 200 },
    );
  });
});

test("keys with different values are never confused", () => {
  const values = fc.array(fc.string({ unit: fc.constantFrom("\\", "s", "\u001f", "a") }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(values, values, (a, b) => {
      const history = createHistory();
      const key = (values: readonly string[]): HistoryKey => ({ dimension: "d", values });
      history.observe({ declarationId: "1", occurredAt: at(1), knownAt: at(1), keys: [key(a)] });
      const back = readHistoryOrThrow(snapshotLines(history));
      expect(back.tally(key(b), at(2), "unknown")?.declarations).toBe(JSON.stringify(a) === JSON.stringify(b) ? 1 : undefined);
    }),
  );
});
