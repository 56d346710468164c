import { type Issue, prefixIssue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { Consignment } from "../../model/consignment.js";
import { parseConsignment } from "../../model/parse.js";
import type { Row } from "../csv/group-rows.js";
import { rowDiffers } from "../csv/read-item-table.js";
import { toNumber } from "../xml/xml-values.js";
import type { HouseBillColumn, HouseBillKind } from "./house-bill-columns.js";

/** The rows of one house bill as a consignment; without a number of its own, a row of goods has that of its place. */
export function houseBill(rows: readonly [Row, ...Row[]], columns: readonly HouseBillColumn[]): Result<Consignment> {
  const issues: Issue[] = [];
  const [first] = rows;
  const consignment: Tree = { parties: {}, transport: {} };
  const items = rows.map((row, index) => {
    const item: Tree = { items: { lineNumber: index + 1 } };
    for (const [at, column] of columns.entries()) {
      const text = (row.fields[at] ?? "").trim();
      if (text === "") continue;
      if (column.level === "item") put(item, column.path, read(text, column.kind));
      else if (row === first) put(consignment, column.path, read(text, column.kind));
      else if ((first.fields[at] ?? "").trim() !== text)
        issues.push(prefixIssue(rowDiffers((first.fields[at] ?? "").trim(), text, row.line), ...column.path.split(".")));
    }
    return item.items;
  });
  const stated = settle(issues, () => ({ ...consignment, items }));
  return stated.ok ? parseConsignment(stated.value) : stated;
}

interface Tree {
  [key: string]: unknown;
}

/** Puts a value at a path of names. */
function put(tree: Tree, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  let at = tree;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Tree;
  }
  at[last] = value;
}

/**
 * Reads a cell. A code has its scheme before it, `vn-mst:0314409058`; an amount its currency behind it, `1200.50 USD`; the members of a list are separated by `;`;
 * a container has its seals behind it, `CSQU3054383:V123|V124`.
 * What is written otherwise stays as it is, so that the model says what it expected.
 */
function read(text: string, kind: HouseBillKind): unknown {
  switch (kind) {
    case "text":
      return text;
    case "number":
      return toNumber(text);
    case "list":
      return members(text, ";");
    case "equipment":
      return members(text, ";").map((member) => {
        const [id = "", seals] = splitOnce(member, ":");
        return seals === undefined ? { id } : { id, seals: members(seals, "|") };
      });
    case "code": {
      const [, scheme, code] = /^([^:\s]+):(.+)$/.exec(text) ?? [];
      return scheme === undefined ? text : { scheme, code };
    }
    case "money": {
      const [, amount, currency] = /^(\S+) ([A-Z]{3})$/.exec(text) ?? [];
      return amount === undefined ? text : { amount: toNumber(amount), currency };
    }
  }
}

function members(text: string, separator: string): readonly string[] {
  return text.split(separator).flatMap((member) => (member.trim() === "" ? [] : [member.trim()]));
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at).trim(), text.slice(at + 1)];
}
