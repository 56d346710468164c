import { describe, expect, it } from "vitest";
import { bytes, concat } from "../support.js";
import { inShort, read } from "./support.js";

const TEXT = '<m a="é">ễ😀</m>';
const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\ufeff${text}`]
      .flatMap((character) => [...character].flatMap(() => [...units(character)]))
      .flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
  );
function* units(text: string): Generator<number> {
  for (let index = 0; index < text.length; index += 1) yield text.charCodeAt(index);
}
const latin1 = (text: string): Uint8Array => Uint8Array.from([...units(text)]);
const declared = (encoding: string, body: string): string => `<?xml version="1.0" encoding="${encoding}"?>${body}`;

describe("the encoding of XML", () => {
  it.each([
    ["UTF-8", bytes(TEXT)],
    ["UTF-8 that says so", bytes(declared("utf-8", TEXT))],
    ["UTF-8 with a byte order mark", concat([0xef, 0xbb, 0xbf], TEXT)],
    ["UTF-16, big end first", utf16(TEXT, true)],
    ["UTF-16, little end first, that says so", utf16(declared("UTF-16", TEXT), false)],
    ["UTF-16 that says which", utf16(declared("UTF-16LE", TEXT), false)],
  ])("is read: %s", async (_, input) => {
    expect(await inShort(input)).toEqual([TEXT]);
  });

  it("is read as ISO-8859-1 where the XML declaration says so", async () => {
    expect(await inShort(latin1(declared("ISO-8859-1", "<m>é</m>")))).toEqual(["<m>é</m>"]);
    expect(await inShort(latin1("<?xml  version='1.0'\n encoding = 'iso-8859-1' standalone='yes'?><m>ÿ</m>"))).toEqual(["<m>ÿ</m>"]);
  });

  it.each([
    ["bytes that are no UTF-8", concat("<m>a", [0xe9], "</m>"), "other bytes"],
    ["ISO-8859-1 that says UTF-8", latin1(declared("UTF-8", "<m>é</m>")), "other bytes"],
    ["an encoding that is not read", bytes(declared("windows-1258", "<m/>")), "windows-1258"],
    ["UTF-8 that says UTF-16", bytes(declared("UTF-16", "<m/>")), "utf-16"],
    ["UTF-16 that says UTF-8", utf16(declared("UTF-8", "<m/>"), true), "utf-8"],
    ["UTF-16 of the other end", utf16(declared("UTF-16LE", "<m/>"), true), "utf-16le"],
    ["a UTF-8 mark before something else", concat([0xef, 0xbb, 0xbf], declared("iso-8859-1", "<m/>")), "iso-8859-1"],
    ["UTF-16 without a byte order mark", utf16("<m/>", false).subarray(2), "UTF-16 or UTF-32 without a byte order mark"],
    ["UTF-32, little end first", concat([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), "UTF-32"],
    ["UTF-32, big end first", concat([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]), "UTF-32"],
    ["half a character at the end", concat("<m/><!-- ", [0xf0, 0x9f]), "other bytes"],
    ["half a unit at the end", utf16("<m/> ", true).subarray(0, 11), "other bytes"],
  ])("is refused: %s", async (_, input, received) => {
    const all = await inShort(input);
    expect(all.at(-1)).toContain(`xml.invalid ${received}`);
  });

  it("is refused at the first bytes that do not fit, after what stands before them", async () => {
    const results = await read(concat("<all><m>1</m>\n<m>2", [0xff], "</m></all>"));
    expect(results).toMatchObject([{ ok: true }, { ok: false, line: 2, raw: "<m>2", issues: [{ code: "xml.invalid", line: 2, column: 5 }] }]);
  });

  it("is settled by then for what comes as text, whatever it declares", async () => {
    expect(await inShort(declared("UTF-16", TEXT))).toEqual([TEXT]);
  });

  it("does not wait for more than the start of the text", async () => {
    expect(await inShort(bytes(`<m>${"x".repeat(1_500)}`), concat([0xff]))).toEqual([expect.stringContaining("other bytes")]);
    expect(await inShort(bytes("<m>"), bytes("é".repeat(600)), bytes("</m>"))).toEqual([`<m>${"é".repeat(600)}</m>`]);
  });
});
