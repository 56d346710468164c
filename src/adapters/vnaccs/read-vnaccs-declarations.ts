import { readItemTable } from "../csv/read-item-table.js";
import { peekLine } from "../peek-line.js";
import { readJsonLines } from "../read-json-lines.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { createFamilyRegister } from "./family-register.js";
import { vnaccsObject } from "./vnaccs-object.js";
import type { VnaccsDeclaration } from "./vnaccs-record.js";
import { vnaccsTable } from "./vnaccs-table.js";

/**
 * Import, export and transport declarations of VNACCS, pulled one by one: JSON Lines, where the first line begins with `{`, else CSV with one line a
 * goods item and the names on the first line. A record that cannot be read comes back as it was, with the reasons. Warnings stand beside a declaration
 * that amends one that was not seen, or came out of order; at the end of the input, every part of a split declaration that never came is told of by itself.
 */
export async function* readVnaccsDeclarations(chunks: Chunks): AsyncGenerator<RowResult<VnaccsDeclaration>> {
  const input = await peekLine(chunks);
  const register = createFamilyRegister();
  const rows = input.line.startsWith("{") ? readJsonLines(input.chunks, vnaccsObject) : readItemTable(input.chunks, input.line, vnaccsTable);
  for await (const row of rows) {
    if (!row.ok) yield row;
    else yield register.take(row);
  }
  yield* register.missing();
}
