import { RECORD_LIMITS } from "../../core/snapshot.js";
import { peekLine } from "../peek-line.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { createFamilyRegister } from "./family-register.js";
import { readVnaccsCsv } from "./read-vnaccs-csv.js";
import { readVnaccsJson } from "./read-vnaccs-json.js";
import type { VnaccsDeclaration } from "./vnaccs-record.js";

/**
 * Import, export and transport declarations of VNACCS, pulled one by one: JSON Lines, where the first line begins with `{`, else CSV with one line a
 * goods item and the names on the first line. A record that cannot be read comes back as it was, with the reasons. Warnings stand beside a declaration
 * that amends one that was not seen, or came out of order; at the end of the input, every part of a split declaration that never came is told of by itself.
 */
export async function* readVnaccsDeclarations(chunks: Chunks): AsyncGenerator<RowResult<VnaccsDeclaration>> {
  const input = await peekLine(chunks);
  const register = createFamilyRegister();
  const rows = input.line.startsWith("{") ? readVnaccsJson(input.chunks, RECORD_LIMITS.depth) : readVnaccsCsv(input.chunks, input.line);
  for await (const row of rows) {
    if (!row.ok) yield row;
    else yield register.take(row);
  }
  yield* register.missing();
}
