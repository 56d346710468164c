import { describe, expect, test } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { createHistory } from "../../src/history/create-history.js";
import type { HistoryEvent } from "../../src/history/event.js";
import type { History } from "../../src/history/history.js";
import type { HistoryKey } from "../../src/history/reader.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";

const importer = (value: string): HistoryKey => ({ dimension: "importer", values: [value] });
const signature = (value: string): HistoryKey => ({ dimension: "goodsSignature", values: [value] });
const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();

function event(id: string, occurred: number, options: Partial<HistoryEvent> = {}): HistoryEvent {
  return { declarationId: id, occurredAt: day(occurred), knownAt: day(occurred), keys: [importer("A")], ...options };
}

function codesOf(result: ReturnType<History["observe"]> | ReturnType<History["advance"]>): readonly string[] {
  return result.ok ? [] : result.issues.map((issue) => issue.code);
}

function thrown(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map((issue) => issue.code);
    throw error;
  }
  return [];
}

const count = (history: History, asOf: number, key = importer("A"), excluding = "other"): number => history.tally(key, day(asOf), excluding)?.declarations ?? 0;

describe("a declaration", () => {
  test("counts from when it has both occurred and become known", () => {
    const history = createHistory();
    history.observe(event("1", 3, { knownAt: day(5) }));
    expect([2, 3, 4, 5, 6].map((asOf) => count(history, asOf))).toEqual([0, 0, 0, 1, 1]);
    history.observe(event("2", 8, { knownAt: day(7) }));
    expect([7, 8].map((asOf) => count(history, asOf))).toEqual([1, 2]);
  });

  test("does not count for itself, nor does any other of its family", () => {
    const history = createHistory();
    history.observe(event("1", 1));
    history.observe(event("1-2", 2, { familyId: "1" }));
    history.observe(event("9", 3));
    for (const own of ["1", "1-2"]) expect(history.tally(importer("A"), day(9), own)).toEqual(history.tally(importer("A"), day(9), "1"));
    expect(history.tally(importer("A"), day(9), "1")).toEqual({
      declarations: 1,
      inspected: 0,
      findings: 0,
      firstSeenAt: "2026-01-03T00:00:00Z",
      lastSeenAt: "2026-01-03T00:00:00Z",
    });
  });

  test("is excluded by the number of its family also where it was never observed itself", () => {
    const history = createHistory();
    history.observe(event("1-2", 2, { familyId: "1" }));
    expect(count(history, 9, importer("A"), "1")).toBe(0);
  });

  test("that is split counts once, and is seen when its first part was", () => {
    const history = createHistory();
    history.observe(event("1-2", 4, { familyId: "1", keys: [importer("A"), importer("B")] }));
    history.observe(event("1", 2));
    expect(history.tally(importer("A"), day(9), "other")).toMatchObject({
      declarations: 1,
      firstSeenAt: "2026-01-02T00:00:00Z",
      lastSeenAt: "2026-01-02T00:00:00Z",
    });
    expect(count(history, 9, importer("B"))).toBe(1);
  });

  test("that is amended counts by its new keys from when the amendment is known, and by its old ones until then", () => {
    const history = createHistory();
    history.observe(event("1", 6, { knownAt: day(7), keys: [importer("B")] }));
    history.observe(event("1", 2));
    const counts = (asOf: number) => [count(history, asOf), count(history, asOf, importer("B"))];
    expect([counts(6), counts(7)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    history.advance(day(7));
    expect(counts(7)).toEqual([0, 1]);
    expect(history.tally(importer("B"), day(7), "other")?.firstSeenAt).toBe("2026-01-02T00:00:00Z");
  });

  test("that gets a new number by an amendment is replaced where both state the part", () => {
    const history = createHistory();
    history.observe(event("10", 2, { familyId: "10", part: "1" }));
    history.observe(event("11", 4, { familyId: "10", part: "1", keys: [importer("B")] }));
    expect([count(history, 9), count(history, 9, importer("B"))]).toEqual([0, 1]);
  });

  test("with two items alike counts once", () => {
    const history = createHistory();
    history.observe(
      event("1", 1, {
        items: [
          { item: 1, keys: [signature("x")] },
          { item: 2, keys: [signature("x")] },
        ],
      }),
    );
    expect(count(history, 9, signature("x"))).toBe(1);
  });

  test("that was never seen has no tally", () => {
    expect(createHistory().tally(importer("A"), day(1), "1")).toBeUndefined();
  });
});

describe("an outcome", () => {
  const items = [
    { item: 1, keys: [signature("x")] },
    { item: 2, keys: [signature("y")] },
  ];
  const marks = (history: History, key: HistoryKey, asOf = 9, excluding = "other") => {
    const tally = history.tally(key, day(asOf), excluding);
    return [tally?.inspected, tally?.findings];
  };

  test("counts from when it is known, and no declaration is clean without one", () => {
    const history = createHistory();
    history.observe(event("1", 1));
    history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(5) });
    expect([marks(history, importer("A"), 4), marks(history, importer("A"), 5)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test("of one item says nothing of the keys of another", () => {
    const history = createHistory();
    history.observe(event("1", 1, { items }));
    history.recordOutcome({ declarationId: "1", item: 2, finding: true, knownAt: day(5) });
    expect([importer("A"), signature("x"), signature("y")].map((key) => marks(history, key))).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  test("without an item says the same of every item, or only of a sole one, as the options choose", () => {
    for (const [undetailedOutcome, expected] of [
      ["everyItem", [1, 1]],
      ["soleItem", [0, 0]],
    ] as const) {
      const history = createHistory({ undetailedOutcome });
      history.observe(event("1", 1, { items }));
      history.observe(event("2", 1, { items: [{ item: 1, keys: [signature("z")] }] }));
      for (const declarationId of ["1", "2"]) history.recordOutcome({ declarationId, finding: true, knownAt: day(5) });
      expect([marks(history, signature("x")), marks(history, signature("z"))]).toEqual([expected, [1, 1]]);
    }
  });

  test("of a later moment replaces an earlier one from then on", () => {
    const history = createHistory();
    history.observe(event("1", 1));
    history.recordOutcome({ declarationId: "1", finding: false, knownAt: day(6) });
    history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(5) });
    expect([marks(history, importer("A"), 5), marks(history, importer("A"), 6)]).toEqual([
      [1, 1],
      [1, 0],
    ]);
  });

  test("may come before its declaration, waits as long as the retention, and is then reported", () => {
    const history = createHistory({ latenessDays: 2, retentionDays: 4 });
    history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(2) });
    history.recordOutcome({ declarationId: "2", finding: true, knownAt: day(2) });
    history.recordOutcome({ declarationId: "2", finding: false, knownAt: day(4) });
    expect(history.observe(event("1", 1))).toEqual({ ok: true, value: "added" });
    expect(marks(history, importer("A"), 2)).toEqual([1, 1]);
    expect(history.statistics().orphans).toBe(2);
    const advanced = history.advance(day(6));
    expect(advanced.ok && advanced.value.issues).toMatchObject([{ code: "history.orphan", declaration: "2" }]);
    expect(history.statistics()).toMatchObject({ orphans: 1, dropped: { orphans: 1 } });
    history.advance(day(8));
    expect(history.statistics()).toMatchObject({ orphans: 0, dropped: { orphans: 2 } });
  });

  test("keeps why and with what probability its declaration was selected", () => {
    const history = createHistory();
    const selection = { reason: "random", probability: 0.1 };
    history.observe(event("1", 1));
    history.recordOutcome({ declarationId: "1", finding: false, knownAt: day(2), selection });
    expect([...history.records()][1]).toMatchObject({ outcomes: [{ selection }] });
  });
});

describe("the watermark", () => {
  test("moves by advance alone, and only forward", () => {
    const history = createHistory();
    expect(history.statistics().watermark).toBeUndefined();
    history.advance(day(5));
    history.tally(importer("A"), day(9), "1");
    expect(history.statistics().watermark).toBe("2026-01-05T00:00:00Z");
    expect(codesOf(history.advance(day(4)))).toEqual(["history.beforeWatermark"]);
    expect(codesOf(history.advance("tomorrow"))).toEqual(["time.invalid"]);
    expect(codesOf(history.advance(day(5)))).toEqual([]);
  });

  test("refuses a read of an earlier moment, and of no moment", () => {
    const history = createHistory();
    history.advance(day(5));
    expect(thrown(() => history.tally(importer("A"), day(4), "1"))).toEqual(["history.beforeWatermark"]);
    expect(thrown(() => history.tally(importer("A"), "2026-01-09", "1"))).toEqual(["time.invalid"]);
  });

  test("says how far what was observed reaches", () => {
    const history = createHistory();
    history.observe(event("1", 1));
    history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(8) });
    expect(history.statistics().pendingUntil).toBe("2026-01-08T00:00:00Z");
    history.advance(day(8));
    expect(history.statistics().pendingUntil).toBeUndefined();
  });
});

