import { describe, expect, it } from "vitest";
import { MAX_RECORD_LINES, readCsvRows } from "../../src/adapters/read-csv-rows.js";
import { collect, concat, short, watched } from "./support.js";

async function rows(source: string | Uint8Array, delimiter = ","): Promise<readonly (readonly [number, unknown])[]> {
  return (await collect(readCsvRows([source], delimiter))).map((row) => (row.ok ? [row.line, row.value.fields] : short(row)));
}

const REFUSED = ["row.invalid (root)"];

describe("readCsvRows", () => {
  it("gives the fields of each record with its first line, and passes over empty lines", async () => {
    expect(await rows("a,b\r\n\r\n1,2\n3,\n")).toEqual([
      [1, ["a", "b"]],
      [3, ["1", "2"]],
      [4, ["3", ""]],
    ]);
    expect(await rows("")).toEqual([]);
    expect(await rows("\n\r\n")).toEqual([]);
  });

  it("reads quoted fields with delimiters, doubled quotes and line breaks", async () => {
    expect(await rows('a,b\n"1,5","say ""hi"""\n"one\r\ntwo\n\nthree",x\n"",""\n')).toEqual([
      [1, ["a", "b"]],
      [2, ["1,5", 'say "hi"']],
      [3, ["one\ntwo\n\nthree", "x"]],
      [7, ["", ""]],
    ]);
  });

  it.each([";", "\t", "|"])("takes the delimiter %j and no other", async (delimiter) => {
    expect(await rows(`a${delimiter}b,c\n"1${delimiter}2"${delimiter}3`, delimiter)).toEqual([
      [1, ["a", "b,c"]],
      [2, [`1${delimiter}2`, "3"]],
    ]);
  });

  it("keeps white space and quotes inside a field that does not begin with one", async () => {
    expect(await rows(' a , b\n5" pipe "x",y')).toEqual([
      [1, [" a ", " b"]],
      [2, REFUSED],
    ]);
    expect(await rows('a,b\n5"" pipe,y')).toEqual([
      [1, ["a", "b"]],
      [2, ['5"" pipe', "y"]],
    ]);
  });

  it.each([
    ["that opens a field", '"x,2'],
    ["in the middle of a field", '1,x"y'],
    ["at the end of a field", '1,x"'],
    ["behind a quoted field", '"1"x",2'],
  ])("refuses a record with an unclosed quote %s, and only that", async (_, bad) => {
    const expected = [
      [1, ["a", "b"]],
      [2, ["1", "2"]],
      [3, REFUSED],
      [4, ["3", "4"]],
      [5, ["5", "6"]],
    ];
    expect(await rows(`a,b\n1,2\n${bad}\n3,4\n5,6\n`)).toEqual(expected);
    expect(await rows(`a,b\n1,2\n${bad}\n3,4\n5,6`)).toEqual(expected);
    expect((await rows(`a,b\n1,2\n${bad}`)).at(-1)).toEqual([3, REFUSED]);
  });

  it.each([
    ['x"y,1', 'z"w,2'],
    ['"x,1', '2,z"'],
    ['"x,1', '"z,2'],
    ['1,"x', '"y,2'],
    ['1,"x', 'y",2'],
  ])("refuses two stray quotes ten lines apart alone: %j and %j", async (first, second) => {
    const between = Array.from({ length: 9 }, (_, index) => `${index},b`);
    const results = await rows(["a,b", first, ...between, second, "8,9"].join("\n"));
    const expected = [[1, ["a", "b"]], [2, REFUSED], ...between.map((line, index) => [index + 3, line.split(",")]), [12, REFUSED], [13, ["8", "9"]]];
    expect(results).toEqual(expected);
  });

  it("takes as one record what RFC 4180 makes one with as many fields as the first, whatever its lines look like", async () => {
    expect(await rows('a,b\n"x,1\n2,3\nz",4')).toEqual([
      [1, ["a", "b"]],
      [2, ["x,1\n2,3\nz", "4"]],
    ]);
  });

  it("takes back what it looked at ahead in the right order", async () => {
    expect(await rows('a,b\n"x,1\n3,"two\nlines"\n"y,2\n4,5')).toEqual([
      [1, ["a", "b"]],
      [2, REFUSED],
      [3, ["3", "two\nlines"]],
      [5, REFUSED],
      [6, ["4", "5"]],
    ]);
  });

  it("bounds the lines of one record", async () => {
    const record = (lines: number): string => `"${Array.from({ length: lines }, () => "x").join("\n")}",1`;
    expect((await rows(`a,b\n${record(MAX_RECORD_LINES)}\n2,3`)).map(([line]) => line)).toEqual([1, 2, 2 + MAX_RECORD_LINES]);
    const beyond = await rows(`a,b\n${record(MAX_RECORD_LINES + 1)}\n2,3`);
    expect(beyond[1]).toEqual([2, REFUSED]);
    expect(beyond.at(-1)).toEqual([3 + MAX_RECORD_LINES, ["2", "3"]]);
  });

  it("refuses a line that is no UTF-8 by itself, also while a quote is open", async () => {
    expect(await rows(concat("a,b\n1,", [0xff], "\n2,3\n"))).toEqual([
      [1, ["a", "b"]],
      [2, ["value.illFormedText (root)"]],
      [3, ["2", "3"]],
    ]);
    expect(await rows(concat('a,b\n"1\n', [0xff], '\n2",3\n4,5'))).toEqual([
      [1, ["a", "b"]],
      [2, REFUSED],
      [3, ["value.illFormedText (root)"]],
      [4, REFUSED],
      [5, ["4", "5"]],
    ]);
  });

  it("keeps the text of a record as it came, for a rejects file", async () => {
    const results = await collect(readCsvRows(['a,b\n"1\n2","3"\n"x'], ","));
    expect(results.map((row) => (row.ok ? row.value.raw : row.raw))).toEqual(["a,b", '"1\n2","3"', '"x']);
  });

  it("pulls record by record, and lets go of its source when the caller stops", async () => {
    const { source, state } = watched(["a,b\n", "1,2\n", '"3\n', '4",5\n', "6,7\n"]);
    const records = readCsvRows(source, ",");
    await records.next();
    expect(state.pulled).toBe(1);
    await records.next();
    expect(state.pulled).toBe(2);
    await records.next();
    expect(state.pulled).toBe(4);
    await records.return(undefined);
    expect(state).toEqual({ pulled: 4, released: true });
  });
});
