import { type CodeTable, numberOfCode, numberOfPrefix } from "./code-table.js";

/** What finds the class of a code. */
export interface CodeLookup {
  /** The class of the codes that no test names. */
  readonly other: number;
  /** The classes of the values named. */
  readonly exact: CodeTable;
  /** The classes of values under prefixes, the longest prefixes first. */
  readonly under: readonly { readonly length: number; readonly table: CodeTable }[];
}

/** The class of a code. */
export function classOfCode({ exact, under, other }: CodeLookup, text: string): number {
  const number = numberOfCode(exact, text);
  if (number !== 0) return number;
  return under.length === 0 ? other : classUnder(under, text, other);
}

function classUnder(under: CodeLookup["under"], text: string, other: number): number {
  for (const { length, table } of under) {
    const number = length > text.length ? 0 : numberOfPrefix(table, text, length);
    if (number !== 0) return number;
  }
  return other;
}
