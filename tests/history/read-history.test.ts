import { describe, expect, test } from "vitest";
import { createHistory } from "../../src/history/create-history.js";
import { readHistory, readHistoryOrThrow, readHistoryStream } from "../../src/history/read-history.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";

const day = (number: number): string => new Date(Date.UTC(2026, 0, number)).toISOString();
const key = { dimension: "importer", values: ["A"] };

/** Closed tallies, an open family with an amendment and an outcome, an orphan, closed numbers. */
function lines(): readonly string[] {
  const history = createHistory({ latenessDays: 1, retentionDays: 3, maxKeys: 10, maxClosed: 5, undetailedOutcome: "soleItem" });
  history.observe({ declarationId: "1", occurredAt: day(1), knownAt: day(1), keys: [key] });
  history.observe({
    declarationId: "2",
    occurredAt: day(5),
    knownAt: day(6),
    part: "p",
    keys: [key],
    items: [{ item: 1, keys: [{ dimension: "pair", values: ["x", "y"] }] }],
  });
  history.recordOutcome({ declarationId: "2", item: 1, finding: true, knownAt: day(6), selection: { reason: "random", probability: 0.1 } });
  history.recordOutcome({ declarationId: "3", finding: false, knownAt: day(6) });
  history.advance(day(6));
  return [...snapshotLines(history)];
}

const good = lines();

describe("a snapshot", () => {
  test("is JSON Lines: what it is, then tallies, families, orphans and closed numbers in canonical order", () => {
    expect(good.map((line) => JSON.parse(line))).toEqual([
      {
        schema: "consignment-risk/history@1",
        latenessDays: 1,
        retentionDays: 3,
        maxKeys: 10,
        maxClosed: 5,
        windowDays: 366,
        undetailedOutcome: "soleItem",
        watermark: "2026-01-06T00:00:00Z",
        counts: { tallies: 1, families: 1, orphans: 1, closed: 1 },
        dropped: { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 },
      },
      {
        key: ["importer", "A"],
        declarations: 1,
        inspected: 0,
        findings: 0,
        firstSeenAt: "2026-01-01T00:00:00Z",
        lastSeenAt: "2026-01-01T00:00:00Z",
        days: [["2026-01-01", 1, 0, 0]],
      },
      {
        family: "2",
        events: [
          {
            declarationId: "2",
            part: "p",
            occurredAt: "2026-01-05T00:00:00Z",
            knownAt: "2026-01-06T00:00:00Z",
            keys: [["importer", "A"]],
            items: [{ item: 1, keys: [["pair", "x", "y"]] }],
          },
        ],
        outcomes: [{ declarationId: "2", item: 1, finding: true, knownAt: "2026-01-06T00:00:00Z", selection: { reason: "random", probability: 0.1 } }],
      },
      { orphan: { declarationId: "3", finding: false, knownAt: "2026-01-06T00:00:00Z" } },
      { closed: ["1"] },
    ]);
  });

  test("reads back from lines, from its whole text and from a stream", async () => {
    async function* stream(): AsyncGenerator<string> {
      yield* good;
    }
    const streamed = await readHistoryStream(stream());
    for (const history of [readHistoryOrThrow(good), readHistoryOrThrow([`${good.join("\r\n")}\r\n`]), streamed.ok ? streamed.value : undefined]) {
      expect(history && [...snapshotLines(history)]).toEqual(good);
    }
  });

  test("of before there were windows reads back as one that remembers no days", () => {
    const [first = "", tally = "", ...rest] = good;
    const before = [first.replace('"windowDays":366,', ""), tally.replace(/,"days":.*\]\]/, ""), ...rest];
    const history = readHistoryOrThrow(before);
    expect([...snapshotLines(history)]).toEqual([first.replace('"windowDays":366', '"windowDays":0'), ...before.slice(1)]);
    expect(history.tally(key, day(6), "unknown")?.declarations).toBe(2);
    expect(() => history.recent(key, day(6), "unknown", { days: 1 })).toThrow("windowDays (0)");
  });

  test("starts an empty history where nothing was observed", () => {
    const empty = [...snapshotLines(createHistory())];
    expect(empty).toHaveLength(1);
    expect([...snapshotLines(readHistoryOrThrow(empty))]).toEqual(empty);
  });
});

