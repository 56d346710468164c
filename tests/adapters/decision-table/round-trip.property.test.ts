import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { DecisionTable } from "../../../src/adapters/decision-table/decision-table.js";
import { exportDecisionTableOrThrow } from "../../../src/adapters/decision-table/export-decision-table.js";
import { importDecisionTable, importDecisionTableOrThrow } from "../../../src/adapters/decision-table/import-decision-table.js";
import { canonicalJson, compareText } from "../../../src/core/canonical.js";
import { decisionTable, nastyText, rule } from "./arbitraries.js";

const inOrder = (table: DecisionTable): string =>
  canonicalJson(Object.fromEntries(Object.entries(table).map(([domain, rules]) => [domain, [...rules].sort((a, b) => compareText(a.id, b.id))])));

const cellsOf = (csv: string, delimiter = ","): string[][] => Papa.parse<string[]>(csv.slice(1), { delimiter, newline: "\r\n" }).data;

describe("a decision table", () => {
  it("exports any rules and imports them back unchanged, in the order of their ids", () => {
    fc.assert(
      fc.property(decisionTable, fc.constantFrom(",", ";", "\t"), (table, delimiter) => {
        const csv = exportDecisionTableOrThrow(table, { delimiter: delimiter as "," });
        expect(canonicalJson(importDecisionTableOrThrow(csv))).toBe(inOrder(table));
      }),
      { numRuns: 1500 },
    );
  });

  it("exports back the same bytes that it was imported from", () => {
    fc.assert(
      fc.property(decisionTable, (table) => {
        const csv = exportDecisionTableOrThrow(table);
        expect(exportDecisionTableOrThrow(importDecisionTableOrThrow(new TextEncoder().encode(csv)))).toBe(csv);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of rules, domains and keys", () => {
    fc.assert(
      fc.property(decisionTable, (table) => {
        const turned = Object.fromEntries(
          Object.entries(table)
            .reverse()
            .map(([domain, rules]) => [domain, [...rules].reverse().map((one) => Object.fromEntries(Object.entries(one).reverse()))]),
        ) as unknown as DecisionTable;
        expect(exportDecisionTableOrThrow(turned)).toBe(exportDecisionTableOrThrow(table));
      }),
      { numRuns: 300 },
    );
  });

  it("means the same after a spreadsheet has saved it: other delimiter and line ends, all quoted, rows turned, empty columns and rows added", () => {
    fc.assert(
      fc.property(
        decisionTable,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.boolean(),
        (table, delimiter, newline, quotes, mark) => {
          const [head = [], ...rows] = cellsOf(exportDecisionTableOrThrow(table));
          const wide = [head, [""], ...rows.reverse()].map((row) => [...row, "", "  "]);
          const saved = `${mark ? "\ufeff" : ""}${Papa.unparse([...wide, wide.map(() => "")], { delimiter, newline, quotes })}`;
          expect(canonicalJson(importDecisionTableOrThrow(saved))).toBe(inOrder(table));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("never has a cell that a spreadsheet could take for a formula, but for plain numbers in columns of numbers", () => {
    fc.assert(
      fc.property(decisionTable, (table) => {
        const [head = [], ...rows] = cellsOf(exportDecisionTableOrThrow(table));
        for (const row of rows) {
          for (const [index, cell] of row.entries()) {
            if (/(points|version|eq \(number\)| [gl]te?)$/.test(head[index] ?? "") && /^-?[0-9.]+$/.test(cell)) continue;
            expect(cell).not.toMatch(/^[\t\r]/);
            expect(cell.trim()).not.toMatch(/^[=+\-@]/);
            expect(cell.normalize("NFKC").trim()).not.toMatch(/^[=+\-@]/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives two different texts two different cells", () => {
    const cellOf = (text: string): string => {
      const [one] = fc.sample(rule, { seed: 1, numRuns: 1 });
      if (one === undefined) throw new Error("no sample");
      const [head = [], row = []] = cellsOf(exportDecisionTableOrThrow({ d: [{ ...one, basis: { kind: "legal", reference: text } }] }));
      return row[head.indexOf("basis reference")] ?? "";
    };
    fc.assert(fc.property(nastyText(30), nastyText(30), (a, b) => void expect(cellOf(a) === cellOf(b)).toBe(a === b)));
    fc.assert(fc.property(nastyText(30), (text) => void expect(cellOf(`'${text}`)).not.toBe(cellOf(text))));
  });

  it("is never changed by exporting", () => {
    fc.assert(
      fc.property(decisionTable, (table) => {
        const before = structuredClone(table);
        exportDecisionTableOrThrow(table);
        expect(table).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe("importDecisionTable", () => {
  const mangled = fc
    .tuple(decisionTable, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), nastyText(8)), { maxLength: 4 }))
    .map(([table, edits]) =>
      edits.reduce((csv, [at, text]) => csv.slice(0, at * csv.length) + text + csv.slice(at * csv.length + 2), exportDecisionTableOrThrow(table)),
    );

  it("never throws, and says where the fault is, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(mangled, fc.string({ unit: "binary" })), (csv) => {
        const result = importDecisionTable(csv);
        if (!result.ok) for (const issue of result.issues) expect(["table.cell", "value.illFormedText"]).toContain(issue.code);
      }),
      { numRuns: 1000 },
    );
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(importDecisionTable(bytes)).toHaveProperty("ok")));
  });
});
