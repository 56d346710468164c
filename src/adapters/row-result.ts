import type { Issue } from "../core/issue.js";
import type { Issues } from "../core/result.js";

/** What became of one record of an input: a value, perhaps with warnings about it, or why there is none, with the text as it came. */
export type RowResult<T> =
  | { readonly ok: true; readonly line: number; readonly value: T; readonly warnings?: readonly [Issue, ...Issue[]] }
  | { readonly ok: false; readonly line: number; readonly raw: string; readonly issues: Issues };

/** A record that was found in an input; the call reads it. Where records end never depends on whether others were read. */
export type FoundRecord<T> = () => RowResult<T>;

/** A record whose reading is done. */
export function alreadyRead<T>(result: RowResult<T>): FoundRecord<T> {
  return () => result;
}

/** Reads what was found, one by one. */
export async function* readAll<T>(found: AsyncGenerator<FoundRecord<T>>): AsyncGenerator<RowResult<T>> {
  for await (const read of found) yield read();
}
