import type { Issues } from "../core/result.js";

/** What became of one record of an input: a value, or why there is none, with the text as it came. */
export type RowResult<T> =
  | { readonly ok: true; readonly line: number; readonly value: T }
  | { readonly ok: false; readonly line: number; readonly raw: string; readonly issues: Issues };

/** A record that was found in an input; the call reads it. Where records end never depends on whether others were read. */
export type FoundRecord<T> = () => RowResult<T>;

/** Reads what was found, one by one. */
export async function* readAll<T>(found: AsyncGenerator<FoundRecord<T>>): AsyncGenerator<RowResult<T>> {
  for await (const read of found) yield read();
}
