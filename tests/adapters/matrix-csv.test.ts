import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { matrixCsv, matrixSchema } from "../../src/adapters/matrix-csv.js";
import type { Matrix } from "../../src/training/scorecard/to-matrix.js";

const row = { registeredAt: "2026-01-01T00:00:00Z", line: 1 };
const MATRIX: Matrix = {
  rows: [
    { ...row, declaration: "007", finding: true },
    { ...row, declaration: 'say "8"', finding: false },
    { ...row, declaration: "9,\n9", finding: undefined },
  ],
  columns: [
    { name: "code", kind: "code", values: ["01", 'a "b", c\r\nd', undefined] },
    { name: "number", kind: "number", values: [1e-7, Number.NaN, 0.1 + 0.2] },
    { name: "flag", kind: "boolean", values: [undefined, true, false] },
  ],
};

describe("matrixCsv", () => {
  it("quotes every code, writes numbers to the last digit, and nothing where a value is missing", () => {
    expect([...matrixCsv(MATRIX)]).toEqual([
      "declaration_id,line_number,registered_at,has_finding,code,number,flag",
      '"007",1,"2026-01-01T00:00:00Z",true,"01",1e-7,',
      '"say ""8""",1,"2026-01-01T00:00:00Z",false,"a ""b"", c\r\nd",,true',
      '"9,\n9",1,"2026-01-01T00:00:00Z",,,0.30000000000000004,false',
    ]);
  });

  it("comes back from a reader of CSV as it was", () => {
    const cells = Papa.parse<readonly string[]>([...matrixCsv(MATRIX)].join("\n"), { newline: "\n" }).data;
    expect(cells.map((line) => line.length)).toEqual([7, 7, 7, 7]);
    expect(cells.map((line) => line[0])).toEqual(["declaration_id", "007", 'say "8"', "9,\n9"]);
    expect(cells[2]?.[4]).toBe('a "b", c\r\nd');
  });
});

describe("matrixSchema", () => {
  it("says what each column holds, for pandas and for DuckDB", () => {
    const schema = matrixSchema(MATRIX, "it's.csv");
    expect(schema.rows).toBe(3);
    expect(schema.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "declaration_id code",
      "line_number integer",
      "registered_at code",
      "has_finding boolean",
      "code code",
      "number number",
      "flag boolean",
    ]);
    expect(schema.pandas.dtype).toEqual({
      declaration_id: "string",
      line_number: "int64",
      registered_at: "string",
      has_finding: "boolean",
      code: "string",
      number: "float64",
      flag: "boolean",
    });
    expect(schema.duckdb).toBe(
      "SELECT * FROM read_csv('it''s.csv', header = true, delim = ',', quote = '\"', escape = '\"', columns = {'declaration_id': 'VARCHAR', 'line_number': 'INTEGER', 'registered_at': 'VARCHAR', 'has_finding': 'BOOLEAN', 'code': 'VARCHAR', 'number': 'DOUBLE', 'flag': 'BOOLEAN'})",
    );
  });
});