describe("a snapshot that cannot be right is refused with the line", () => {
  const replaced = (line: number, from: string, to: string): readonly string[] => {
    const changed = good.map((text, index) => (index === line - 1 ? text.replace(from, to) : text));
    expect(changed).not.toEqual(good);
    return changed;
  };
  const [header = "", tally = "", family = "", orphan = "", closed = ""] = good;

  test.each<readonly [string, readonly string[], string, string]>([
    ["another schema", replaced(1, "history@1", "history@2"), "value.invalid", "1.schema"],
    ["no header", [tally], "value.invalid", "1.schema"],
    ["an unknown option", replaced(1, '"maxKeys":10', '"maxKeys":10,"decay":1'), "value.unknownKey", "1.decay"],
    ["a retention below the lateness", replaced(1, '"retentionDays":3', '"retentionDays":0'), "value.range", "1.retentionDays"],
    ["a watermark that is no instant", replaced(1, "2026-01-06T", "2026-13-06T"), "time.invalid", "1.watermark"],
    ["a line that is no JSON", [header, tally.slice(1)], "json.syntax", "2"],
    ["an empty line", [header, "", tally], "json.syntax", "2"],
    ["a key twice in one object", replaced(2, '"inspected":0', '"inspected":0,"inspected":1'), "json.duplicateKey", "2.inspected"],
    ["a negative count", replaced(2, '"inspected":0', '"inspected":-1'), "value.range", "2.inspected"],
    ["more findings than inspections", replaced(2, '"findings":0', '"findings":1'), "value.invalid", "2"],
    ["a key last seen before it was first seen", replaced(2, '"firstSeenAt":"2026-01-01', '"firstSeenAt":"2026-01-02'), "value.invalid", "2"],
    ["a day that is none", replaced(2, '[["2026-01-01"', '[["2026-02-30"'), "value.invalid", "2.days.0.0"],
    ["a day without declarations", replaced(2, '[["2026-01-01",1', '[["2026-01-01",0'), "value.range", "2.days.0.1"],
    ["a day with more findings than inspections", replaced(2, '[["2026-01-01",1,0,0', '[["2026-01-01",1,0,1'), "value.invalid", "2.days.0"],
    ["a day twice", replaced(2, '[["2026-01-01",1,0,0]', '[["2026-01-01",1,0,0],["2026-01-01",1,0,0]'), "value.invalid", "2"],
    ["days with more than there is", replaced(2, '[["2026-01-01",1', '[["2026-01-01",2'), "value.invalid", "2"],
    ["a key that is broken down without its member", replaced(2, '"importer"', '"importer>seller"'), "value.invalid", "2.key"],
    ["a key twice", [header, tally, tally], "value.duplicate", "3.key"],
    ["a key without values", replaced(2, '["importer","A"]', '["importer"]'), "value.type", "2.key.1"],
    ["an event without instant", replaced(3, '"occurredAt":"2026-01-05T00:00:00Z"', '"occurredAt":"2026-01-05"'), "time.invalid", "3.events.0.occurredAt"],
    ["an event twice", replaced(3, '"events":[', `"events":[${JSON.stringify(JSON.parse(family).events[0])},`), "value.duplicate", "3.events.1"],
    ["a family twice", [header, tally, family, family], "value.duplicate", "4.events.0"],
    [
      "an outcome of another family",
      replaced(3, '"outcomes":[{"declarationId":"2"', '"outcomes":[{"declarationId":"9"'),
      "value.invalid",
      "3.outcomes.0.declarationId",
    ],
    ["an outcome with an impossible probability", replaced(3, "0.1", "1.5"), "value.range", "3.outcomes.0.selection.probability"],
    ["an orphan twice", [header, tally, family, orphan, orphan], "value.duplicate", "5.orphan"],
    ["a closed number that is open", replaced(5, '"1"', '"2"'), "value.duplicate", "5.closed"],
    ["an unknown record", [header, '{"what":1}'], "value.type", "2.closed"],
    ["a record that is no object", [header, "[]"], "value.type", "2"],
    ["an ill-formed text", replaced(4, '"3"', '"\\ud800"'), "value.invalid", "4.orphan.declarationId"],
  ])("%s", (_, snapshot, code, path) => {
    const result = readHistory(snapshot);
    expect(result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path.join(".")}`)).toContain(`${code} line.${path}`);
  });

  test.each<readonly [string, readonly string[]]>([
    ["nothing at all", []],
    ["cut short", good.slice(0, -1)],
    ["without its families", [header, tally, orphan, closed]],
    ["with a record too many", [...good, '{"closed":["77"]}']],
  ])("what it holds is not what it announces: %s", (_, snapshot) => {
    const result = readHistory(snapshot);
    expect(result.ok ? [] : result.issues.map((issue) => issue.code)).toEqual(["history.incomplete"]);
    expect(() => readHistoryOrThrow(snapshot)).toThrow();
  });

  test("a stream is refused at once", async () => {
    async function* stream(): AsyncGenerator<string> {
      yield "{}";
      throw new Error("not read any further");
    }
    expect((await readHistoryStream(stream())).ok).toBe(false);
  });
});
