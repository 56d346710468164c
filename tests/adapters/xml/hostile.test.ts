import { describe, expect, it } from "vitest";
import { readXmlMessages } from "../../../src/adapters/xml/read-xml-messages.js";
import { XML_LIMITS } from "../../../src/adapters/xml/xml-limits.js";
import { collect, concat } from "../support.js";
import { format, inShort, readAll } from "./support.js";

/** What the first thing wrong with a text was. */
async function refusal(...chunks: readonly (string | Uint8Array)[]): Promise<string> {
  const results = await readAll(chunks);
  const bad = results.filter((result) => !result.ok);
  expect(bad.length).toBe(1);
  expect(results.at(-1)).toBe(bad[0]);
  return (await inShort(...chunks)).at(-1) ?? "";
}

/** A piece over and over again, as a source that is pulled, and how often it was. */
function endless(start: string, piece: string) {
  const state = { pulled: 0 };
  function* pull(): Generator<string> {
    yield start;
    for (; state.pulled < 1_000_000; state.pulled += 1) yield piece;
  }
  return { source: pull(), state };
}

describe("hostile XML", () => {
  it.each([
    ["a bomb of entities", '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><m>&b;</m>'],
    ["an external entity", '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>'],
    ["a parameter entity", '<!DOCTYPE m [<!ENTITY % p SYSTEM "http://example.org/p.dtd">%p;]><m/>'],
    ["an external subset", '<!DOCTYPE m SYSTEM "http://example.org/m.dtd"><m/>'],
    ["defaults of attributes", '<!DOCTYPE m [<!ATTLIST m a CDATA "x">]><m/>'],
  ])("is refused for its document type: %s", async (_, text) => {
    expect(await refusal(text)).toMatch(/^xml\.invalid a DOCTYPE at line 1, column \d+$/);
  });

  it("is refused for declarations outside a document type", async () => {
    expect(await refusal("<m/><!ELEMENT m ANY>")).toMatch(/^xml\.invalid <!ELEMENT m ANY/);
  });

  it.each(["&x;", "&AMP;", "&nbsp;", "&constructor;", "&__proto__;", "&#0;", "&#1;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#;", "&#x;"])(
    "is refused for the reference %s, in text and in attributes",
    async (reference) => {
      expect(await refusal(`<m>${reference}</m>`)).toMatch(/^xml\.invalid Invalid character entity/);
      expect(await refusal(`<m a="${reference}"/>`)).toMatch(/^xml\.invalid Invalid character entity/);
    },
  );

  it("knows the five entities of XML and characters by number", async () => {
    expect(await inShort("<m>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</m>")).toEqual(["<m>&#60;&#62;&#38;&#34;'A😀</m>"]);
  });

  it("is refused at the first element that is too deep", async () => {
    for (const isMessage of [true, false]) {
      const { source, state } = endless(isMessage ? "<m>" : "<all>", "<a>".repeat(100));
      const [result] = await readAll(source);
      expect(result).toMatchObject({ ok: false, issues: [{ code: "xml.invalid", expected: `at most ${XML_LIMITS.depth} levels of nesting` }] });
      expect(state.pulled).toBeLessThan(30);
    }
    const levels = XML_LIMITS.depth - 1;
    expect(await inShort(`<m>${"<a>".repeat(levels)}${"</a>".repeat(levels)}</m>`)).toEqual([`<m>${"<a>".repeat(levels)}${"</a>".repeat(levels)}</m>`]);
    expect(await refusal(`<m>${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}</m>`)).toBe("xml.invalid more at line 1, column 195");
  });

  it.each([
    ["attributes", "<m ", (n: number) => ` a${n}="1"${n < 99 ? "" : "/>"}`, "attributes of one element"],
    ["namespaces", "<m ", (n: number) => ` xmlns:a${n}="urn:${n}"${n < 99 ? "" : "/>"}`, "attributes of one element"],
    ["attributes without end", "<m ", (n: number) => ` a${n}="1"`, "characters of one start tag"],
    ["namespaces that are nested", "<m>", (n: number) => `<a xmlns:b${n}="urn:1" xmlns:c${n}="urn:2">`, "declarations of namespaces in scope"],
    ["an attribute", '<m a="', () => "x".repeat(1_000), "characters of one start tag"],
    ["text", "<m>", () => "x".repeat(1_000), "characters of one element"],
    ["text around elements", "<m>", () => `${"x".repeat(1_000)}<a/>`, "characters of one element"],
    ["sections of text", "<m>", () => `<![CDATA[${"x".repeat(1_000)}]]>`, "characters of one element"],
    ["elements", "<m>", () => "<a/>".repeat(5_000), "elements of one message"],
    ["elements beside messages", "<all>", () => "<a/>".repeat(5_000), "elements"],
    ["white space", "<m>", () => `<a/>${" ".repeat(1_000_000)}`, "characters of one message"],
    ["comments", "<m>", () => `<!--${" ".repeat(1_000)}-->`.repeat(1_000), "characters of one message"],
  ])("is refused when it has too much of something: %s", async (_, start, piece, what) => {
    function* pull(): Generator<string> {
      yield start;
      for (let n = 0; n < 50_000; n += 1) yield piece(n);
    }
    const results = await collect(readXmlMessages(pull(), format));
    expect(results.length).toBe(1);
    const [result] = results;
    const issue = result?.ok === false ? result.issues[0] : undefined;
    expect(issue?.expected).toContain(what);
  });

  it.each([
    ["a comment", "<m><!--", "x"],
    ["a processing instruction", "<m><?x ", "x"],
    ["a name", "<", "m"],
    ["an end tag", "<m></m", "m"],
    ["a reference", "<m>&", "a"],
    ["a document type", "<!DOCTYPE ", "x"],
  ])("is refused while %s has no end", async (_, start, piece) => {
    const { source, state } = endless(start, piece.repeat(10_000));
    const results = await readAll(source);
    expect(results).toMatchObject([{ ok: false, issues: [{ code: "xml.invalid" }] }]);
    expect(state.pulled).toBeLessThan(100);
  });

  it.each([
    ["twice by name", '<m a="1" a="2"/>'],
    ["twice by name, empty", '<m a="" a=""/>'],
    ["twice by namespace", '<m xmlns:p="urn:1" xmlns:q="urn:1" p:a="1" q:a="2"/>'],
    ["declares a prefix twice", '<m xmlns:p="urn:1" xmlns:p="urn:2"/>'],
  ])("is refused for an attribute that comes %s", async (_, text) => {
    expect(await refusal(text)).toMatch(/^xml\.invalid /);
  });

  it("is refused for prefixes that stand for nothing", async () => {
    for (const text of [
      "<p:m/>",
      '<m p:a="1"/>',
      "<m><constructor:a/></m>",
      '<m toString:a="1"/>',
      "<m><__proto__:a/></m>",
      '<m xmlns:a="urn:1"><a:b:c/></m>',
      "<m><hasOwnProperty:x/></m>",
    ]) {
      expect(await refusal(text)).toMatch(/^xml\.invalid /);
    }
  });

  it("takes names that every object has for names", async () => {
    const text = '<m constructor="1" __proto__="2"><__proto__>x</__proto__><toString></toString></m>';
    expect(await inShort(text)).toEqual([text]);
  });

  it.each(["\u0000", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff"])("is refused for a character that XML does not allow (%j)", async (character) => {
    expect(await refusal(`<m>\n${character}</m>`)).toMatch(/^xml\.invalid .+ at line 2, column 1$/);
    expect(await refusal(`<m a="${character}"/>`)).toMatch(/^xml\.invalid /);
    expect(await refusal(`<m/><!--${character}-->`)).toMatch(/^xml\.invalid /);
  });

  it("is refused for a lone half of a character", async () => {
    expect(await refusal("<m>\ud800</m>")).toMatch(/^xml\.invalid other bytes/);
    expect(await refusal("<m>x", "\udc00</m>")).toMatch(/^xml\.invalid other bytes/);
  });

  it("is refused for an XML declaration that says something else, or comes late", async () => {
    expect(await refusal('<?xml version="1.1"?><m/>')).toContain("<?xml version=");
    expect(await refusal("<?xml encoding='utf-8'?><m/>")).toContain("<?xml");
    expect(await refusal("<?xml version='1.0' encoding='utf-8' x?><m/>")).toContain("<?xml");
    expect(await inShort("<?xml version='1.0' encoding=\"utf-8\" standalone='no' ?><m/>")).toEqual(["<m></m>"]);
    expect(await refusal("<?XML version='1.0'?><m/>")).toContain("<?XML");
    expect(await refusal('\n<?xml version="1.0"?><m/>')).toContain("one that comes later");
    expect(await refusal('<m/><?xml version="1.0"?>')).toContain("one that comes later");
  });

  it("passes over other processing instructions and comments", async () => {
    expect(await inShort("<?a b?><m><?php x?>1<!-- y -->2</m><!-- z -->")).toEqual(["<m>12</m>"]);
  });

  it("is refused for a second document, or text around the first", async () => {
    expect(await refusal("<m/><m/>")).toContain("a second root element");
    expect(await refusal("<m/>x")).toContain("Text data outside of root node");
    expect(await refusal("x<m/>")).toContain("Non-whitespace before first tag");
  });

  it("ends, wherever a text is cut off, with one issue", async () => {
    const whole = '<?xml version="1.0"?><all xmlns:p="urn:p"><m a="1"><!-- x --><p:b>1&amp;2</p:b><![CDATA[y]]></m><?z?></all>';
    const message = whole.indexOf("</m>") + "</m>".length;
    for (let end = 0; end < whole.length; end += 1) {
      const results = await readAll([whole.slice(0, end)]);
      expect(results.map(({ ok }) => ok)).toEqual(end < message ? [false] : [true, false]);
    }
    expect((await readAll([whole])).map(({ ok }) => ok)).toEqual([true]);
  });

  it("never shows control characters of the text in an issue's words", async () => {
    const [result] = await readAll([concat("<m>", [0x1b], "[31m</m>")]);
    expect(JSON.stringify(result?.ok === false ? result.issues.map(({ message }) => message) : "")).not.toContain("\u001b[");
    expect(result).toMatchObject({ ok: false });
  });
});
