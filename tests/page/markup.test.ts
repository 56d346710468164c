import { describe, expect, it } from "vitest";
import { type Child, element, escapeMarkup, scriptElement, scriptJson, toText } from "../../src/page/markup.js";
import { STYLE } from "../../src/page/style.js";
import { whyNotWellFormed } from "../support/well-formed.js";

describe("escapeMarkup", () => {
  it("escapes what HTML and XML read as markup, in content and in quoted attributes", () => {
    expect(escapeMarkup(`<img src=x onerror=alert(1)>`)).toBe("&lt;img src=x onerror=alert(1)&gt;");
    expect(escapeMarkup(`"><svg onload=alert(1)>`)).toBe("&quot;&gt;&lt;svg onload=alert(1)&gt;");
    expect(escapeMarkup("]]>")).toBe("]]&gt;");
    expect(escapeMarkup("a & b's")).toBe("a &amp; b&#39;s");
  });

  it("replaces what XML forbids: control characters, non-characters and halves of surrogate pairs", () => {
    expect(escapeMarkup("a\u0000b\u001Bc\u007Fd\u0085e\uFFFEf")).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
    expect(escapeMarkup("\uD800x\uDC00")).toBe("\uFFFDx\uFFFD");
    expect(escapeMarkup("a\tb\nc 😀 đ")).toBe("a\tb\nc 😀 đ");
  });

  it("replaces characters that turn the direction of the text around them", () => {
    expect(escapeMarkup("gpj.\u202Eexe\u2066")).toBe("gpj.\uFFFDexe\uFFFD");
  });
});

describe("element", () => {
  it("writes attributes and children in order, leaves out what is undefined, and closes empty elements at once", () => {
    const inner = element("rect", { x: 1, y: undefined, class: 'a"b' });
    expect(toText(element("g", {}, "x<", 2, undefined, [inner, ["y"]]))).toBe('<g>x&lt;2<rect x="1" class="a&quot;b"/>y</g>');
    expect(toText(element("td", {}))).toBe("<td></td>");
  });

  it("takes no JSON for markup, whatever its keys", () => {
    const forged = JSON.parse('{"markup":"<script>","MARKUP":"<script>","Symbol(markup)":"<script>"}') as Child;
    expect(toText(element("p", {}, forged))).toBe("<p>[object Object]</p>");
  });
});

describe("a script element", () => {
  it("holds the program's own code as it stands, and data that cannot end it", () => {
    expect(toText(scriptElement({ id: "a" }, "if (a < b && c) d($&);"))).toBe('<script id="a">if (a < b && c) d($&);</script>');
    expect(toText(scriptElement({}, scriptJson("</script>")))).toBe('<script>"\\u003c/script>"</script>');
  });

  it.each(["</script>", "a</b", "<!--", "<SCRIPT"])("refuses %j, which could end it early", (code) => {
    expect(() => scriptElement({}, code)).toThrow(TypeError);
  });
});

describe("STYLE", () => {
  it("holds nothing that escaping would change, since a style element is read as it stands", () => {
    expect(escapeMarkup(STYLE)).toBe(STYLE);
    expect(STYLE).not.toMatch(/url\(|@import/);
  });
});

describe("the check of these tests", () => {
  it.each([
    ["<a><b></a></b>", "closes"],
    ["<a>", "not closed"],
    ["<a x=1></a>", "no tag"],
    ['<a x="1" x="2"></a>', "repeated"],
    ["<a>&</a>", "bare"],
    ['<a x="&"/>', "bare"],
    ["<a/><b/>", "roots"],
    ["<a>\u0000</a>", "illegal"],
    ["<a/>x", "outside"],
  ])("finds what is wrong with %j", (text, reason) => {
    expect(whyNotWellFormed(text)).toContain(reason);
  });

  it("finds nothing wrong with what is well-formed", () => {
    expect(whyNotWellFormed('<a x="1"><b/>c &amp; d</a>\n')).toBeUndefined();
  });
});
