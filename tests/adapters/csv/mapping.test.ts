import { describe, expect, it } from "vitest";
import { parseCsvMapping, parseCsvMappingOrThrow } from "../../../src/adapters/csv/mapping.js";
import { koreaMapping } from "../../../src/adapters/korea/korea-mapping.js";
import { formatPath } from "../../../src/core/issue.js";
import { mappingWith } from "./mapping.js";

function issuesOf(input: unknown): readonly string[] {
  const result = parseCsvMapping(input);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`);
}

describe("parseCsvMapping", () => {
  it("reads a mapping from plain JSON, the Korean one too", () => {
    expect(parseCsvMappingOrThrow(JSON.parse(JSON.stringify(mappingWith())))).toEqual(mappingWith());
    expect(parseCsvMappingOrThrow(JSON.parse(JSON.stringify(koreaMapping)))).toEqual(koreaMapping);
  });

  it.each<readonly [string, unknown, string]>([
    ["nothing", undefined, "value.type (root)"],
    ["another schema", { ...mappingWith(), schema: "consignment-risk/mapping@2" }, "value.invalid schema"],
    ["an unknown key", { ...mappingWith(), encoding: "latin1" }, "value.unknownKey encoding"],
    ["another delimiter", { ...mappingWith(), delimiter: "::" }, "value.invalid delimiter"],
    ["another kind of rows", { ...mappingWith(), rows: "party" }, "value.invalid rows"],
    ["a source that is neither column nor constant", { ...mappingWith(), header: { id: {} } }, "value.type header.id.column"],
    ["both a column and a constant", { ...mappingWith(), header: { id: { column: "a", constant: "b" } } }, "value.unknownKey header.id.constant"],
    ["a source's unknown option", { ...mappingWith(), header: { id: { column: "a", format: "x" } } }, "value.unknownKey header.id.format"],
    ["an unknown unit", { ...mappingWith(), item: { netMassKg: { column: "a", unit: "lb" } } }, "value.invalid item.netMassKg.unit"],
    ["too many decimals", { ...mappingWith(), item: { netMassKg: { column: "a", decimals: 7 } } }, "value.range item.netMassKg.decimals"],
    [
      "an offset that does not exist",
      { ...mappingWith(), header: { registeredAt: { column: "a", dateAt: "+15:00" } } },
      "value.invalid header.registeredAt.dateAt",
    ],
    [
      "an extension of an unknown type",
      { ...mappingWith(), extensions: [{ namespace: "x", header: { a: "money" }, item: {} }] },
      "value.invalid extensions[0].header.a",
    ],
  ])("refuses %s", (_, input, expected) => expect(issuesOf(input)).toContain(expected));

  it("throws the issues where asked to", () => {
    expect(() => parseCsvMappingOrThrow({})).toThrow(/schema/);
  });
});
