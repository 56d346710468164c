import { describe, expect, it } from "vitest";
import type { DecisionTable } from "../../../src/adapters/decision-table/decision-table.js";
import { exportDecisionTable, exportDecisionTableOrThrow } from "../../../src/adapters/decision-table/export-decision-table.js";
import { importDecisionTableOrThrow } from "../../../src/adapters/decision-table/import-decision-table.js";
import type { Condition } from "../../../src/conditions/condition.js";
import { IssueError } from "../../../src/core/result.js";
import type { Rule } from "../../../src/profile/rule.js";
import { rowsOf, ruleWhen, ruleWith } from "./table.js";

const rowOf = (rule: Rule): Readonly<Record<string, string>> => rowsOf(exportDecisionTableOrThrow({ d: [rule] }))[0] ?? {};
const cellOf = (when: Condition, heading: string): string | undefined => rowOf(ruleWhen(when))[heading];
const conditionCells = (rule: Rule): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rowOf(rule)).filter(([heading]) => / /.test(heading) && !/^(basis|valid|undetermined)/.test(heading)));
const headingsOf = (csv: string): readonly string[] => (csv.slice(1).split("\r\n")[0] ?? "").split(",");

const a: Condition = { op: "eq", indicator: "a", value: "1A" };
const b: Condition = { op: "lt", indicator: "b", value: 2 };
const c: Condition = { op: "present", indicator: "c" };

