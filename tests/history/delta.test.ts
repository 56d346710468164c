import { describe, expect, test } from "vitest";
import { createHistory } from "../../src/history/create-history.js";
import type { HistoryEvent } from "../../src/history/event.js";
import { readDelta, readDeltaOrThrow } from "../../src/history/read-delta.js";
import { readHistoryOrThrow } from "../../src/history/read-history.js";
import { deltaLines, recordDelta } from "../../src/history/record-delta.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();
const key = { dimension: "importer", values: ["A"] };
const event = (id: string, at: number, change: Partial<HistoryEvent> = {}): HistoryEvent => ({
  declarationId: id,
  occurredAt: day(at),
  knownAt: day(at),
  keys: [key],
  ...change,
});

/** A recorder, and what it wrote down of one change of each kind. */
function recorded() {
  const recorder = recordDelta(createHistory({ latenessDays: 1 }));
  recorder.history.observe(
    event("1", 1, { familyId: "F", part: "p", knownAt: day(2), items: [{ item: 1, keys: [{ dimension: "pair", values: ["x", "y"] }] }] }),
  );
  recorder.history.observe(event("2", 2));
  recorder.history.recordOutcome({ declarationId: "1", item: 1, finding: true, knownAt: day(3), selection: { reason: "random", probability: 0.1 } });
  recorder.history.recordOutcome({ declarationId: "2", finding: false, knownAt: day(3) });
  recorder.history.advance(day(3));
  return recorder;
}

const lines = [...deltaLines(recorded().take())];

describe("a recorder", () => {
  test("writes down as JSON Lines what a history takes in, in the order in which it came", () => {
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { schema: "consignment-risk/history-delta@1", changes: 5 },
      {
        event: {
          declarationId: "1",
          part: "p",
          occurredAt: day(1),
          knownAt: day(2),
          keys: [["importer", "A"]],
          items: [{ item: 1, keys: [["pair", "x", "y"]] }],
        },
        family: "F",
      },
      { event: { declarationId: "2", occurredAt: day(2), keys: [["importer", "A"]], items: [] }, family: "2" },
      { outcome: { declarationId: "1", item: 1, finding: true, knownAt: day(3), selection: { reason: "random", probability: 0.1 } } },
      { outcome: { declarationId: "2", finding: false, knownAt: day(3) } },
      { advance: day(3) },
    ]);
  });

  test("does not write down what is refused or repeated, and tells every change once", () => {
    const recorder = recorded();
    expect(recorder.take()).toHaveLength(5);
    const { history } = recorder;
    expect(history.observe(event("2", 2)).ok).toBe(true);
    expect(history.observe(event("late", 1)).ok).toBe(false);
    expect(history.recordOutcome({ declarationId: "2", finding: false, knownAt: day(3) }).ok).toBe(true);
    expect(history.advance(day(2)).ok).toBe(false);
    expect(recorder.take()).toEqual([]);
    expect(history.tally(key, day(4), "none")?.declarations).toBe(2);
    expect([...snapshotLines(history)].length).toBe(3);
  });

  test("passes on what it takes over from another", () => {
    const recorder = recordDelta(createHistory());
    for (const change of readDeltaOrThrow(lines)) expect(recorder.history.apply(change)).toEqual({ ok: true, value: "added" });
    expect(recorder.take()).toEqual(readDeltaOrThrow(lines));
    expect(recorder.history.apply({ advance: day(1) })).toEqual({ ok: true, value: "repeated" });
    expect(recorder.take()).toEqual([]);
  });
});

describe("a history that applies changes", () => {
  test("knows what the other knew, also what is late to itself", () => {
    const history = createHistory({ latenessDays: 1 });
    history.advance(day(9));
    for (const change of readDeltaOrThrow(lines)) history.apply(change);
    expect(history.tally(key, day(9), "none")).toMatchObject({ declarations: 2, inspected: 2, findings: 1 });
    expect(history.statistics()).toMatchObject({ watermark: "2026-01-09T00:00:00Z", dropped: { late: 0 } });
  });

  test("tells of what it cannot take: closed, not sound, or no moment", () => {
    const history = createHistory({ latenessDays: 0, retentionDays: 0 });
    history.observe(event("2", 2));
    history.advance(day(3));
    const codes = readDeltaOrThrow(lines).map((change) => {
      const result = history.apply(change);
      return result.ok ? result.value : result.issues[0].code;
    });
    expect(codes).toEqual(["added", "history.closed", "added", "history.closed", "added"]);
    const wrong = history.apply({ event: { declarationId: "", occurredAt: day(9), keys: [], items: [] }, family: "9" });
    expect(wrong.ok ? [] : wrong.issues[0].code).toBe("value.invalid");
    const never = history.apply({ advance: "tomorrow" });
    expect(never.ok ? [] : never.issues[0].code).toBe("time.invalid");
  });
});

describe("a delta", () => {
  test("reads back from lines and from its whole text", () => {
    const changes = recorded().take();
    expect(readDeltaOrThrow(lines)).toEqual(changes);
    expect(readDeltaOrThrow([`${lines.join("\r\n")}\r\n`])).toEqual(changes);
    expect(readDeltaOrThrow(deltaLines([]))).toEqual([]);
  });

  const [header = "", first = "", , outcome = ""] = lines;
  test.each<readonly [string, readonly string[], string]>([
    ["another schema", [header.replace("@1", "@2")], "value.invalid line.1.schema"],
    ["no header", [first], "value.invalid line.1.schema"],
    ["nothing", [], "history.incomplete "],
    ["less than it announces", lines.slice(0, -1), "history.incomplete "],
    ["a line that is no JSON", [header, "{"], "json.syntax line.2"],
    ["an unknown change", [header, '{"what":1}'], "value.type line.2.advance"],
    ["a change that is no object", [header, "1"], "value.type line.2"],
    ["an advance to no moment", [header, '{"advance":"2026-02-30T00:00:00Z"}'], "time.invalid line.2.advance"],
    ["an event without family", [header, first.replace(',"family":"F"', "")], "value.type line.2.family"],
    ["an outcome with a key too many", [header, outcome.replace("}}}", '},"x":1}}')], "value.unknownKey line.2.outcome.x"],
  ])("with %s is refused with the line", (_, delta, expected) => {
    const result = readDelta(delta);
    expect(result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toContain(expected);
    expect(() => readDeltaOrThrow(delta)).toThrow();
  });

  test("brings a restored snapshot to where the recorded history stands", () => {
    const snapshot = [...snapshotLines(createHistory({ latenessDays: 1 }))];
    const node = readHistoryOrThrow(snapshot);
    for (const change of readDeltaOrThrow(lines)) node.apply(change);
    expect([...snapshotLines(node)]).toEqual([...snapshotLines(recorded().history)]);
  });
});
