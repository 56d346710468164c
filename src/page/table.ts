import { type Child, element, type Markup } from "./markup.js";

/** A column of a table. */
export interface Column<Row> {
  readonly name: Child;
  readonly cell: (row: Row) => Child;
  /** `text` stands left, `number` right; `head` names the row; `picture` only repeats what a number says. */
  readonly kind: "head" | "text" | "number" | "picture";
}

/** A table with a caption, in a region that a keyboard can scroll where the screen is too narrow for it. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  const header = element("tr", {}, ...columns.map(({ name, kind }) => element("th", { scope: "col", class: `column-${kind}` }, name)));
  return element(
    "div",
    { class: "scroll", role: "region", tabindex: 0, "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, element("span", {}, caption)),
      element("thead", {}, header),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...columns.map((column) => cell(column, row))))),
    ),
  );
}

function cell<Row>({ kind, cell: content }: Column<Row>, row: Row): Markup {
  return kind === "head" ? element("th", { scope: "row", class: `column-${kind}` }, content(row)) : element("td", { class: `column-${kind}` }, content(row));
}
