import { describe, expect, it } from "vitest";
import { importDecisionTable, importDecisionTableOrThrow } from "../../../src/adapters/decision-table/import-decision-table.js";
import type { Condition } from "../../../src/conditions/condition.js";
import { formatIssue, type Issue } from "../../../src/core/issue.js";
import { IssueError } from "../../../src/core/result.js";
import { PLAIN_ROW, ruleWith, tableOf } from "./table.js";

const issuesOf = (csv: string | Uint8Array): readonly Issue[] => {
  const result = importDecisionTable(csv);
  return result.ok ? [] : result.issues;
};
const faultsOf = (csv: string): readonly (readonly [number | undefined, string])[] =>
  issuesOf(csv).map((issue) => (issue.code === "table.cell" ? [issue.row, issue.column] : [undefined, issue.code]));
const whenOf = (cells: Readonly<Record<string, string | undefined>>): Condition | undefined =>
  importDecisionTableOrThrow(tableOf({ "x present": undefined, ...cells })).revenue?.[0]?.when;

const plain = { revenue: [ruleWith()] };
const utf16 = (text: string): Uint8Array => Uint8Array.from([...`\ufeff${text}`].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));

describe("importDecisionTable", () => {
  it("reads a row as a rule, frozen", () => {
    const table = importDecisionTableOrThrow(tableOf({}));
    expect(table).toEqual(plain);
    expect(Object.isFrozen(table.revenue?.[0]?.texts.title)).toBe(true);
  });

  it("reads the file as spreadsheets save it: delimiter, line ends, byte order mark, quotes, empty columns and rows", () => {
    const csv = tableOf({});
    const variants: readonly (string | Uint8Array)[] = [
      `\ufeff${csv}`,
      csv.replaceAll(",", ";"),
      csv.replaceAll(",", "\t"),
      csv.replaceAll("\r\n", "\n"),
      csv.replaceAll("\r\n", "\r"),
      csv.replace("\r\n", "\n"),
      csv.replace(/\r\n/, ",,\r\n").concat(",,\r\n,,,\r\n\r\n"),
      csv.replace(/[^,\r\n]+/g, '"$&"'),
      csv.replace("TRUE", '"true"'),
      csv.replaceAll("\r\n", "\r\n ; ; \r\n").replaceAll(";", ","),
      csv.replace("x present", '" x  present"'),
      csv.replace(",r1,1,", ", r1 , 1 ,"),
      new TextEncoder().encode(csv),
      new TextEncoder().encode(`\ufeff${csv}`),
      utf16(csv.replaceAll(",", "\t")),
    ];
    for (const variant of variants) expect(importDecisionTableOrThrow(variant)).toEqual(plain);
  });

  it("keeps delimiters, quotes and line ends inside quoted cells", () => {
    const text = 'a, b; c\t"d"\ne\r\nf\rg';
    const table = importDecisionTableOrThrow(tableOf({ "title:en": text }).replaceAll(/\r\n(?=revenue)/g, "\n"));
    expect(table.revenue?.[0]?.texts.title).toEqual({ en: text });
  });

  it("takes the delimiter that it is told", () => {
    expect(importDecisionTable(tableOf({}), { delimiter: ";" }).ok).toBe(false);
    expect(importDecisionTableOrThrow(tableOf({}).replaceAll(",", ";"), { delimiter: ";" })).toEqual(plain);
  });

  it("orders rules by id and domains by name, whatever the order of rows", () => {
    const table = importDecisionTableOrThrow(tableOf({ id: "z" }, { id: "a" }, { domain: "narcotics", id: "m" }));
    expect(Object.entries(table).map(([domain, rules]) => [domain, rules.map(({ id }) => id)])).toEqual([
      ["narcotics", ["m"]],
      ["revenue", ["a", "z"]],
    ]);
  });

  it("takes a domain or rule named like a property of every object for what it is", () => {
    const table = importDecisionTableOrThrow(tableOf({ domain: "constructor", id: "toString" }));
    expect(Object.keys(table)).toEqual(["constructor"]);
    expect(issuesOf(tableOf({ domain: "__proto__" }))).toMatchObject([{ code: "table.cell", row: 2, column: "domain" }]);
  });

  it.each<[Readonly<Record<string, string>>, Condition]>([
    [{ "x in": " CN | VN " }, { op: "in", indicator: "x", values: ["CN", "VN"] }],
    [{ "x in": "a\\|b|\\@c|\\ d|e\\\\|f\\ng" }, { op: "in", indicator: "x", values: ["a|b", "@c", " d", "e\\", "f\ng"] }],
    [{ "x in": "@risky" }, { op: "in", indicator: "x", values: { list: "risky" } }],
    [{ "x in": "'@risky" }, { op: "in", indicator: "x", values: { list: "risky" } }],
    [{ "x in": "'0101" }, { op: "in", indicator: "x", values: ["0101"] }],
    [{ "x in": "0101" }, { op: "in", indicator: "x", values: ["0101"] }],
    [{ "x not prefix": "01" }, { op: "not", of: { op: "prefix", indicator: "x", values: ["01"] } }],
    [{ "x between": " -1.5 .. 2E3 " }, { op: "between", indicator: "x", min: -1.5, max: 2000 }],
    [{ "x lt": "'123456789012" }, { op: "lt", indicator: "x", value: 123456789012 }],
    [{ "x lt": "1E+21" }, { op: "lt", indicator: "x", value: 1e21 }],
    [{ "x lt": "-0" }, { op: "lt", indicator: "x", value: 0 }],
    [{ "x eq": "5" }, { op: "eq", indicator: "x", value: "5" }],
    [{ "x eq (number)": "5" }, { op: "eq", indicator: "x", value: 5 }],
    [{ "x eq (boolean)": "false" }, { op: "eq", indicator: "x", value: false }],
    [{ "x present": "FALSE" }, { op: "not", of: { op: "present", indicator: "x" } }],
    [{ "item: x present": "TRUE" }, { op: "anyItem", where: { op: "present", indicator: "x" } }],
    [{ "when (JSON)": '[{"op":"present","indicator":"x"}]' }, { op: "present", indicator: "x" }],
  ])("reads %j", (cells, when) => {
    expect(whenOf(cells)).toEqual(when);
  });

  it("asks for all of a row's conditions, in the order of the columns, JSON last and an item's conditions together", () => {
    const cells = {
      "when (JSON)": '{"op":"any","of":[{"op":"present","indicator":"j"}]}',
      "item: a in": "A",
      "h lt": "1",
      "item: b not in": "B",
      "g present": "TRUE",
    };
    expect(whenOf(cells)).toEqual({
      op: "all",
      of: [
        {
          op: "anyItem",
          where: {
            op: "all",
            of: [
              { op: "in", indicator: "a", values: ["A"] },
              { op: "not", of: { op: "in", indicator: "b", values: ["B"] } },
            ],
          },
        },
        { op: "lt", indicator: "h", value: 1 },
        { op: "present", indicator: "g" },
        { op: "any", of: [{ op: "present", indicator: "j" }] },
      ],
    });
  });

  it("reads `appliesTo`, a channel, a group, a validity and further languages", () => {
    const row = {
      points: "",
      "undetermined points": "",
      channel: "red",
      group: "g",
      "valid from": "2026-01-01T00:00:00Z",
      "declarant:vi": "Sẽ kiểm tra",
      "title:zh-Hant": "題",
      "appliesTo: y in": "A",
    };
    expect(importDecisionTableOrThrow(tableOf(row)).revenue?.[0]).toEqual(
      ruleWith({
        effect: { kind: "channel", channel: "red" },
        group: "g",
        validity: { from: "2026-01-01T00:00:00Z" },
        texts: { title: { en: "Title", "zh-Hant": "題" }, reason: { en: "Reason" }, declarant: { vi: "Sẽ kiểm tra" } },
        appliesTo: { op: "in", indicator: "y", values: ["A"] },
      }),
    );
  });

  it("drops one leading apostrophe of a text, and no more", () => {
    const table = importDecisionTableOrThrow(tableOf({ "title:en": "''tis", "reason:en": "'=1+1", "basis reference": "=1+1" }));
    expect(table.revenue?.[0]).toMatchObject({ texts: { title: { en: "'tis" }, reason: { en: "=1+1" } }, basis: { reference: "=1+1" } });
  });

  it.each([
    ["not a number", { points: "3 points" }, "points"],
    ["a decimal comma", { points: "1,5" }, "points"],
    ["a thousands separator", { points: "1 000" }, "points"],
    ["a hexadecimal number", { points: "0x10" }, "points"],
    ["a leading plus", { points: "+3" }, "points"],
    ["no digit before the point", { points: ".5" }, "points"],
    ["an infinite number", { points: "1e999" }, "points"],
    ["too many points", { points: "1000001" }, "points"],
    ["points without those of undetermined", { "undetermined points": "" }, "undetermined points"],
    ["those of undetermined without points", { points: "" }, "points"],
    ["points and a channel", { channel: "red" }, "points"],
    ["neither points nor a channel", { points: "", "undetermined points": "" }, "points"],
    ["a channel for undetermined alone", { points: "", "undetermined points": "", "undetermined channel": "red" }, "channel"],
    ["a channel that is no identifier", { points: "", "undetermined points": "", channel: "=red" }, "channel"],
    ["a bad channel for undetermined", { points: "", "undetermined points": "", channel: "red", "undetermined channel": "1" }, "undetermined channel"],
    ["a version that is not whole", { version: "1.5" }, "version"],
    ["no version", { version: "" }, "version"],
    ["no domain", { domain: "" }, "domain"],
    ["an id that is none", { id: "1" }, "id"],
    ["no id", { id: "" }, "id"],
    ["an apostrophe alone", { id: "'" }, "id"],
    ["an unknown level", { level: "Header" }, "level"],
    ["a bad group", { group: "a b" }, "group"],
    ["no title", { "title:en": "" }, "title:en"],
    ["a title that is too long", { "title:en": "x".repeat(2_001) }, "title:en"],
    ["no basis", { "basis reference": "" }, "basis reference"],
    ["an unknown kind of basis", { "basis kind": "moral" }, "basis kind"],
    ["a date for an instant", { "valid from": "2026-01-01" }, "valid from"],
    ["an instant that does not exist", { "valid from": "2026-02-30T00:00:00Z" }, "valid from"],
    ["an end without a start", { "valid to": "2026-01-01T00:00:00Z" }, "valid from"],
    ["a bad end", { "valid from": "2026-01-01T00:00:00Z", "valid to": "x" }, "valid to"],
    ["no condition", { "x present": "" }, "when (JSON)"],
    ["presence that is no boolean", { "x present": "yes" }, "x present"],
    ["a boolean that is none", { "x eq (boolean)": "1" }, "x eq (boolean)"],
    ["an empty value", { "x in": "a||b" }, "x in"],
    ["a separator at the end", { "x in": "a|" }, "x in"],
    ["a value that is too long", { "x in": "x".repeat(1_001) }, "x in"],
    ["a backslash at the end", { "x in": "a\\" }, "x in"],
    ["an unknown escape", { "x in": "a\\d" }, "x in"],
    ["a list beside a value", { "x in": "@risky|CN" }, "x in"],
    ["a list id that is none", { "x in": "@1" }, "x in"],
    ["two values for eq", { "x eq": "a|b" }, "x eq"],
    ["an unknown escape for eq", { "x eq": "\\q" }, "x eq"],
    ["a list for eq", { "x eq": "@risky" }, "x eq"],
    ["one number for between", { "x between": "1" }, "x between"],
    ["three points for between", { "x between": "1...5" }, "x between"],
    ["infinity for between", { "x between": "1..1e999" }, "x between"],
    ["text for a comparison", { "x lt": "many" }, "x lt"],
    ["a bad cell of appliesTo", { "appliesTo: x lt": "many" }, "appliesTo: x lt"],
    ["a bad cell of an item", { "item: x lt": "many" }, "item: x lt"],
    ["JSON that is none", { "when (JSON)": "{op: present}" }, "when (JSON)"],
    ["JSON that repeats a key", { "when (JSON)": '{"op":"present","op":"present","indicator":"x"}' }, "when (JSON)"],
    ["JSON that is no condition", { "when (JSON)": '{"op":"eval","code":"1"}' }, "when (JSON)"],
    ["JSON with a prototype", { "when (JSON)": '{"op":"present","indicator":"x","__proto__":{}}' }, "when (JSON)"],
    ["JSON of no conditions", { "when (JSON)": "[]" }, "when (JSON)"],
    ["JSON that is too deep", { "appliesTo (JSON)": `${'{"op":"not","of":'.repeat(70)}{"op":"present","indicator":"x"}${"}".repeat(70)}` }, "appliesTo (JSON)"],
  ])("refuses %s, naming row and column once", (_, row, column) => {
    expect(faultsOf(tableOf({ id: "r0" }, row))).toEqual([[3, column]]);
  });

  it("refuses JSON that is too deep in all, once it stands inside others", () => {
    const deep = `${'{"op":"not","of":'.repeat(63)}{"op":"present","indicator":"x"}${"}".repeat(63)}`;
    expect(faultsOf(tableOf({ "x present": undefined, "appliesTo (JSON)": deep, "when (JSON)": '{"op":"present","indicator":"x"}' }))).toEqual([
      [2, "appliesTo (JSON)"],
    ]);
    expect(faultsOf(tableOf({ "x present": undefined, "when (JSON)": deep }))).toEqual([[2, "when (JSON)"]]);
  });

  it("collects everything wrong in the table, and refuses it as a whole", () => {
    const csv = tableOf({}, { id: "r2", version: "x", level: "page", "x present": "maybe" }, { id: "r3", points: "many" });
    expect(faultsOf(csv)).toEqual([
      [3, "x present"],
      [3, "version"],
      [3, "level"],
      [4, "points"],
    ]);
    expect(() => importDecisionTableOrThrow(csv)).toThrow(IssueError);
  });

  it("refuses an id that another row has, whatever the domain", () => {
    expect(faultsOf(tableOf({}, {}, { domain: "narcotics" }))).toEqual([
      [3, "id"],
      [4, "id"],
    ]);
    expect(issuesOf(tableOf({}, {}))[0]?.message).toContain("row 2");
  });

  it.each([
    "originCountry",
    "x equals",
    "x = ",
    "x not present",
    "x not not in",
    "x in (number)",
    "1x in",
    "Item: x in",
    "title",
    "title:",
    "title:EN",
    "title: en: vi",
    "Domain",
    "when",
    "when (json)",
    "appliesTo:",
    "=cmd",
  ])("refuses the unknown column %j, even if it is empty", (heading) => {
    expect(faultsOf(tableOf({ [heading]: "" }))).toEqual([[undefined, heading]]);
  });

  it("refuses a column that stands twice", () => {
    const csv = tableOf({}).replace("x present", "x present,x  present").replace("TRUE", "TRUE,TRUE");
    expect(faultsOf(csv)).toEqual([[undefined, "x present"]]);
  });

  it("names the columns that are missing, once", () => {
    const [, ...rows] = tableOf({}, {}).split("\r\n");
    expect(faultsOf(`id,x present\r\n${rows.map((_, index) => `r${index},TRUE`).join("\r\n")}`)).toEqual([
      ...["domain", "version", "level", "basis kind", "basis reference", "title:en", "reason:en"].map((column) => [undefined, column]),
      [2, "points"],
      [3, "points"],
    ]);
    expect(faultsOf("")).toHaveLength(8);
  });

  it("refuses a cell without a heading, by the letters that a spreadsheet shows", () => {
    const width = Object.keys(PLAIN_ROW).length;
    expect(faultsOf(`${tableOf({})},,stray`)).toEqual([[2, `(column ${String.fromCharCode(65 + width + 1)})`]]);
    expect(faultsOf(tableOf({}).replace("\r\n", ",\r\n").concat(",stray"))).toEqual([[2, `(column ${String.fromCharCode(65 + width)})`]]);
    expect(faultsOf(`${tableOf({})}${",".repeat(28 - width)}stray`)).toEqual([[2, "(column AB)"]]);
  });

  it("refuses quotes that are not closed", () => {
    expect(faultsOf(`${tableOf({})}\r\nrevenue,"r2`)).toEqual([[3, "(row)"]]);
    expect(faultsOf(tableOf({ "title:en": "a,b" }).replace('"a,b"', '"a"b,"'))[0]).toEqual([2, "(row)"]);
  });

  it("refuses bytes that are not UTF-8, ill-formed text, and what is neither text nor bytes", () => {
    expect(issuesOf(Uint8Array.from([0x64, 0xe0, 0x20]))).toMatchObject([{ code: "value.illFormedText" }]);
    expect(issuesOf(tableOf({ "title:en": "\ud800" }))).toMatchObject([{ code: "value.illFormedText" }]);
    expect(issuesOf({ length: 1 } as unknown as string)).toMatchObject([{ code: "value.type" }]);
    expect(issuesOf(null as unknown as string)).toMatchObject([{ code: "value.type" }]);
  });

  it("refuses a table that is too large, and stops at a thousand issues", () => {
    expect(issuesOf("x".repeat(50_000_001))).toMatchObject([{ code: "value.tooLarge", limit: 50_000_000 }]);
    expect(faultsOf(`${tableOf({})}\r\n${",".repeat(16_384)}`)).toEqual([[3, "(row)"]]);
    expect(issuesOf(tableOf(...Array.from({ length: 600 }, (_, index) => ({ id: `r${index}`, version: "x", level: "x" }))))).toHaveLength(1_000);
  });

  it("says where, what and how to mend it in one line that is safe to print", () => {
    const [issue] = issuesOf(tableOf({ points: "\u001b[2J3" }));
    expect(issue && formatIssue(issue)).toBe(
      '[1].points: row 2, column "points": expected a number, received "\\u001b[2J3" (write it as in JSON, such as -0.25: a decimal point, no separators, no unit)',
    );
  });
});
