import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CsvMapping } from "../../src/adapters/csv/mapping.js";
import { readCsvDeclarations } from "../../src/adapters/csv/read-csv-declarations.js";
import { readCsvRows } from "../../src/adapters/read-csv-rows.js";
import { readLines } from "../../src/adapters/read-lines.js";
import { bytes, collect, concat, cut } from "./support.js";

const places = fc.array(fc.nat(200), { maxLength: 12 });
const fragment = fc.constantFrom("a", ",", '"', '""', "\n", "\r\n", "\r", "ễ", "😀", "\ufeff", "1", ";", " ");
const text = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(""));
const byteText = fc
  .array(fc.oneof(fragment, fc.constantFrom([0xff], [0xe1, 0xba], [0xf0, 0x9f, 0x98])), { maxLength: 60 })
  .map((parts) => concat(...(parts as (string | number[])[])));

describe("wherever the pieces of an input are cut", () => {
  it("bytes give the same lines", async () => {
    await fc.assert(
      fc.asyncProperty(byteText, places, async (whole, at) => {
        expect(await collect(readLines(cut(whole, at)))).toEqual(await collect(readLines([whole])));
      }),
    );
  });

  it("texts give the same lines as their bytes", async () => {
    await fc.assert(
      fc.asyncProperty(text, places, async (whole, at) => {
        expect(await collect(readLines(cut(whole, at)))).toEqual(await collect(readLines([bytes(whole)])));
      }),
    );
  });

  it("the records of a table are the same, and every line is in one of them", async () => {
    await fc.assert(
      fc.asyncProperty(byteText, places, async (whole, at) => {
        const records = await collect(readCsvRows(cut(whole, at), ","));
        expect(records).toEqual(await collect(readCsvRows([whole], ",")));
        const kept = records.map((record) => (record.ok ? record.value.raw : record.raw)).join("\n");
        const lines = await collect(readLines([whole]));
        const expected = lines.map((line) => (line.ok ? line.value : line.raw)).filter((line) => line !== "");
        expect(kept.split("\n").filter((line) => line !== "")).toEqual(expected);
      }),
    );
  });

  it("the declarations of a table are the same", async () => {
    const mapping: CsvMapping = {
      schema: "consignment-risk/mapping@1",
      delimiter: ",",
      rows: "item",
      header: { id: { column: "id" }, direction: { constant: "import" }, registeredAt: { column: "day", dateAt: "+07:00" } },
      item: { hsCode: { column: "hs" }, description: { column: "text" } },
      ignore: [],
      extensions: [],
    };
    const row = fc.tuple(fc.constantFrom("A", "B", '"C"'), fc.constantFrom("2026-01-01", "2026-02-30"), fc.constantFrom("0101", "01"), fragment);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), places, async (rows, at) => {
        const whole = bytes(["id,day,hs,text", ...rows.map((cells) => cells.join(","))].join("\r\n"));
        const results = await collect(readCsvDeclarations(cut(whole, at), mapping));
        expect(results).toEqual(await collect(readCsvDeclarations([whole], mapping)));
      }),
    );
  });
});
