import Papa from "papaparse";
import { afterAll, describe, expect, it } from "vitest";
import { declaration, item } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const RECIPE = {
  schema: "consignment-risk/recipe@1",
  domain: "revenue",
  title: { en: "Revenue" },
  currency: "USD",
  labels: "everyItem",
  rows: "row",
  signature: "goodsSignature",
  terms: [
    { id: "hs2", kind: "categorical", indicator: "hsChapter", minCount: 1 },
    { id: "departure", kind: "categorical", indicator: "departureCountry", minCount: 1 },
    { id: "mass", kind: "binned", indicator: "netMass", bins: 2 },
  ],
  penalty: { kind: "l2", strength: 1 },
  thresholds: {},
  seed: 1,
};
const recipe = space.write("recipe.json", RECIPE);

function record(id: string, items: readonly object[], departureCountryCode: string, finding?: boolean): string {
  const outcome = finding === undefined ? {} : { outcome: { finding, knownAt: "2026-03-05T00:00:00Z" } };
  return JSON.stringify({ declaration: declaration({ id, items, transport: { departureCountryCode } }), ...outcome });
}

const INPUT = space.write(
  "input.jsonl",
  [
    record("007", [item({ lineNumber: 2, hsCode: "070190", netMassKg: 0.5 }), item({ hsCode: "010121" })], "NA", true),
    record("008", [item({ hsCode: "990101", netMassKg: 12 })], "VN"),
  ].join("\n"),
);

function exportMatrix(input: string, output: string, ...options: readonly string[]) {
  return runMain(["export-matrix", "--input", input, "--format", "json", "--output", output, ...options]);
}

describe("export-matrix", () => {
  it("writes a row per goods item with every code in quotes, and how to read it", async () => {
    const { status, stdout, stderr } = await exportMatrix(INPUT, space.path("matrix.csv"), "--recipe", recipe);
    expect([status, stdout, stderr]).toEqual([0, "", `3 rows, 4 indicators; ${space.path("matrix.csv")}.schema.json says how to read them\n`]);
    const [head, ...rows] = Papa.parse<readonly string[]>(space.read("matrix.csv").trimEnd()).data;
    expect(head).toEqual(["declaration_id", "line_number", "registered_at", "has_finding", "goodsSignature", "hsChapter", "departureCountry", "netMass"]);
    expect(rows.map((row) => [...row.slice(0, 4), ...row.slice(5)])).toEqual([
      ["007", "1", "2026-03-01T08:00:00+07:00", "true", "01", "NA", ""],
      ["007", "2", "2026-03-01T08:00:00+07:00", "true", "07", "NA", "0.5"],
      ["008", "1", "2026-03-01T08:00:00+07:00", "", "99", "VN", "12"],
    ]);
    expect(space.read("matrix.csv")).toContain('"007",2,"2026-03-01T08:00:00+07:00",true,');
    expect(space.read("matrix.csv")).toContain(',"07","NA",0.5\n');
    const schema = JSON.parse(space.read("matrix.csv.schema.json"));
    expect(schema).toMatchObject({
      schema: "consignment-risk/matrix@1",
      rows: 3,
      pandas: {
        dtype: { declaration_id: "string", line_number: "int64", has_finding: "boolean", hsChapter: "string", netMass: "float64" },
        keep_default_na: false,
        na_values: [""],
        float_precision: "round_trip",
      },
    });
    expect(schema.duckdb).toContain("SELECT * FROM read_csv('matrix.csv', header = true,");
    expect(schema.duckdb).toContain("'hsChapter': 'VARCHAR'");
  });

  it("takes the recipe of the format by default, and counts what was known before from the input itself", async () => {
    const columns =
      "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";
    const row = (id: number, day: number, fraud: number): string => `${id},2021-01-0${day},07,B,11,11,11,40,D1,I1,,,010121,ZZ,KR,7.2,FCN1,E,1.0,100,${fraud},0`;
    const input = space.write("korea.csv", `${columns}\n${row(1, 1, 1)}\n${row(2, 3, 0)}\n`);
    for (const options of [[], ["--recipe", "default"]]) {
      const args = ["export-matrix", "--input", input, "--format", "korea", "--output", space.path("korea-matrix.csv"), ...options];
      expect((await runMain(args)).status).toBe(0);
      const [head = [], ...rows] = Papa.parse<readonly string[]>(space.read("korea-matrix.csv").trimEnd()).data;
      expect(rows.map((cells) => cells[head.indexOf("signatureFindings")])).toEqual(["0", "1"]);
    }
    expect((await exportMatrix(INPUT, space.path("x.csv"))).status).toBe(2);
  });

  it("refuses records one by one, and writes the rest; exit 1", async () => {
    const input = space.write("bad.jsonl", `${record("1", [item()], "VN")}\n{}\n`);
    const { status, stderr } = await exportMatrix(input, space.path("bad.csv"), "--recipe", recipe);
    expect([status, space.read("bad.csv").trimEnd().split("\n").length]).toEqual([1, 2]);
    expect(stderr).toMatch(/bad\.jsonl: line 2: [\s\S]*1 refused; the rest was written\n$/);
  });

  it("leaves no file where it fails", async () => {
    const unknown = space.write("unknown.json", { ...RECIPE, signature: "colour" });
    const facts = space.write("facts.jsonl", JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts: { header: {}, items: [] } }));
    const consignment = { id: "C", transportDocument: { level: "house", number: "H" }, lodgedAt: "2026-01-01T00:00:00Z", parties: {}, transport: {} };
    const reported = space.write("reported.jsonl", JSON.stringify({ consignment: { ...consignment, items: [{ lineNumber: 1, hsCode: "01" }] } }));
    const twice = space.write("twice.jsonl", `${record("1", [item()], "VN")}\n${record("1", [item({ hsCode: "02" })], "VN")}\n`);
    const runs: readonly (readonly [string, string, RegExp])[] = [
      [INPUT, unknown, /signature: expected an indicator of the catalogue/],
      [facts, recipe, /F: expected a declaration to learn from, received facts/],
      [reported, recipe, /C: expected a declaration to learn from, received a consignment/],
      [twice, recipe, /1: |each declaration once/],
      [space.path("missing"), recipe, /missing: cannot be read or written \(ENOENT\)/],
      [INPUT, space.path("no-recipe"), /no-recipe: cannot be read or written \(ENOENT\)/],
    ];
    for (const [input, file, reason] of runs) {
      const { status, stderr } = await exportMatrix(input, space.path("none.csv"), "--recipe", file);
      expect(status).toBe(1);
      expect(stderr).toMatch(reason);
    }
    expect((await exportMatrix(INPUT, space.path("no/folder/none.csv"), "--recipe", recipe)).status).toBe(1);
    for (const name of ["none.csv", "none.csv.partial", "none.csv.schema.json", "none.csv.schema.json.partial"]) expect(space.has(name)).toBe(false);
  });
});
