import { describe, expect, it } from "vitest";
import type { CsvMapping, FieldSource } from "../../../src/adapters/csv/mapping.js";
import { readCsvDeclarations } from "../../../src/adapters/csv/read-csv-declarations.js";
import { formatIssue, formatPath } from "../../../src/core/issue.js";
import type { Declaration } from "../../../src/model/declaration.js";
import { collect, concat, short, watched } from "../support.js";
import { mappingWith } from "./mapping.js";

async function read(source: string | Uint8Array, mapping: CsvMapping) {
  return collect(readCsvDeclarations([source], mapping));
}

async function summary(source: string | Uint8Array, mapping: CsvMapping): Promise<readonly (readonly [number, unknown])[]> {
  return (await read(source, mapping)).map((row) => (row.ok ? [row.line, row.value.declaration.id] : short(row)));
}

/** The declaration of a table with one row, whose cells are given by column; `header` and `item` are mapped beside the id. */
async function single(
  cells: Readonly<Record<string, string>>,
  mapped: { readonly header?: Readonly<Record<string, FieldSource>>; readonly item?: Readonly<Record<string, FieldSource>> } & Partial<
    Omit<CsvMapping, "header" | "item">
  >,
): Promise<Declaration | readonly string[]> {
  const base = mappingWith();
  const mapping = { ...base, ...mapped, header: { ...base.header, ...mapped.header }, item: { ...base.item, ...mapped.item } };
  const all = { id: "A1", day: "2026-03-01", hs: "010121", ...cells };
  const quoted = Object.values(all).map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const [row] = await read(`${Object.keys(all).join(",")}\n${quoted.join(",")}`, mapping);
  if (row === undefined) throw new Error("no row");
  return row.ok ? row.value.declaration : row.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`);
}

describe("a table whose rows are declarations", () => {
  it("becomes declarations of one item, each at its line", async () => {
    const [first, ...rest] = await read("\ufeffid,day,hs\r\nA1,2026-03-01,010121\r\n\r\nA2,2026-03-02,0202\r\n", mappingWith());
    expect(first).toEqual({
      ok: true,
      line: 2,
      value: {
        declaration: {
          id: "A1",
          direction: "import",
          registeredAt: "2026-03-01T00:00:00+07:00",
          parties: {},
          transport: {},
          documents: [],
          items: [{ lineNumber: 1, hsCode: "010121" }],
        },
      },
    });
    expect(rest.map((row) => row.line)).toEqual([4]);
  });

  it("may have no rows, but not no header", async () => {
    expect(await summary("id,day,hs\n", mappingWith())).toEqual([]);
    expect(await summary("id,day,hs", mappingWith())).toEqual([]);
    expect(await summary("", mappingWith())).toEqual([[1, ["row.invalid (root)"]]]);
    expect(await summary("\n\n", mappingWith())).toEqual([[1, ["row.invalid (root)"]]]);
    expect(await summary(concat([0xff], ",day,hs\nA1,2026-03-01,01"), mappingWith())).toEqual([[1, ["value.illFormedText (root)"]]]);
    expect(await summary('id,day,"hs\nA1,2026-03-01,01', mappingWith())).toEqual([[1, ["row.invalid (root)"]]]);
  });

  it("loses a bad row alone: wrong counts, stray quotes, no UTF-8, bad values", async () => {
    const source = concat(
      'id,day,hs\nA1,2026-03-01,0101\nA2,2026-03-01\nA3,2026-03-01,0101,x\nA4;2026-03-01;0101\n"A5,2026-03-01,0101\nA6,2026-03-01,01',
      [0xc3],
      "01\nA7,2026-02-30,0101\nA8,2026-03-01,01x1\n,2026-03-01,0101\nA9,2026-03-01,0101\n",
    );
    expect(await summary(source, mappingWith())).toEqual([
      [2, "A1"],
      [3, ["row.invalid (root)"]],
      [4, ["row.invalid (root)"]],
      [5, ["row.invalid (root)"]],
      [6, ["row.invalid (root)"]],
      [7, ["value.illFormedText (root)"]],
      [8, ["time.invalid day"]],
      [9, ["value.invalid items[0].hsCode"]],
      [10, ["value.type id"]],
      [11, "A9"],
    ]);
  });

  it("keeps a refused row as it came, with the line in what is said of it", async () => {
    const [row] = await read('id,day,hs\n"A,1","2026\n03",01\n', mappingWith());
    expect(row).toMatchObject({ ok: false, line: 2, raw: '"A,1","2026\n03",01' });
    const [short] = await read("id,day,hs\n\nA1,2026-03-01\n", mappingWith());
    expect(short?.ok === false && formatIssue(short.issues[0])).toBe("line 3: (root): expected 3 fields, received 2 (mend the separators of the row)");
  });

  it("lets go of its source when the caller stops, and when the header does not fit", async () => {
    const stopped = watched(["id,day,hs\n", "A1,2026-03-01,0101\n", "A2,2026-03-01,0101\n"]);
    for await (const _ of readCsvDeclarations(stopped.source, mappingWith())) break;
    expect(stopped.state).toEqual({ pulled: 2, released: true });
    const unfit = watched(["id,day\n", "A1,2026-03-01\n"]);
    expect(await collect(readCsvDeclarations(unfit.source, mappingWith()))).toHaveLength(1);
    expect(unfit.state).toEqual({ pulled: 1, released: true });
  });
});

describe("a header line that does not fit its mapping", () => {
  it.each<readonly [string, string, Partial<CsvMapping>, string]>([
    ["lacks a column", "id,day", {}, "value.invalid item.hsCode.column"],
    ["has a column twice", "id,day,hs,hs", {}, "value.duplicate columns[3]"],
    ["has a column that nothing uses", "id,day,hs,note", {}, "value.unknownKey columns"],
    ["has a column in another case", "ID,day,hs", {}, "value.invalid header.id.column"],
    ["has white space around a name", "id, day,hs", {}, "value.invalid header.registeredAt.column"],
  ])("%s", async (_, columns, fields, expected) => {
    const results = await read(`${columns}\nA1,2026-03-01,0101\n`, mappingWith(fields));
    expect(results).toHaveLength(1);
    expect(results[0] && short(results[0])).toEqual([1, expect.arrayContaining([expected])]);
  });

  it("may have columns that are named to be ignored, and lack those", async () => {
    expect(await summary("id,note,day,hs\nA1,x,2026-03-01,0101", mappingWith({ ignore: ["note", "other"] }))).toEqual([[2, "A1"]]);
  });

  it("is refused where it has thousands of columns", async () => {
    const results = await read(`id${",".repeat(1_000_000)}\n`, mappingWith());
    expect(results.map(short)).toEqual([[1, ["value.tooLarge columns"]]]);
    expect(
      await summary(
        `id,day,hs${Array.from({ length: 1_997 }, (_, index) => `,c${index}`).join("")}`,
        mappingWith({ ignore: Array.from({ length: 1_997 }, (_, index) => `c${index}`) }),
      ),
    ).toEqual([]);
  });

  it("never shows a column's name raw", async () => {
    const [row] = await read('id,"\u001b[2J\nx",hs\n', mappingWith());
    for (const issue of row?.ok === false ? row.issues : []) expect(formatIssue(issue)).not.toMatch(/[\u0000-\u001f]/);
    expect(row?.ok === false && row.issues.map((issue) => issue.remedy).join()).toContain("\\u001b[2J\\nx");
  });
});

describe("a mapping that makes no sense", () => {
  it.each<readonly [string, Partial<CsvMapping>, string]>([
    ["a field that the header does not have", { header: { ...mappingWith().header, hsCode: { column: "hs" } } }, "value.unknownKey header.hsCode"],
    ["a field that an item does not have", { item: { constructor: { column: "hs" } } }, "value.unknownKey item.constructor"],
    ["an extension that is not declared", { item: { "extensions.vn.kind": { column: "hs" } } }, 'value.unknownKey item["extensions.vn.kind"]'],
    [
      "an extension field that is not declared at its level",
      { item: { "extensions.vn.kind": { column: "hs" } }, extensions: [{ namespace: "vn", header: { kind: "code" }, item: {} }] },
      'value.unknownKey item["extensions.vn.kind"]',
    ],
    [
      "an inherited extension field",
      { item: { "extensions.vn.toString": { column: "hs" } }, extensions: [{ namespace: "vn", header: {}, item: {} }] },
      'value.unknownKey item["extensions.vn.toString"]',
    ],
    ["a code without its scheme", { item: { hsCode: { column: "hs" }, dutyType: { column: "hs" } } }, "value.invalid item.dutyType.scheme"],
    ["a constant code without its scheme", { item: { hsCode: { column: "hs" }, dutyType: { constant: "A" } } }, "value.invalid item.dutyType.scheme"],
    ["money without a currency", { item: { hsCode: { column: "hs" }, customsValue: { column: "hs" } } }, "money.currency item.customsValue.currency"],
    ["constant money", { item: { hsCode: { column: "hs" }, customsValue: { constant: 5 } } }, "money.currency item.customsValue.currency"],
    [
      "a currency column that is not there",
      { item: { hsCode: { column: "hs" }, customsValue: { column: "hs", currencyColumn: "cur" } } },
      "value.invalid item.customsValue.currencyColumn",
    ],
    ["no id", { header: { direction: { constant: "import" }, registeredAt: { column: "day", dateAt: "Z" } }, ignore: ["id"] }, "value.invalid header.id"],
    ["a constant id", { header: { ...mappingWith().header, id: { constant: "A" } }, ignore: ["id"] }, "value.invalid header.id"],
    ["a mass in percent", { item: { hsCode: { column: "hs" }, netMassKg: { column: "hs", unit: "percent" } } }, "value.invalid item.netMassKg.unit"],
    ["a rate in tonnes", { item: { hsCode: { column: "hs" }, dutyRatePercent: { column: "hs", unit: "t" } } }, "value.invalid item.dutyRatePercent.unit"],
    ["a count with a unit", { item: { hsCode: { column: "hs" }, packageCount: { column: "hs", unit: "kg" } } }, "value.invalid item.packageCount.unit"],
    ["a text with decimals", { item: { hsCode: { column: "hs", decimals: 2 } } }, "value.invalid item.hsCode.decimals"],
    ["a text with a scheme", { item: { hsCode: { column: "hs", scheme: "hs" } } }, "value.invalid item.hsCode.scheme"],
    ["a mass with a currency", { item: { hsCode: { column: "hs" }, netMassKg: { column: "hs", currency: "USD" } } }, "value.invalid item.netMassKg.currency"],
    ["a text with an offset", { item: { hsCode: { column: "hs", dateAt: "Z" } } }, "value.invalid item.hsCode.dateAt"],
  ])("is refused: %s", async (_, fields, expected) => {
    const results = await read("id,day,hs\nA1,2026-03-01,0101\n", mappingWith(fields));
    expect(results).toHaveLength(1);
    expect(results[0] && short(results[0])).toEqual([1, expect.arrayContaining([expected])]);
  });
});

describe("cells", () => {
  it("that are empty are absent", async () => {
    const declaration = await single(
      { mass: "", value: "", cur: "USD", seller: "" },
      {
        header: { "parties.seller.identifier": { column: "seller", scheme: "tax" } },
        item: { netMassKg: { column: "mass" }, customsValue: { column: "value", currencyColumn: "cur" } },
      },
    );
    expect(declaration).toMatchObject({ parties: {}, items: [{ lineNumber: 1, hsCode: "010121" }] });
    expect(declaration).not.toHaveProperty("items.0.netMassKg");
    expect(declaration).not.toHaveProperty("items.0.customsValue");
  });

  it("fill every kind of field", async () => {
    const declaration = await single(
      {
        proc: "A11",
        seller: "S 1",
        at: "2026-03-01T01:02:03Z",
        freight: "12.5",
        inv: "I-1",
        bl: "B-1",
        master: "M-1",
        pk: "7",
        q: "3",
        rate: "0.075",
        mass: "1.5",
        gross: "2500",
        value: "10",
        cur: "EUR",
        e1: "true",
        e2: "5",
        e3: "2026-01-31",
        e4: "x y",
      },
      {
        header: {
          procedure: { column: "proc", scheme: "vnaccs" },
          paymentMethod: { constant: "KC", scheme: "vnaccs" },
          "parties.seller.name": { column: "seller" },
          "transport.arrivalAt": { column: "at" },
          freight: { column: "freight", currency: "USD" },
          "documents.invoice": { column: "inv" },
          "transport.documents.house": { column: "bl" },
          "transport.documents.master": { column: "master" },
          "extensions.vn.checked": { column: "e1" },
        },
        item: {
          packageCount: { column: "pk" },
          "quantity.amount": { column: "q" },
          "quantity.unit": { constant: "C62" },
          dutyRatePercent: { column: "rate", unit: "fraction" },
          netMassKg: { column: "mass", unit: "t" },
          grossMassKg: { column: "gross", unit: "g" },
          customsValue: { column: "value", currencyColumn: "cur" },
          "documents.permit": { constant: "P-1" },
          "extensions.vn.grade": { column: "e2" },
          "extensions.vn.day": { column: "e3" },
          "extensions.vn.note": { column: "e4" },
        },
        extensions: [{ namespace: "vn", header: { checked: "boolean" }, item: { grade: "number", day: "date", note: "text" } }],
      },
    );
    expect(declaration).toEqual({
      id: "A1",
      direction: "import",
      registeredAt: "2026-03-01T00:00:00+07:00",
      procedure: { scheme: "vnaccs", code: "A11" },
      paymentMethod: { scheme: "vnaccs", code: "KC" },
      parties: { seller: { name: "S 1" } },
      transport: {
        arrivalAt: "2026-03-01T01:02:03Z",
        documents: [
          { level: "house", number: "B-1" },
          { level: "master", number: "M-1" },
        ],
      },
      documents: [{ kind: "invoice", number: "I-1" }],
      freight: { amount: 12.5, currency: "USD" },
      extensions: { vn: { checked: true } },
      items: [
        {
          lineNumber: 1,
          hsCode: "010121",
          packageCount: 7,
          quantity: { amount: 3, unit: "C62" },
          dutyRatePercent: 7.5,
          netMassKg: 1500,
          grossMassKg: 2.5,
          customsValue: { amount: 10, currency: "EUR" },
          documents: [{ kind: "permit", number: "P-1" }],
          extensions: { vn: { grade: 5, day: "2026-01-31", note: "x y" } },
        },
      ],
    });
  });

  it.each([
    "+5",
    "5.",
    ".5",
    " 5",
    "5 ",
    "1,000",
    "1e3",
    "0x10",
    "\u0661\u0662",
    "\uff15",
    "--5",
    "5-",
    "NaN",
    "Infinity",
    "1.2.3",
    "1\u00a0000",
    "1".repeat(21),
    `0.${"1".repeat(21)}`,
    "9".repeat(100_000),
  ])("that are no plain decimal are refused: %j", async (cell) => {
    for (const field of ["netMassKg", "packageCount", "quantity.amount", "dutyRatePercent"]) {
      expect(await single({ n: cell }, { item: { [field]: { column: "n" } } })).toEqual(["value.type n"]);
    }
    expect(await single({ n: cell }, { item: { customsValue: { column: "n", currency: "USD" } } })).toEqual(["value.type n"]);
  });

  it("with numbers that the model does not take are refused at their field", async () => {
    expect(await single({ n: "-1" }, { item: { netMassKg: { column: "n" } } })).toEqual(["value.range items[0].netMassKg"]);
    expect(await single({ n: "9000000000001" }, { item: { netMassKg: { column: "n" } } })).toEqual(["value.range items[0].netMassKg"]);
    expect(await single({ n: "1.5" }, { item: { packageCount: { column: "n" } } })).toEqual(["value.type items[0].packageCount"]);
    expect(await single({ n: "99999999999999999999" }, { item: { netMassKg: { column: "n", unit: "t" } } })).toEqual(["value.type n"]);
    expect(await single({ n: "99999999999999999999" }, { item: { netMassKg: { column: "n", decimals: 2 } } })).toEqual(["value.type n"]);
    expect(await single({ n: "5", cur: "" }, { item: { customsValue: { column: "n", currencyColumn: "cur" } } })).toEqual([
      "value.invalid items[0].customsValue.currency",
    ]);
  });

  it.each([
    ["86125.20000000001", 2, 86125.2],
    ["0.005", 2, 0.01],
    ["2.5", 0, 3],
    ["0.4999999", 0, 0],
    ["1234567.891", 1, 1234567.9],
    ["0", 2, 0],
    ["007.10", 2, 7.1],
  ])("are rounded half away from zero where told: %s to %d decimals is %d", async (cell, decimals, amount) => {
    expect(await single({ n: cell }, { item: { customsValue: { column: "n", currency: "KRW", decimals } } })).toMatchObject({
      items: [{ customsValue: { amount } }],
    });
  });

  it("are not rounded unless told, and lose only the noise of a unit", async () => {
    expect(await single({ n: "86125.20000000001" }, { item: { netMassKg: { column: "n" } } })).toMatchObject({ items: [{ netMassKg: 86125.20000000001 }] });
    expect(await single({ n: "1100.1" }, { item: { netMassKg: { column: "n", unit: "g" } } })).toMatchObject({ items: [{ netMassKg: 1.1001 }] });
    expect(await single({ n: "0.07" }, { item: { dutyRatePercent: { column: "n", unit: "fraction" } } })).toMatchObject({ items: [{ dutyRatePercent: 7 }] });
    expect(await single({ n: "7.2" }, { item: { dutyRatePercent: { column: "n", unit: "percent" } } })).toMatchObject({ items: [{ dutyRatePercent: 7.2 }] });
  });

  it("hold truth values as `true` and `false` only", async () => {
    const mapped = { item: { "extensions.vn.ok": { column: "b" } }, extensions: [{ namespace: "vn", header: {}, item: { ok: "boolean" } }] } as const;
    expect(await single({ b: "false" }, mapped)).toMatchObject({ items: [{ extensions: { vn: { ok: false } } }] });
    for (const cell of ["TRUE", "1", "yes", " true"]) expect(await single({ b: cell }, mapped)).toEqual(["value.type b"]);
  });

  it("hold dates only where an offset is given, else instants", async () => {
    expect(await single({ at: "2026-03-01T24:00:00Z" }, { header: { "transport.arrivalAt": { column: "at" } } })).toEqual(["time.invalid transport.arrivalAt"]);
    for (const day of ["2026-02-29", "01/02/2026", "2026-3-1", "2026-03-01T00:00:00Z", "20260301", "0000-01-01"]) {
      expect(await single({ day }, {})).toEqual(["time.invalid day"]);
    }
  });

  it("are replaced where the whole text is listed, and never through a prototype", async () => {
    const replace = { IMP: "import", none: "" };
    const base = { header: { direction: { column: "d", replace } } };
    expect(await single({ d: "IMP" }, base)).toMatchObject({ direction: "import" });
    expect(await single({ d: "export" }, base)).toMatchObject({ direction: "export" });
    expect(await single({ d: "none" }, base)).toEqual(["value.invalid direction"]);
    for (const d of ["constructor", "__proto__", "toString"]) expect(await single({ d }, base)).toEqual(["value.invalid direction"]);
  });

  it("keep leading zeros, inner white space and formulas as text", async () => {
    expect(await single({ hs: "0101", note: "=1+1  \u200b x" }, { item: { description: { column: "note" } } })).toMatchObject({
      items: [{ hsCode: "0101", description: "=1+1  \u200b x" }],
    });
  });
});

describe("the column of findings", () => {
  const mapping = mappingWith({ finding: { column: "found", knownAfterDays: 2 } });

  it("is an outcome beside the declaration, never in it", async () => {
    const rows = await read("id,day,hs,found\nA,2026-03-01,01,1\nB,2026-03-01,01,0\nC,2026-03-01,01,\nD,2026-03-01,01,2\n", mapping);
    expect(rows.map((row) => (row.ok ? (row.value.outcome?.finding ?? "not stated") : short(row)))).toEqual([
      true,
      false,
      "not stated",
      [5, ["value.invalid finding"]],
    ]);
    expect(rows[0]?.ok && rows[0].value.outcome).toEqual({ declarationId: "A", finding: true, knownAt: "2026-03-03T00:00:00+07:00" });
    expect(JSON.stringify(rows[0]?.ok && rows[0].value.declaration)).not.toContain("found");
  });

  it("may be missing", async () => {
    expect((await read("id,day,hs\nA,2026-03-01,01\n", mapping)).map((row) => row.ok && "outcome" in row.value)).toEqual([false]);
  });

  it("is true of a declaration if it is true of one of its rows", async () => {
    const rows = await read("id,day,hs,found\nA,2026-03-01,01,0\nA,2026-03-01,01,1\nB,2026-03-01,01,\nB,2026-03-01,01,0\n", { ...mapping, rows: "item" });
    expect(rows.map((row) => row.ok && row.value.outcome?.finding)).toEqual([true, false]);
  });
});

describe("a table whose rows are items", () => {
  const mapping = mappingWith({ rows: "item" });
  const row = (id: string, hs = "0101"): string => `${id},2026-03-01,${hs}`;
  const table = (...rows: readonly string[]): string => ["id,day,hs", ...rows].join("\n");

  it("joins consecutive rows with the same id, numbered from 1", async () => {
    const results = await read(table(row("A", "01"), row("A", "02"), row("B", "03"), row("A", "04")), mapping);
    expect(results.map((result) => result.ok && [result.line, result.value.declaration.id, result.value.declaration.items])).toEqual([
      [
        2,
        "A",
        [
          { lineNumber: 1, hsCode: "01" },
          { lineNumber: 2, hsCode: "02" },
        ],
      ],
      [4, "B", [{ lineNumber: 1, hsCode: "03" }]],
      [5, "A", [{ lineNumber: 1, hsCode: "04" }]],
    ]);
  });

  it("takes the line numbers of a column, which must differ", async () => {
    const numbered = mappingWith({ rows: "item", item: { hsCode: { column: "hs" }, lineNumber: { column: "n" } } });
    const good = await read("id,day,hs,n\nA,2026-03-01,01,5\nA,2026-03-01,02,3\n", numbered);
    expect(good.map((result) => result.ok && result.value.declaration.items.map((item) => item.lineNumber))).toEqual([[5, 3]]);
    expect(await summary("id,day,hs,n\nA,2026-03-01,01,5\nA,2026-03-01,02,5\n", numbered)).toEqual([[2, ["value.duplicate items[1].lineNumber"]]]);
  });

  it("gives a declaration as soon as the next one begins", async () => {
    const { source, state } = watched([table(row("A"), row("A")), `\n${row("B")}\n`, `${row("C")}\n`]);
    const results = readCsvDeclarations(source, mapping);
    expect((await results.next()).value).toMatchObject({ value: { declaration: { id: "A" } } });
    expect(state.pulled).toBe(2);
    await results.return(undefined);
    expect(state.released).toBe(true);
  });

  it("refuses a declaration with a bad value in any row, at its line and item", async () => {
    const results = await read(table(row("A"), row("A", "x"), row("B")), mapping);
    expect(results.map(short)).toEqual([
      [2, ["value.invalid items[1].hsCode"]],
      [4, expect.anything()],
    ]);
    expect(results[0]).toMatchObject({ raw: `${row("A")}\n${row("A", "x")}` });
  });

  const refused = (line: number): readonly [number, readonly string[]] => [line, ["row.invalid (root)"]];

  it.each<readonly [string, string, readonly (readonly [number, unknown])[]]>([
    ["between its rows", table(row("A"), "A,2026-03-01", row("A"), row("B")), [refused(3), refused(2), [5, "B"]]],
    ["before its rows", table(row("A"), "B,2026-03-01", row("B"), row("C")), [refused(3), [2, "A"], refused(4), [5, "C"]]],
    ["after its rows", table(row("A"), "A,2026-03-01", row("B")), [refused(3), refused(2), [4, "B"]]],
    ["at the end of the file", table(row("A"), "A,2026-03-01"), [refused(3), refused(2)]],
    ["with a quoted id", table(row("A"), '"A",2026-03-01', row("B")), [refused(3), refused(2), [4, "B"]]],
    ["with a quote that is not closed", table(row("A"), 'A,2026-03-01,"01', row("B")), [refused(3), refused(2), [4, "B"]]],
    ["with its id unreadable, between its rows", table(row("A"), "A;2026-03-01;01", row("A"), row("B")), [refused(3), refused(2), [5, "B"]]],
    [
      "two of them, of two declarations",
      table(row("A"), "A,2026-03-01", "B,2026-03-01", row("B"), row("C")),
      [refused(3), refused(4), refused(2), refused(5), [6, "C"]],
    ],
    ["without any good row", table(row("A"), "B,2026-03-01", row("C")), [refused(3), [2, "A"], [4, "C"]]],
    ["long before another declaration of its id", table(row("A"), "A,2026-03-01", row("B"), row("A")), [refused(3), refused(2), [4, "B"], [5, "A"]]],
  ])("refuses a declaration that lost a row %s, since without that item it would look better than it is", async (_, source, expected) => {
    expect(await summary(source, mapping)).toEqual(expected);
  });

  it("refuses a declaration of too many rows, and one with more faults than a call has arguments, without a crash", async () => {
    const many = await read(table(...Array.from({ length: 30_000 }, () => row("A")), row("B")), mapping);
    expect(many.map((result) => (result.ok ? result.line : [result.line, result.raw.split("\n").length]))).toEqual([[2, 10_000], 30_002]);
    const fields = {
      hsCode: { column: "hs" },
      ...Object.fromEntries(
        ["netMassKg", "grossMassKg", "packageCount", "dutyRatePercent", "quantity.amount", "lineNumber"].map((field) => [field, { column: "n" }]),
      ),
    };
    const rows = Array.from({ length: 9_000 }, () => `${row("A")},${"x,".repeat(14)}x`);
    const extra = Array.from({ length: 14 }, (_, index) => `e${index}`);
    const faulty = await read([`id,day,hs,n,${extra.join(",")}`, ...rows].join("\n"), {
      ...mapping,
      item: { ...fields, ...Object.fromEntries(extra.map((name) => [`extensions.vn.${name}`, { column: name }])) },
      extensions: [{ namespace: "vn", header: {}, item: Object.fromEntries(extra.map((name) => [name, "number"] as const)) }],
    });
    expect(faulty.map((result) => (result.ok ? 0 : result.issues.length))).toEqual([9_000 * 20]);
  });

  it("says which line was lost", async () => {
    const results = await read(table(row("A"), "A,2026-03-01", row("B")), mapping);
    const lost = results.find((result) => !result.ok && result.line === 2);
    expect(lost?.ok === false && lost.issues[0].message).toContain("line 3");
  });
});