describe("reading ahead of the watermark", () => {
  test("also sees what a late version of a family changes that has effects still to come", () => {
    const history = createHistory({ latenessDays: 5 });
    history.observe(event("1", 8, { keys: [importer("C")] }));
    history.advance(day(3));
    expect(count(history, 8, importer("C"))).toBe(1);
    history.observe(event("1", 2, { keys: [importer("B")] }));
    expect([7, 8].map((asOf) => count(history, asOf, importer("B")))).toEqual([1, 0]);
  });
});

describe("lateness", () => {
  test("within the window changes nothing, beyond it is reported and counted as dropped", () => {
    const history = createHistory({ latenessDays: 2 });
    history.advance(day(10));
    expect(codesOf(history.observe(event("1", 8)))).toEqual([]);
    expect(count(history, 10)).toBe(1);
    const late = history.observe(event("2", 8, { occurredAt: "2026-01-07T23:59:59.999Z", knownAt: "2026-01-07T23:59:59.999Z" }));
    expect(codesOf(late)).toEqual(["history.late"]);
    expect(codesOf(history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(7) }))).toEqual(["history.late"]);
    expect(count(history, 10)).toBe(1);
    expect(history.statistics().dropped.late).toBe(2);
  });

  test("is measured from when an event takes effect, not from when it occurred", () => {
    const history = createHistory({ latenessDays: 0 });
    history.advance(day(10));
    expect(codesOf(history.observe(event("1", 1, { knownAt: day(10) })))).toEqual([]);
  });
});

