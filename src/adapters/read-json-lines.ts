import { parseJson } from "../core/json.js";
import type { Result } from "../core/result.js";
import { RECORD_LIMITS } from "../core/snapshot.js";
import { type Chunks, readLines } from "./read-lines.js";
import type { RowResult } from "./row-result.js";

/** The records of JSON Lines, pulled one by one; a line that cannot be read is refused by itself. Empty lines are passed over. */
export async function* readJsonLines<T>(chunks: Chunks, read: (value: unknown) => Result<T>): AsyncGenerator<RowResult<T>> {
  for await (const line of readLines(chunks)) {
    if (!line.ok) yield line;
    else if (line.value.trim() !== "") {
      const json = parseJson(line.value, RECORD_LIMITS.depth);
      const record = json.ok ? read(json.value) : json;
      yield record.ok ? { ok: true, line: line.line, value: record.value } : { ok: false, line: line.line, raw: line.value, issues: record.issues };
    }
  }
}
