import type { Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { Row } from "../csv/group-rows.js";
import { type ItemTableFormat, rowDiffers } from "../csv/read-item-table.js";
import { keyOfName, VNACCS_FIELDS, type VnaccsKey } from "./vnaccs-fields.js";
import { type VnaccsDeclaration, vnaccsRecord } from "./vnaccs-record.js";

/** A table of VNACCS declarations. What the header of a declaration states is the same in all of its rows, or stands in the first alone. */
export const vnaccsTable: ItemTableFormat<VnaccsKey, VnaccsDeclaration> = {
  columnOf: keyOfName,
  isId: (key) => key === "id",
  idName: VNACCS_FIELDS.id.name,
  read: readRows,
};

function readRows(rows: readonly [Row, ...Row[]], keys: readonly VnaccsKey[]): Result<VnaccsDeclaration> {
  const issues: Issue[] = [];
  const header = new Map<VnaccsKey, string>();
  const items = rows.map((row) => {
    const item = new Map<VnaccsKey, string>();
    for (const [index, key] of keys.entries()) {
      const cell = (row.fields[index] ?? "").trim();
      if (cell === "") continue;
      if (VNACCS_FIELDS[key].level === "item") item.set(key, cell);
      else if (row === rows[0]) header.set(key, cell);
      else if (header.get(key) !== cell) issues.push(Object.freeze({ ...rowDiffers(header.get(key) ?? "", cell, row.line), source: VNACCS_FIELDS[key].name }));
    }
    return item;
  });
  const stated = settle(issues, () => ({ header, items }));
  return stated.ok ? vnaccsRecord(stated.value) : stated;
}
