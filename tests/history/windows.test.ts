import { describe, expect, test } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { createHistory } from "../../src/history/create-history.js";
import type { History } from "../../src/history/history.js";
import type { HistoryOptions } from "../../src/history/history-options.js";
import type { HistoryKey, HistoryWindow } from "../../src/history/reader.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";

const DAY = 86_400_000;
const moment = (days: number): string => new Date(Date.UTC(2026, 0, 1) + days * DAY).toISOString();
const importer: HistoryKey = { dimension: "importer", values: ["A"] };
const brokers: HistoryKey = { dimension: "importer>broker", values: ["A"] };

function observe(history: History, id: string, days: number, broker = "X"): void {
  const at = moment(days);
  history.observe({ declarationId: id, occurredAt: at, knownAt: at, keys: [importer, { dimension: "importer>broker", values: ["A", broker] }] });
}

/** Declarations of day 0, 1, 1.5, 9 and 10. */
function historyOf(options: HistoryOptions = {}): History {
  const history = createHistory(options);
  for (const [index, days] of [0, 1, 1.5, 9, 10].entries()) observe(history, String(index), days, index < 3 ? "X" : "Y");
  history.recordOutcome({ declarationId: "1", finding: true, knownAt: moment(8) });
  history.recordOutcome({ declarationId: "3", finding: false, knownAt: moment(10) });
  return history;
}

const counts = (history: History, asOf: number, window: HistoryWindow, excluding = "none"): readonly number[] => {
  const { declarations, inspected, findings } = history.recent(importer, moment(asOf), excluding, window);
  return [declarations, inspected, findings];
};

const codes = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof IssueError) return error.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`);
  }
  return [];
};

describe("a window", () => {
  test("is of whole days in UTC, of which the last is that of the reading", () => {
    const history = historyOf();
    expect([1, 2, 9, 10, 11, 366].map((days) => counts(history, 10.5, { days })[0])).toEqual([1, 2, 2, 4, 5, 5]);
    expect(counts(history, 40, { days: 7 })).toEqual([0, 0, 0]);
  });

  test("holds an outcome on the day when its declaration was seen, from when it is known", () => {
    const history = historyOf();
    expect(counts(history, 7, { days: 7 })).toEqual([2, 0, 0]);
    expect(counts(history, 7.99, { days: 8 })).toEqual([3, 0, 0]);
    expect(counts(history, 8, { days: 8 })).toEqual([2, 1, 1]);
    expect(counts(history, 10, { days: 10 })).toEqual([4, 2, 1]);
    expect(counts(history, 10, { days: 5 })).toEqual([2, 1, 0]);
  });

  test("leaves out the family asked about", () => {
    expect(counts(historyOf(), 10, { days: 10 }, "1")).toEqual([3, 1, 0]);
  });

  test("halves what is older by each half-life, in steps of whole days", () => {
    const history = historyOf();
    // 10 and 9 days back: a quarter each at 4 days, twice; 1 day back in full
    expect(counts(history, 10, { days: 11, halfLifeDays: 4 })).toEqual([1 + 1 + 0.25 + 0.25 + 0.25, 1 + 0.25, 0.25]);
    expect(counts(history, 10, { days: 11, halfLifeDays: 1 })[0]).toBe(1 + 2 ** -1 + 2 * 2 ** -9 + 2 ** -10);
    expect(counts(history, 40, { days: 41, halfLifeDays: 1 })[0]).toBe(2 ** -30);
  });

  test("is zeros where nothing was ever seen", () => {
    expect(createHistory().recent(importer, moment(1), "none", { days: 1 })).toEqual({ declarations: 0, inspected: 0, findings: 0 });
  });

  test.each([0, 1.5, 367, Number.NaN])("of %d days is refused rather than answered from days that may be forgotten", (days) => {
    const history = historyOf();
    expect(codes(() => counts(history, 10, { days }))).toEqual(["value.range days"]);
    expect(codes(() => counts(history, 10, { days: 1, halfLifeDays: days }))).toEqual(["value.range halfLifeDays"]);
    expect(codes(() => history.members(brokers, moment(10), "none", days))).toEqual(["value.range days"]);
  });

  test("is read alike of families that are closed, and their days are forgotten after windowDays", () => {
    const open = historyOf({ windowDays: 10 });
    const closed = historyOf({ windowDays: 10, latenessDays: 0, retentionDays: 0 });
    for (const days of [8, 10, 12]) {
      for (const history of [open, closed]) history.advance(moment(days));
      for (let window = 1; window <= 10; window += 1) expect(counts(closed, days, { days: window })).toEqual(counts(open, days, { days: window }));
      expect(closed.members(brokers, moment(days), "none", 5)).toEqual(open.members(brokers, moment(days), "none", 5));
    }
    expect(closed.statistics().families).toBe(0);
    const [, tally = ""] = [...snapshotLines(closed)];
    expect(JSON.parse(tally)).toMatchObject({
      declarations: 5,
      days: [
        ["2026-01-10", 1, 1, 0],
        ["2026-01-11", 1, 0, 0],
      ],
    });
  });
});

describe("members of a key that is broken down", () => {
  test("are counted each, ever or within so many days, without the family asked about", () => {
    const history = historyOf();
    const members = (asOf: number, days?: number, excluding = "none") => Object.fromEntries(history.members(brokers, moment(asOf), excluding, days));
    expect(members(10)).toEqual({ X: 3, Y: 2 });
    expect(members(10, 2)).toEqual({ Y: 2 });
    expect(members(1.5, undefined, "1")).toEqual({ X: 2 });
    expect(members(20, 1)).toEqual({});
    expect(createHistory().members(brokers, moment(1), "none")).toEqual(new Map());
  });

  test("can be asked for one by one too", () => {
    expect(historyOf().tally({ dimension: "importer>broker", values: ["A", "Y"] }, moment(10), "none")?.declarations).toBe(2);
  });

  test("are taken back when an amendment names another", () => {
    const history = historyOf();
    observe(history, "9", 20, "typo");
    const amended = moment(21);
    history.observe({
      declarationId: "9",
      occurredAt: amended,
      knownAt: amended,
      keys: [importer, { dimension: "importer>broker", values: ["A", "Y"] }],
    });
    expect(Object.fromEntries(history.members(brokers, moment(20.5), "none"))).toEqual({ X: 3, Y: 2, typo: 1 });
    expect(Object.fromEntries(history.members(brokers, amended, "none"))).toEqual({ X: 3, Y: 3 });
  });

  test("of closed families are bounded: beyond 2,000 only the 1,000 seen last are kept, and at most 1,000 are told of", () => {
    const history = createHistory({ latenessDays: 0, retentionDays: 0 });
    for (let index = 0; index < 2_001; index += 1) observe(history, `D${index}`, index / 2_000, `B${index}`);
    expect(history.members(brokers, moment(1.5), "none").size).toBe(1_000);
    expect(history.advance(moment(2))).toMatchObject({ ok: true, value: { closed: 2_001, evicted: 1_001 } });
    const members = history.members(brokers, moment(2), "none");
    expect([members.size, members.has("B1001"), members.has("B1000")]).toEqual([1_000, true, false]);
    expect(history.tally(importer, moment(2), "none")?.declarations).toBe(2_001);
    expect(history.statistics()).toMatchObject({ keys: { importer: 1, "importer>broker": 1_000 }, dropped: { keys: 1_001 } });
  });
});
