import type { Issue } from "../core/issue.js";
import type { Issues } from "../core/result.js";

/** What became of one record of an input: a value, perhaps with warnings about it, or why there is none, with the text as it came. */
export type RowResult<T> =
  | { readonly ok: true; readonly line: number; readonly value: T; readonly warnings?: readonly [Issue, ...Issue[]] }
  | { readonly ok: false; readonly line: number; readonly raw: string; readonly issues: Issues };