describe("retention", () => {
  const closedHistory = (options = {}): History => {
    const history = createHistory({ latenessDays: 1, retentionDays: 3, ...options });
    history.observe(event("1", 1));
    history.observe(event("1-2", 2, { familyId: "1", items: [{ item: 1, keys: [signature("x")] }] }));
    history.recordOutcome({ declarationId: "1-2", finding: true, knownAt: day(3) });
    history.observe(event("2", 5));
    return history;
  };

  test("closes a family so long after its last effect, and its counts stay", () => {
    const history = closedHistory();
    expect(history.advance(day(5))).toMatchObject({ ok: true, value: { closed: 0 } });
    const before = history.tally(importer("A"), day(6), "other");
    expect(history.advance(day(6))).toMatchObject({ ok: true, value: { closed: 1 } });
    expect(history.tally(importer("A"), day(6), "other")).toEqual(before);
    expect(before).toEqual({ declarations: 2, inspected: 1, findings: 1, firstSeenAt: "2026-01-01T00:00:00Z", lastSeenAt: "2026-01-05T00:00:00Z" });
    expect(history.statistics()).toMatchObject({ families: 1, closed: 2 });
  });

  test("refuses what comes to a closed family, and to read without it, rather than count it twice or for itself", () => {
    const history = closedHistory();
    history.advance(day(6));
    for (const id of ["1", "1-2"]) {
      expect(codesOf(history.observe(event(id, 6, { familyId: "1" })))).toEqual(["history.closed"]);
      expect(codesOf(history.recordOutcome({ declarationId: id, finding: true, knownAt: day(6) }))).toEqual(["history.closed"]);
      expect(thrown(() => history.tally(importer("A"), day(6), id))).toEqual(["history.closed"]);
    }
    expect(codesOf(history.observe(event("1-3", 6, { familyId: "1" })))).toEqual(["history.closed"]);
    expect(history.statistics().dropped.closed).toBe(5);
  });

  test("remembers only so many closed numbers, and counts those it forgets", () => {
    const history = closedHistory({ maxClosed: 1 });
    history.advance(day(6));
    expect(history.statistics()).toMatchObject({ closed: 1, dropped: { ids: 1 } });
    expect(codesOf(history.recordOutcome({ declarationId: "1-2", finding: true, knownAt: day(6) }))).toEqual(["history.closed"]);
  });

  test("evicts the least recently seen keys of closed families beyond a bound, never one of an open family", () => {
    const history = createHistory({ latenessDays: 0, retentionDays: 1, maxKeys: 2 });
    for (const [index, value] of ["D", "C", "B", "A"].entries()) history.observe(event(value, index + 1, { keys: [importer(value), signature("x")] }));
    history.observe(event("E", 5, { keys: [importer("D")] }));
    const advanced = history.advance(day(5));
    expect(advanced).toMatchObject({ ok: true, value: { closed: 4, evicted: 1 } });
    expect(["A", "B", "C", "D"].map((value) => count(history, 5, importer(value)))).toEqual([1, 1, 0, 2]);
    expect(history.statistics()).toMatchObject({ keys: { goodsSignature: 1, importer: 3 }, dropped: { keys: 1 } });
  });

  test("drops nothing of memory that an amended key took up", () => {
    const history = createHistory({ latenessDays: 0, retentionDays: 1 });
    history.observe(event("1", 1, { keys: [importer("old")] }));
    history.observe(event("1", 2, { keys: [importer("new")] }));
    history.advance(day(3));
    expect(history.statistics().keys).toEqual({ importer: 1 });
    expect([...history.records()].slice(1)).toMatchObject([{ key: ["importer", "new"], declarations: 1 }, { closed: ["1"] }]);
  });
});

