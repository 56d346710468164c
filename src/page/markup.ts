/** Text that is HTML or SVG already. Only {@link element} makes it: a symbol stands in it, so that no JSON can pass for it. */
export interface Markup {
  readonly [MARKUP]: string;
}

/** What stands inside an element: texts and numbers are escaped, `undefined` is nothing. */
export type Child = Markup | string | number | undefined | readonly Child[];

/** Attributes in the order to be written; one that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const MARKUP: unique symbol = Symbol("markup");

/** Elements without content: those of HTML that have no end tag, and the shapes of SVG. */
const EMPTY: ReadonlySet<string> = new Set(["br", "circle", "col", "input", "line", "link", "meta", "path", "rect"]);

/** What XML 1.0 forbids or HTML calls an error, halves of surrogate pairs, and characters that turn the direction of what follows. */
const UNFIT =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text that is safe as content and as quoted attribute, in HTML and in XML; unfit characters become U+FFFD. */
export function escapeMarkup(text: string): string {
  return text.replace(UNFIT, "\uFFFD").replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** An element. Name and attribute names are the program's own; everything else is escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`]));
  const start = `<${name}${written.join("")}`;
  return { [MARKUP]: EMPTY.has(name) ? `${start}/>` : `${start}>${write(children)}</${name}>` };
}

/**
 * A script element: the program's own code, or data of a type that does not run.
 * @throws {TypeError} for what could end the element early
 */
export function scriptElement(attributes: Attributes, code: string): Markup {
  if (/<\/|<!--|<script/i.test(code)) throw new TypeError("a script must not hold what could end it early");
  return { [MARKUP]: toText(element("script", attributes)).replace("</script>", () => `${code}</script>`) };
}

/** JSON that can stand in a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

/** The markup as text. */
export function toText(markup: Markup): string {
  return markup[MARKUP];
}

function write(child: Child): string {
  if (child === undefined) return "";
  if (isList(child)) return child.map(write).join("");
  return typeof child === "object" && MARKUP in child ? child[MARKUP] : escapeMarkup(String(child));
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}