describe("exportDecisionTable", () => {
  it("writes UTF-8 with byte order mark and CRLF, the leading columns first, then texts, then conditions", () => {
    const csv = exportDecisionTableOrThrow({ revenue: [ruleWith({ appliesTo: a })] });
    expect(csv).toBe(
      "\ufeffdomain,id,version,level,group,points,undetermined points,channel,undetermined channel,valid from,valid to,basis kind,basis reference," +
        "title:en,reason:en,appliesTo: a eq,x present\r\nrevenue,r1,1,header,,3,1,,,,,operational,memo,Title,Reason,1A,TRUE\r\n",
    );
  });

  it("writes a table without rules as a template", () => {
    const csv = exportDecisionTableOrThrow({});
    expect(headingsOf(csv).slice(-2)).toEqual(["title:en", "reason:en"]);
    expect(importDecisionTableOrThrow(csv)).toEqual({});
  });

  it("writes a channel, a group, a validity and texts in each language", () => {
    const rule = ruleWith({
      effect: { kind: "channel", channel: "red", undetermined: "yellow" },
      group: "g",
      validity: { from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z" },
      texts: { title: { vi: "Tiêu đề", en: "Title" }, reason: { vi: "Lý do" }, declarant: { en: "Told" } },
    });
    expect(rowOf(rule)).toMatchObject({
      channel: "red",
      "undetermined channel": "yellow",
      group: "g",
      "valid from": "2026-01-01T00:00:00Z",
      "valid to": "2027-01-01T00:00:00Z",
      "title:en": "Title",
      "title:vi": "Tiêu đề",
      "reason:vi": "Lý do",
      "declarant:en": "Told",
    });
  });

  it.each<[Condition, string, string]>([
    [{ op: "in", indicator: "x", values: ["CN", "VN"] }, "x in", "CN|VN"],
    [{ op: "in", indicator: "x", values: { list: "risky" } }, "x in", "'@risky"],
    [{ op: "in", indicator: "x", values: ["a|b", "c\\d", "@e", " f ", "g@h"] }, "x in", "a\\|b|c\\\\d|\\@e|\\ f\\ |g@h"],
    [{ op: "in", indicator: "x", values: ["a\nb\r\tc"] }, "x in", "a\\nb\\r\\tc"],
    [{ op: "in", indicator: "x", values: [" "] }, "x in", "\\ "],
    [{ op: "prefix", indicator: "x", values: ["0101"] }, "x prefix", "'0101"],
    [{ op: "prefix", indicator: "x", values: ["0101", "0102"] }, "x prefix", "0101|0102"],
    [{ op: "containsAny", indicator: "x", values: ["red phosphorus"] }, "x containsAny", "red phosphorus"],
    [{ op: "between", indicator: "x", min: -1.5, max: 20 }, "x between", "'-1.5..20"],
    [{ op: "between", indicator: "x", min: 1, max: 20 }, "x between", "1..20"],
    [{ op: "gt", indicator: "x", value: -5 }, "x gt", "-5"],
    [{ op: "gte", indicator: "x", value: 0.25 }, "x gte", "0.25"],
    [{ op: "lte", indicator: "x", value: 1234567890 }, "x lte", "1234567890"],
    [{ op: "lte", indicator: "x", value: 12345678901 }, "x lte", "'12345678901"],
    [{ op: "lt", indicator: "x", value: 1e-7 }, "x lt", "'1e-7"],
    [{ op: "eq", indicator: "x", value: "5" }, "x eq", "'5"],
    [{ op: "eq", indicator: "x", value: "TRUE" }, "x eq", "'TRUE"],
    [{ op: "eq", indicator: "x", value: 5 }, "x eq (number)", "5"],
    [{ op: "eq", indicator: "x", value: false }, "x eq (boolean)", "FALSE"],
    [{ op: "present", indicator: "x" }, "x present", "TRUE"],
    [{ op: "not", of: { op: "present", indicator: "x" } }, "x present", "FALSE"],
    [{ op: "not", of: { op: "in", indicator: "x", values: ["CN"] } }, "x not in", "CN"],
    [{ op: "anyItem", where: { op: "in", indicator: "x", values: ["CN"] } }, "item: x in", "CN"],
  ])("writes %j into the column %j as %j", (when, heading, cell) => {
    expect(conditionCells(ruleWhen(when))).toEqual({ [heading]: cell });
  });

  it("writes what an item meets together into several `item:` columns", () => {
    const rule = ruleWhen({ op: "all", of: [c, { op: "anyItem", where: { op: "all", of: [a, { op: "not", of: b }] } }] });
    expect(conditionCells(rule)).toEqual({ "c present": "TRUE", "item: a eq": "1A", "item: b not lt": "2" });
  });

  it.each<[string, Condition, Readonly<Record<string, string>>]>([
    [
      "a condition that is no conjunction",
      { op: "any", of: [a, b] },
      { "when (JSON)": '{"of":[{"indicator":"a","op":"eq","value":"1A"},{"indicator":"b","op":"lt","value":2}],"op":"any"}' },
    ],
    [
      "the last conjunct",
      { op: "all", of: [b, { op: "countItems", where: c, atLeast: 2 }] },
      { "b lt": "2", "when (JSON)": '{"atLeast":2,"op":"countItems","where":{"indicator":"c","op":"present"}}' },
    ],
    [
      "the conjuncts from the first that does not fit",
      { op: "all", of: [b, { op: "not", of: { op: "any", of: [c] } }, c] },
      { "b lt": "2", "when (JSON)": '[{"of":{"of":[{"indicator":"c","op":"present"}],"op":"any"},"op":"not"},{"indicator":"c","op":"present"}]' },
    ],
    ["a second condition for one column", { op: "all", of: [b, { ...b, value: 1 }] }, { "b lt": "2", "when (JSON)": '{"indicator":"b","op":"lt","value":1}' }],
    [
      "a second `anyItem`",
      {
        op: "all",
        of: [
          { op: "anyItem", where: c },
          { op: "anyItem", where: b },
        ],
      },
      { "item: c present": "TRUE", "when (JSON)": '{"op":"anyItem","where":{"indicator":"b","op":"lt","value":2}}' },
    ],
    ["a group of one", { op: "all", of: [c] }, { "when (JSON)": '{"of":[{"indicator":"c","op":"present"}],"op":"all"}' }],
  ])("writes %s as JSON", (_, when, cells) => {
    expect(conditionCells(ruleWhen(when))).toEqual(cells);
    expect(importDecisionTableOrThrow(exportDecisionTableOrThrow({ d: [ruleWhen(when)] }))).toEqual({ d: [ruleWhen(when)] });
  });

  it("orders the columns so that the conditions of as many rules as possible keep their order", () => {
    const rules = [
      ruleWith({ id: "r1", when: { op: "all", of: [a, c] } }),
      ruleWith({ id: "r2", when: { op: "all", of: [a, b, c] } }),
      ruleWith({ id: "r3", when: { op: "all", of: [c, a] } }),
    ];
    const csv = exportDecisionTableOrThrow({ d: rules });
    expect(headingsOf(csv).slice(-4)).toEqual(["a eq", "b lt", "c present", "when (JSON)"]);
    expect(rowsOf(csv)[2]).toMatchObject({ "c present": "TRUE", "when (JSON)": '{"indicator":"a","op":"eq","value":"1A"}' });
    expect(importDecisionTableOrThrow(csv)).toEqual({ d: rules });
  });

  it("undoes the order that only a part of an `anyItem` would have needed", () => {
    const item = (...of: readonly [Condition, ...Condition[]]): Condition => ({ op: "anyItem", where: { op: "all", of } });
    const rules = [
      ruleWith({ id: "r1", when: item(a, b) }),
      ruleWith({ id: "r2", when: item({ op: "lt", indicator: "n", value: 1 }, b, a) }),
      ruleWith({ id: "r3", when: item(b, c) }),
    ];
    const csv = exportDecisionTableOrThrow({ d: rules });
    expect(headingsOf(csv).slice(-4)).toEqual(["item: a eq", "item: b lt", "item: c present", "when (JSON)"]);
    expect(importDecisionTableOrThrow(csv)).toEqual({ d: rules });
  });

  it("gives at most 256 columns to conditions, and writes further ones as JSON", () => {
    const rules = Array.from({ length: 300 }, (_, index) => ruleWith({ id: `r${1000 + index}`, when: { op: "present", indicator: `x${index}` } }));
    const csv = exportDecisionTableOrThrow({ d: rules });
    expect(headingsOf(csv).filter((heading) => heading.endsWith(" present"))).toHaveLength(256);
    expect(importDecisionTableOrThrow(csv)).toEqual({ d: rules });
  });

  it("writes values that are too long for a cell of Excel as JSON, which Excel cannot cut unnoticed", () => {
    const long = ruleWhen({ op: "in", indicator: "x", values: Array.from({ length: 5000 }, (_, index) => `code${1000 + index}`) });
    expect(Object.keys(conditionCells(long))).toEqual(["when (JSON)"]);
    expect(importDecisionTableOrThrow(exportDecisionTableOrThrow({ d: [long] }))).toEqual({ d: [long] });
  });

  it("uses the delimiter asked for", () => {
    const csv = exportDecisionTableOrThrow({ d: [ruleWhen({ op: "in", indicator: "x", values: ["a;b,c"] })] }, { delimiter: ";" });
    expect(csv).toContain("domain;id;version");
    expect(rowsOf(csv, ";")[0]).toMatchObject({ "x in": "a;b,c" });
  });

  it.each<[string, string]>([
    ["H080", '=HYPERLINK("http://x","y")'],
    ["H082", "\t=1+1"],
    ["H084", " =1+1"],
    ["H086", "-2+3"],
    ["plus", "+1+1"],
    ["at", "@SUM(1,1)"],
    ["full-width", "＝1+1"],
    ["superscript", "⁼1"],
    ["small form", "﹣1"],
    ["minus sign", "\u22121+1"],
    ["no-break space", "\u00a0=1+1"],
    ["zero-width space", "\u200b=1+1"],
    ["byte order mark", "\ufeff=1+1"],
    ["carriage return", "\r=1+1"],
    ["line feed", "\n=1+1"],
    ["tab alone", "\tx"],
    ["carriage return alone", "\rx"],
    ["composed by NFKC", "=\u0338 1"],
    ["negative number as a text", "-5"],
    ["white space alone", "  "],
    ["apostrophe", "'tis"],
    ["two apostrophes", "''"],
    ["leading zero", "007"],
    ["exponent", "1E5"],
    ["fraction", "3/4"],
    ["date", "1-2-2026"],
    ["month", "MAR1"],
    ["day and month", "5 January"],
    ["time", "1:30 PM"],
    ["hour", "7 a"],
    ["amount", "$5"],
    ["amount in brackets", "(1,000)"],
    ["share", "5%"],
    ["full-width digits", "１２"],
    ["boolean", "True"],
  ])("protects a cell with a leading apostrophe: %s %j", (_, text) => {
    const rule = ruleWith({ basis: { kind: "legal", reference: text }, texts: { title: { en: text }, reason: { en: "x" } } });
    expect(rowOf(rule)["basis reference"]).toBe(`'${text}`);
    expect(rowOf(rule)["title:en"]).toBe(`'${text}`);
    expect(importDecisionTableOrThrow(exportDecisionTableOrThrow({ d: [rule] }))).toEqual({ d: [rule] });
  });

  it.each(["plain", "a=b", "x-1", "HS0101", "1A", "Article 5, paragraph 2", "tờ khai", "it's", "1|2", "1..5", "🚢", `5${"0".repeat(64)}x`, "a\n=b"])(
    "leaves a cell alone that needs no protection: %j",
    (text) => {
      expect(rowOf(ruleWith({ basis: { kind: "legal", reference: text } }))["basis reference"]).toBe(text);
    },
  );

  it("keeps numbers numeric in their columns, also negative ones", () => {
    expect(rowOf(ruleWith({ effect: { kind: "points", points: -6.5, undetermined: -0 } }))).toMatchObject({ points: "-6.5", "undetermined points": "0" });
    expect(cellOf({ op: "gte", indicator: "x", value: -1 }, "x gte")).toBe("-1");
  });

  it("refuses two rules of one id, also in different domains", () => {
    const result = exportDecisionTable({ a: [ruleWith()], b: [ruleWith({ id: "r2" }), ruleWith()] });
    expect(result).toMatchObject({ ok: false, issues: [{ code: "value.duplicate", path: ["b", 1, "id"], key: "r1" }] });
  });

  it("refuses what is not a rule, with its path", () => {
    const broken = { a: [{ ...ruleWith(), level: "page" }] } as unknown as DecisionTable;
    expect(exportDecisionTable(broken)).toMatchObject({ ok: false, issues: [{ code: "value.invalid", path: ["a", 0, "level"] }] });
    expect(exportDecisionTable({ "=1": [] })).toMatchObject({ ok: false });
    expect(exportDecisionTable({ a: () => 1 } as unknown as DecisionTable)).toMatchObject({ ok: false, issues: [{ code: "value.notPlain" }] });
    expect(() => exportDecisionTableOrThrow(broken)).toThrow(IssueError);
  });
});
