import { parseJson } from "../core/json.js";
import type { Result } from "../core/result.js";
import { RECORD_LIMITS } from "../core/snapshot.js";
import { type Chunks, readLines } from "./read-lines.js";
import { alreadyRead, type FoundRecord, type RowResult, readAll } from "./row-result.js";

/** The records of JSON Lines, pulled one by one; a line that cannot be read is refused by itself. Empty lines are passed over. */
export function readJsonLines<T>(chunks: Chunks, read: (value: unknown) => Result<T>): AsyncGenerator<RowResult<T>> {
  return readAll(findJsonLines(chunks, read));
}

/** The records that {@link readJsonLines} gives, each read when it is asked for. */
export async function* findJsonLines<T>(chunks: Chunks, read: (value: unknown) => Result<T>): AsyncGenerator<FoundRecord<T>> {
  for await (const line of readLines(chunks)) {
    if (!line.ok) yield alreadyRead(line);
    else if (line.value.trim() !== "") yield () => readLine(line.line, line.value, read);
  }
}

function readLine<T>(line: number, text: string, read: (value: unknown) => Result<T>): RowResult<T> {
  const json = parseJson(text, RECORD_LIMITS.depth);
  const record = json.ok ? read(json.value) : json;
  return record.ok ? { ok: true, line, value: record.value } : { ok: false, line, raw: text, issues: record.issues };
}
