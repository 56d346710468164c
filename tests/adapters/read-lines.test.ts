import { describe, expect, it } from "vitest";
import { MAX_LINE_BYTES, readLines } from "../../src/adapters/read-lines.js";
import { bytes, collect, concat, short, watched } from "./support.js";

async function lines(...chunks: readonly (string | Uint8Array)[]): Promise<readonly (readonly [number, unknown])[]> {
  return (await collect(readLines(chunks))).map(short);
}

describe("readLines", () => {
  it("gives the lines with their numbers, without LF or CRLF", async () => {
    expect(await lines("a\nb\r\n\nd")).toEqual([
      [1, "a"],
      [2, "b"],
      [3, ""],
      [4, "d"],
    ]);
  });

  it("gives nothing for an empty source, and no line after a last line end", async () => {
    expect(await lines()).toEqual([]);
    expect(await lines("")).toEqual([]);
    expect(await lines(new Uint8Array(0))).toEqual([]);
    expect(await lines("a\n")).toEqual([[1, "a"]]);
    expect(await lines("\n")).toEqual([[1, ""]]);
  });

  it("keeps a carriage return that ends no line", async () => {
    expect(await lines("a\rb\r\r\n")).toEqual([[1, "a\rb\r"]]);
  });

  it("takes a byte order mark off the first line only", async () => {
    expect(await lines("\ufeffa\n\ufeffb")).toEqual([
      [1, "a"],
      [2, "\ufeffb"],
    ]);
    expect(await lines(Uint8Array.of(0xef), Uint8Array.of(0xbb), Uint8Array.of(0xbf, 0x61))).toEqual([[1, "a"]]);
  });

  it.each<readonly [string, readonly number[]]>([
    ["a byte that UTF-8 does not have", [0xff]],
    ["a sequence cut short", [0xe1, 0xba]],
    ["a lone continuation byte", [0x80]],
    ["an overlong form", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["a code point beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
  ])("refuses a line with %s by itself", async (_, bad) => {
    const results = await collect(readLines([concat("a\nb", bad, "c\r\nd\n")]));
    expect(results.map(short)).toEqual([
      [1, "a"],
      [2, ["value.illFormedText (root)"]],
      [3, "d"],
    ]);
    expect(results[1]).toMatchObject({ raw: expect.stringMatching(/^b\ufffd+c$/) });
  });

  it("refuses a line with a lone surrogate in a text by itself, and joins a pair that two pieces share", async () => {
    expect(await lines("a\nb\ud800c\nd\udc00", "\n😀\ud83d", "\ude00\nz\ud83d")).toEqual([
      [1, "a"],
      [2, ["value.illFormedText (root)"]],
      [3, ["value.illFormedText (root)"]],
      [4, "😀😀"],
      [5, ["value.illFormedText (root)"]],
    ]);
  });

  it("takes a line of the greatest length, and refuses a longer one by itself", async () => {
    const longest = "x".repeat(MAX_LINE_BYTES);
    const results = await collect(readLines([`${longest}\n${longest}x\nb`]));
    expect(results.map((result) => (result.ok ? result.value.length : short(result)[1]))).toEqual([MAX_LINE_BYTES, ["value.tooLarge (root)"], 1]);
    expect(results[1]).toMatchObject({ raw: "x".repeat(1_000) });
  });

  it("does not keep what an endless line goes on with", async () => {
    const piece = bytes("y".repeat(1 << 20));
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 256; index += 1) yield piece;
      yield bytes("\nb\n");
    }
    const before = process.memoryUsage().arrayBuffers;
    const results = await collect(readLines(endless()));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    expect(results.map(short)).toEqual([
      [1, ["value.tooLarge (root)"]],
      [2, "b"],
    ]);
  });

  it("pulls no more than the line asked for needs, and lets go of its source", async () => {
    const { source, state } = watched(["a\nb", "\nc\n", "d\n"]);
    for await (const line of readLines(source)) {
      expect(state.pulled).toBe(line.line);
      if (line.line === 2) break;
    }
    expect(state).toEqual({ pulled: 2, released: true });
  });

  it("keeps its own copy of a piece whose memory is used again", async () => {
    async function* reused(): AsyncGenerator<Uint8Array> {
      const memory = new Uint8Array(2);
      for (const piece of ["ab", "cd", "e\n"]) {
        memory.set(bytes(piece));
        yield memory;
      }
    }
    expect((await collect(readLines(reused()))).map(short)).toEqual([[1, "abcde"]]);
  });
});
