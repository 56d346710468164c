import type { Issues } from "../core/result.js";

/** What became of one record of an input: a value, or why there is none, with the text as it came. */
export type RowResult<T> =
  | { readonly ok: true; readonly line: number; readonly value: T }
  | { readonly ok: false; readonly line: number; readonly raw: string; readonly issues: Issues };