describe("what cannot be right", () => {
  test("a declaration in two families is reported whichever comes first", () => {
    const inFirst = event("3", 1, { familyId: "1" });
    for (const conflicting of [event("3", 2, { familyId: "2" }), event("3", 2), event("4", 2, { familyId: "3" })]) {
      for (const [first, second] of [
        [inFirst, conflicting],
        [conflicting, inFirst],
      ] as const) {
        const history = createHistory();
        expect(codesOf(history.observe(first))).toEqual([]);
        expect(codesOf(history.observe(second))).toEqual(["history.conflict"]);
        expect(history.statistics().families).toBe(1);
      }
    }
  });

  test.each<readonly [string, Partial<HistoryEvent>, string]>([
    ["an empty number", { declarationId: "" }, "value.invalid"],
    ["a number that is too long", { familyId: "x".repeat(257) }, "value.invalid"],
    ["an ill-formed part", { part: "\ud800" }, "value.invalid"],
    ["no real instant", { occurredAt: "2026-02-30T00:00:00Z" }, "time.invalid"],
    ["a moment known that no snapshot can write", { knownAt: "1900-01-01T00:00:00+14:00" }, "time.invalid"],
    ["a dimension without name", { keys: [{ dimension: "", values: ["x"] }] }, "value.invalid"],
    ["a key without values", { keys: [{ dimension: "importer", values: [] }] }, "value.invalid"],
    ["a key that is broken down without a member", { keys: [{ dimension: "importer>seller", values: ["A"] }] }, "value.invalid"],
    ["an ill-formed value", { keys: [importer("\ud800")] }, "value.invalid"],
    ["an item that is no line number", { items: [{ item: 0, keys: [] }] }, "value.range"],
    [
      "an item twice",
      {
        items: [
          { item: 1, keys: [] },
          { item: 1, keys: [] },
        ],
      },
      "value.duplicate",
    ],
    ["an unusable key of an item", { items: [{ item: 1, keys: [{ dimension: "d", values: [] }] }] }, "value.invalid"],
  ])("an event with %s is refused and leaves nothing behind", (_, wrong, code) => {
    const history = createHistory();
    const before = [...snapshotLines(history)];
    expect(codesOf(history.observe(event("1", 1, wrong)))).toEqual([code]);
    expect([...snapshotLines(history)]).toEqual(before);
    expect(history.statistics().keys).toEqual({});
  });

  test.each([
    ["an empty number", { declarationId: "" }, "value.invalid"],
    ["an item that is no line number", { item: 1.5 }, "value.range"],
    ["no instant", { knownAt: "2026-01-01" }, "time.invalid"],
    ["a selection without reason", { selection: { reason: "", probability: 1 } }, "value.invalid"],
    ["a selection without probability", { selection: { reason: "random", probability: 0 } }, "value.range"],
    ["a probability above 1", { selection: { reason: "random", probability: 1.1 } }, "value.range"],
    ["a probability that is no number", { selection: { reason: "random", probability: Number.NaN } }, "value.range"],
  ])("an outcome with %s is refused", (_, wrong, code) => {
    const history = createHistory();
    expect(codesOf(history.recordOutcome({ declarationId: "1", finding: true, knownAt: day(1), ...wrong }))).toEqual([code]);
    expect(history.statistics().orphans).toBe(0);
  });

  test("a family of more than a thousand events or outcomes is refused from there on", () => {
    const history = createHistory();
    const moment = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
    for (let index = 0; index < 1_000; index += 1) {
      expect(codesOf(history.observe(event("1", 1, { knownAt: moment(index) })))).toEqual([]);
      expect(codesOf(history.recordOutcome({ declarationId: "1", finding: true, knownAt: moment(index) }))).toEqual([]);
    }
    expect(codesOf(history.observe(event("1", 1, { knownAt: moment(1_000) })))).toEqual(["value.tooLarge"]);
    expect(codesOf(history.recordOutcome({ declarationId: "1", finding: true, knownAt: moment(1_000) }))).toEqual(["value.tooLarge"]);
  });

  test.each([
    { latenessDays: -1 },
    { latenessDays: 0.5 },
    { latenessDays: 7, retentionDays: 6 },
    { retentionDays: 36_601 },
    { maxKeys: 0 },
    { maxClosed: -1 },
    { windowDays: 3_661 },
  ])("options out of range throw: %j", (options) => {
    expect(() => createHistory(options)).toThrow(RangeError);
  });
});
