import type { CsvMapping } from "../../../src/adapters/csv/mapping.js";

/** A small mapping of the tests, with some keys replaced. */
export function mappingWith(fields: Partial<CsvMapping> = {}): CsvMapping {
  return {
    schema: "consignment-risk/mapping@1",
    delimiter: ",",
    rows: "declaration",
    header: { id: { column: "id" }, direction: { constant: "import" }, registeredAt: { column: "day", dateAt: "+07:00" } },
    item: { hsCode: { column: "hs" } },
    ignore: [],
    extensions: [],
    ...fields,
  };
}
