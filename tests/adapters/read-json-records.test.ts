import { describe, expect, it } from "vitest";
import { parseJsonRecord, readJsonRecords } from "../../src/adapters/read-json-records.js";
import { formatPath } from "../../src/core/issue.js";
import { collect, concat, short } from "./support.js";

const declaration = {
  id: "D-1",
  direction: "import",
  registeredAt: "2026-03-01T08:00:00+07:00",
  parties: {},
  transport: {},
  documents: [],
  items: [{ lineNumber: 1, hsCode: "010121" }],
};
const asOf = "2026-03-01T00:00:00Z";
const outcome = { finding: true, knownAt: "2026-03-04T00:00:00+07:00" };
const supplied = [{ indicator: "itemCount", value: 3, source: "by hand", knownAt: asOf }];

function issuesOf(input: unknown): readonly string[] {
  const result = parseJsonRecord(input, {});
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`);
}

describe("parseJsonRecord", () => {
  it("reads a declaration with and without supplied values", () => {
    expect(parseJsonRecord({ declaration }, {})).toEqual({ ok: true, value: { kind: "declaration", declaration, supplied: [] } });
    expect(parseJsonRecord({ declaration, supplied }, {})).toEqual({ ok: true, value: { kind: "declaration", declaration, supplied } });
  });

  it("reads what an inspection found, beside the declaration", () => {
    const value = { kind: "declaration", declaration, supplied: [], outcome: { declarationId: "D-1", ...outcome } };
    expect(parseJsonRecord({ declaration, outcome }, {})).toEqual({ ok: true, value });
    expect(issuesOf({ declaration, outcome: { finding: 1 } })).toEqual(["value.type outcome.finding", "value.type outcome.knownAt"]);
  });

  it("reads a consignment with and without supplied values", () => {
    const consignment = {
      id: "C-1",
      transportDocument: { level: "house", number: "H" },
      lodgedAt: asOf,
      parties: {},
      transport: {},
      items: [{ lineNumber: 1, description: "goods" }],
    };
    expect(parseJsonRecord({ consignment }, {})).toEqual({ ok: true, value: { kind: "consignment", consignment, supplied: [] } });
    expect(parseJsonRecord({ consignment, supplied }, {})).toEqual({ ok: true, value: { kind: "consignment", consignment, supplied } });
    expect(issuesOf({ consignment: { ...consignment, lodgedAt: 1 } })).toEqual(["value.type consignment.lodgedAt"]);
    expect(issuesOf({ consignment, outcome })).toEqual(["value.unknownKey outcome"]);
    expect(issuesOf({ consignment, declaration })).toEqual(["value.unknownKey consignment"]);
  });

  it("reads facts, whose own id and moment are those of the record", () => {
    const facts = { header: { itemCount: 2 }, items: [{ item: 1, values: { hsCode: "010121" } }] };
    const value = { kind: "facts", facts: { id: "F", asOf, ...facts } };
    expect(parseJsonRecord({ id: "F", asOf, facts }, {})).toEqual({ ok: true, value });
    expect(parseJsonRecord({ id: "F", asOf, facts: { id: "F", asOf, ...facts } }, {})).toEqual({ ok: true, value });
    expect(issuesOf({ id: "F", asOf, facts: { id: "G", asOf, ...facts } })).toEqual(["value.invalid facts.id"]);
    expect(issuesOf({ id: "F", asOf, facts: { asOf: "2026-03-01T00:00:01Z", ...facts } })).toEqual(["value.invalid facts.asOf"]);
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ["nothing", undefined, ["value.type (root)"]],
    ["a number", 5, ["value.type (root)"]],
    ["a list", [declaration], ["value.type (root)"]],
    ["a declaration without its envelope", declaration, Object.keys(declaration).map((key) => `value.unknownKey ${key}`)],
    ["both a declaration and facts", { declaration, facts: {} }, ["value.unknownKey facts"]],
    ["an unknown key", { declaration, note: 1 }, ["value.unknownKey note"]],
    ["a declaration of null", { declaration: null }, ["value.type declaration"]],
    ["a fault deep inside", { declaration: { ...declaration, items: [{ lineNumber: 1, hsCode: 5 }] } }, ["value.type declaration.items[0].hsCode"]],
    ["a supplied value without its source", { declaration, supplied: [{ indicator: "x", value: 1, knownAt: asOf }] }, ["value.type supplied[0].source"]],
    ["a supplied value of null", { declaration, supplied: [{ indicator: "x", value: null, source: "s", knownAt: asOf }] }, ["value.type supplied[0].value"]],
    ["facts without a moment", { id: "F", facts: { header: {}, items: [] } }, ["value.type asOf"]],
    ["facts without an id", { asOf, facts: { header: {}, items: [] } }, ["value.type id"]],
    ["facts without items", { id: "F", asOf, facts: { header: {} } }, ["value.type facts.items"]],
    [
      "one item twice",
      {
        id: "F",
        asOf,
        facts: {
          header: {},
          items: [
            { item: 1, values: {} },
            { item: 1, values: {} },
          ],
        },
      },
      ["value.duplicate facts.items[1].item"],
    ],
    ["supplied values beside facts", { id: "F", asOf, facts: { header: {}, items: [] }, supplied }, ["value.unknownKey supplied"]],
  ])("refuses %s", (_, input, expected) => {
    const issues = issuesOf(input);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues).toEqual(expect.arrayContaining([...expected]));
  });
});

describe("readJsonRecords", () => {
  it("reads one record a line; a bad line costs itself alone, blank lines cost nothing", async () => {
    const good = JSON.stringify({ declaration });
    const source = concat(
      "\ufeff",
      good,
      "\r\n\n  \n{\n",
      good.replace("D-1", "D-2"),
      '\n{"declaration":1,"declaration":2}\n',
      [0xff],
      "\n",
      good.replace("D-1", "D-3"),
    );
    const results = await collect(readJsonRecords([source]));
    expect(results.map((result) => (result.ok && result.value.kind === "declaration" ? [result.line, result.value.declaration.id] : short(result)))).toEqual([
      [1, "D-1"],
      [4, ["json.syntax (root)"]],
      [5, "D-2"],
      [6, ["json.duplicateKey declaration"]],
      [7, ["value.illFormedText (root)"]],
      [8, "D-3"],
    ]);
    expect(results[1]).toMatchObject({ raw: "{" });
  });

  it("takes the extensions that it is told of", async () => {
    const line = JSON.stringify({ declaration: { ...declaration, extensions: { vn: { kind: "A11" } } } });
    const [refused] = await collect(readJsonRecords([line]));
    expect(refused && short(refused)[1]).toEqual(["value.unknownKey declaration.extensions.vn"]);
    const [accepted] = await collect(readJsonRecords([line], { extensions: [{ namespace: "vn", header: { kind: "code" }, item: {} }] }));
    expect(accepted?.ok).toBe(true);
  });
});
