import type { Block, DocumentSection, ReadableDocument, TextTree } from "./document.js";
import { drawScale } from "./draw-scale.js";
import { type Child, element, type Markup } from "./markup.js";
import { place } from "./picture.js";
import { renderPage } from "./render-page.js";
import { table } from "./table.js";

/**
 * A readable document as one HTML file that needs nothing else, for screen, print and screen readers. Nothing runs, and every
 * text is escaped.
 */
export function renderDocumentHtml(document: ReadableDocument): string {
  return renderPage({ language: document.language, title: document.title }, ...documentBody(document));
}

/** What stands in the body of such a page; its ids start with a prefix. */
export function documentBody({ title, blocks, sections }: ReadableDocument, idPrefix = ""): readonly Markup[] {
  const named = sections.map((part, index) => ({ part, id: `${idPrefix}part-${index + 1}` }));
  return [
    element("header", {}, element("h1", {}, title), ...blocks.map((content, index) => block(content, `${idPrefix}top-${index + 1}`))),
    ...(named.length < 2
      ? []
      : [
          element(
            "nav",
            { "aria-label": title },
            element("ul", {}, ...named.map(({ part, id }) => element("li", {}, element("a", { href: `#${id}` }, part.heading)))),
          ),
        ]),
    element("main", {}, ...named.map(({ part, id }) => section(part, id, 2))),
  ];
}

const DEEPEST_HEADING = 6;

/** Only the parts of the whole are landmarks: of the parts within them many have the same heading. */
function section({ heading, blocks, sections }: DocumentSection, id: string, level: number): Markup {
  return element(
    level === 2 ? "section" : "div",
    level === 2 ? { "aria-labelledby": id } : {},
    element(`h${Math.min(level, DEEPEST_HEADING)}`, { id }, heading),
    ...blocks.map((content, index) => block(content, `${id}-block-${index + 1}`)),
    ...sections.map((inner, index) => section(inner, `${id}-${index + 1}`, level + 1)),
  );
}

function block(content: Block, id: string): Markup {
  switch (content.kind) {
    case "paragraph":
      return element("p", {}, content.text);
    case "list":
      return element("ul", {}, ...content.items.map((item) => element("li", {}, item)));
    case "facts":
      return element(
        "dl",
        { class: "facts" },
        ...content.entries.map(({ name, value }) => element("div", {}, element("dt", {}, name), element("dd", {}, ...lines(value)))),
      );
    case "table": {
      const { caption, columns, rows, bars } = content;
      const reach = Math.max(...(bars?.values ?? []).map(Math.abs), Number.MIN_VALUE);
      return table<{ readonly cells: readonly string[]; readonly value: number }>(
        caption,
        [
          ...columns.map(({ name, kind }, index) => ({ name, kind, cell: ({ cells }: { readonly cells: readonly string[] }) => cells[index] })),
          ...(bars === undefined ? [] : [{ name: bars.name, kind: "picture" as const, cell: ({ value }: { readonly value: number }) => bar(value, reach) }]),
        ],
        rows.map((cells, index) => ({ cells, value: bars?.values[index] ?? 0 })),
      );
    }
    case "scale":
      return element("figure", {}, drawScale(id, content), element("figcaption", {}, content.description));
  }
}

/** One line as it is; several, or one with lines below it, as a list. */
function lines(value: readonly TextTree[]): readonly Child[] {
  const [first, ...more] = value;
  if (first === undefined) return [];
  if (more.length === 0) return [first.text, first.of.length === 0 ? undefined : element("div", { class: "tree" }, element("ul", {}, ...first.of.map(line)))];
  return [element("ul", { class: "tree" }, ...value.map(line))];
}

function line({ text, of }: TextTree): Markup {
  return element("li", {}, text, of.length === 0 ? undefined : element("ul", {}, ...of.map(line)));
}

const WIDTH = 100;
const HEIGHT = 14;

/** A bar from the middle: what lowers a score to the left, what raises it to the right. */
function bar(value: number, reach: number): Markup {
  const length = place((Math.abs(value) / reach) * (WIDTH / 2));
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "cell", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" },
    element("rect", {
      class: value < 0 ? "others" : "findings",
      x: value < 0 ? place(WIDTH / 2 - length) : WIDTH / 2,
      y: 2,
      width: length,
      height: HEIGHT - 4,
    }),
    element("line", { class: "base", x1: WIDTH / 2, x2: WIDTH / 2, y1: 0, y2: HEIGHT }),
  );
}
