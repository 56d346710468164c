import { describe, expect, it } from "vitest";
import { readXmlMessages } from "../../../src/adapters/xml/read-xml-messages.js";
import { bytes, watched } from "../support.js";
import { format, inShort, read, readAll, write } from "./support.js";

describe("reading messages from XML", () => {
  it("gives a message as a frozen tree with names, namespaces, attributes, text and lines", async () => {
    const [result] = await read(
      '<?xml version="1.0" encoding="UTF-8"?>\n<m xmlns:q="urn:q" a="1">\n <q:b q:c="2"> x &amp; <![CDATA[<y>]]> </q:b>\n <d/>\n</m>',
    );
    const attribute = { name: "a", namespace: "", value: "1" };
    const b = { name: "b", namespace: "urn:q", attributes: [{ name: "c", namespace: "urn:q", value: "2" }], children: [], text: " x & <y> ", line: 3 };
    const d = { name: "d", namespace: "", attributes: [], children: [], text: "", line: 4 };
    expect(result).toMatchObject({
      ok: true,
      line: 2,
      value: { element: { name: "m", namespace: "", attributes: [attribute], children: [b, d], text: "", line: 2 } },
    });
    const element = result?.ok === true ? result.value.element : undefined;
    expect([element, element?.children, element?.children[0], element?.attributes, element?.attributes[0]].every(Object.isFrozen)).toBe(true);
  });

  it("keeps the text of a message as it came, and only that", async () => {
    const [result] = await read("<!-- x --><all>\n<m a='1'\n>\n<b/></m>\n</all>");
    expect(result).toMatchObject({ ok: true, line: 2, value: { raw: "<m a='1'\n>\n<b/></m>" } });
  });

  it("leaves out white space between elements, and keeps that of an element without any", async () => {
    expect(await inShort("<m>\n <a> </a>\n <b> x <c/> </b>\n</m>")).toEqual(["<m><a> </a><b> x <c></c></b></m>"]);
  });

  it("finds several messages in one text, at any depth", async () => {
    expect(await inShort("<all><day><m>1</m><m>2</m></day><m>3</m></all>")).toEqual(["<m>1</m>", "<m>2</m>", "<m>3</m>"]);
  });

  it("tells of an element that stands beside messages and is none", async () => {
    expect(await inShort("<all><m>1</m><other>\n<x/></other><m>2</m></all>")).toEqual(["<m>1</m>", "<m>2</m>", "value.invalid other at /other (line 1)"]);
  });

  it("takes an element that may stand idle beside messages", async () => {
    expect(await inShort("<all><idle><x/></idle><body><m>1</m></body></all>")).toEqual(["<m>1</m>"]);
  });

  it("tells once of a text without a message", async () => {
    expect(await inShort("<all><a/><b><c/></b></all>")).toEqual(["value.invalid all at /all (line 1)"]);
    expect(await inShort("<idle/>")).toEqual(["value.invalid idle at /idle (line 1)"]);
  });

  it("keeps the start tag of what is no message", async () => {
    expect(await read("\n<all  x='1'><y/></all>")).toMatchObject([{ ok: false, line: 2, raw: "<all  x='1'>" }]);
  });

  it("tells of a text without elements", async () => {
    for (const text of ["", " \n ", "<!-- x -->"])
      expect(await read(text)).toMatchObject([{ ok: false, issues: [{ code: "xml.invalid", received: '"a text without elements"' }] }]);
  });

  it("gives the messages before what ends the text", async () => {
    expect(await inShort("<all><m>1</m>\n<m>2</n></all>")).toEqual(["<m>1</m>", "xml.invalid Unexpected close tag at line 2, column 8"]);
  });

  it("keeps the text of the message that is not well-formed, as far as it was read", async () => {
    const [, bad] = await read("<all><m>1</m>\n<m>2</n></all>");
    expect(bad).toMatchObject({ ok: false, line: 2, raw: "<m>2</n>" });
  });

  it("takes LF, CR LF and CR for the end of a line, also where a piece ends between", async () => {
    const [result] = await read("<m>\r", "\n1\r2\r", "3</m>");
    expect(result).toMatchObject({ ok: true, value: { element: { text: "\n1\n2\n3" } } });
    const [other] = await read("<all>\r", "\n\r\n<m/></all>");
    expect(other).toMatchObject({ ok: true, line: 3 });
  });

  it("counts the line of a tag whose name ends a line", async () => {
    const [result] = await read("<all>\n<m\na='1'/></all>");
    expect(result).toMatchObject({ ok: true, line: 2 });
  });

  it("pulls no more of the input after what ends the text, and lets go of it", async () => {
    const { source, state } = watched(["<m/>".padEnd(2_000), "<n/>".padEnd(9_000), " ", " "]);
    const results = await readAll(source);
    expect(results.map(({ ok }) => ok)).toEqual([true, false]);
    expect(state).toEqual({ pulled: 2, released: true });
  });

  it("gives a message before the rest of the input is pulled", async () => {
    const { source, state } = watched([`<all><m/>${" ".repeat(9_000)}`, " ", "</all>"]);
    for await (const result of readXmlMessages(source, format)) {
      expect([result.ok, state.pulled]).toEqual([true, 1]);
      break;
    }
    expect(state.released).toBe(true);
  });

  it("reads bytes and text alike", async () => {
    const text = `<m a="ễ">😀${"ộ".repeat(5_000)}</m>`;
    expect((await read(bytes(text)))[0]).toEqual((await read(text))[0]);
    expect(await inShort(text)).toEqual([text.replace(/'/g, '"')]);
  });

  it("round-trips what it wrote", async () => {
    const [text] = await inShort("<m xmlns:a='urn:a'><a:b a:c='&quot;'><c/></a:b></m>");
    expect(text).toBe('<m><b xmlns="urn:a" xmlns:p0="urn:a" p0:c="&#34;"><c xmlns=""></c></b></m>');
    const [result] = await read(text ?? "");
    expect(result?.ok === true && write(result.value.element)).toBe(text);
  });
});
