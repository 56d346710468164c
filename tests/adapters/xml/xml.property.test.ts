import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { XmlElement } from "../../../src/adapters/xml/xml-element.js";
import { bytes, cut } from "../support.js";
import { read, readAll, write } from "./support.js";

const name = fc.constantFrom("a", "b", "é", "constructor", "__proto__", "x-1.y_z");
const namespace = fc.constantFrom("", "urn:a", "urn:b");
const text = fc.string({ unit: fc.constantFrom("a", " ", "\n", "<", "&", ">", '"', "'", "]]>", "ễ", "😀", "\t", "\ufffd"), maxLength: 12 });
const attribute = fc.record({ name, namespace, value: text.map((value) => value.replace(/[\n\t]/g, " ")) });
const attributes = fc.uniqueArray(attribute, { maxLength: 4, selector: (one) => `${one.namespace} ${one.name}` });
const { element } = fc.letrec<{ element: XmlElement; children: XmlElement[] }>((tie) => ({
  children: fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constant<XmlElement[]>([]), fc.array(tie("element"), { maxLength: 3 })),
  element: fc.record({ name, namespace, attributes, children: tie("children"), text, line: fc.constant(0) }),
}));

/** Without lines, and without the white space that is left out between elements. */
function bare({ name, namespace, attributes, children, text }: XmlElement): unknown {
  return { name, namespace, attributes, children: children.map(bare), text: children.length > 0 && /^[\t\n ]*$/.test(text) ? "" : text };
}

/** Pieces of XML, sound or not, put together at random. */
const fragment = fc.constantFrom(
  "<m>",
  "</m>",
  "<m/>",
  "<a>",
  "</a>",
  "<a b='1'>",
  '<a b="',
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?x",
  "?>",
  "&amp;",
  "&",
  ";",
  "\r",
  "\n",
  "\r\n",
  " ",
  "<all>",
  "</all>",
  "😀",
  "ễ",
  "<",
  ">",
  "'",
  '"',
  "/",
  "=",
  "xmlns:p='u'",
  "<p:a>",
  "\u0000",
  "<!DOCTYPE m>",
  '<?xml version="1.0"?>',
  "x".repeat(4_000),
);
const soup = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(""));

describe("XML of any shape", () => {
  it("is read as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(element, async (tree) => {
        const message = { ...tree, name: "m", namespace: "" };
        const whole = write(message);
        const results = await read(whole);
        expect(results.map((result) => result.ok && [bare(result.value.element), result.value.raw])).toEqual([[bare(message), whole]]);
      }),
    );
  });

  it("is read the same wherever its pieces are cut, as text or as bytes", async () => {
    const places = fc.array(fc.nat(9_000), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          soup,
          soup.map((inner) => `<all>${inner}</all>`),
          element.map((tree) => write({ ...tree, name: "m" })),
        ),
        places,
        async (whole, at) => {
          const ofBytes = await read(bytes(whole));
          const ofText = await read(whole);
          expect(await readAll(cut(bytes(whole), at))).toEqual(ofBytes);
          expect(await readAll(cut(whole, at))).toEqual(ofText);
          // among the first bytes a zero speaks of an encoding, in text it is a character
          if (!whole.slice(0, 4).includes("\u0000")) expect(ofText).toEqual(ofBytes);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives at most one issue that ends the text, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(soup, fc.uint8Array({ maxLength: 300 })), async (whole) => {
        const results = await read(whole);
        expect(results.length).toBeGreaterThan(0);
        const ends = results.filter((result) => !result.ok && result.issues.some(({ code }) => code === "xml.invalid"));
        expect(ends.length === 0 || (ends.length === 1 && ends[0] === results.at(-1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
