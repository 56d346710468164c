import { compareText } from "../../core/canonical.js";
import type { ValueTest } from "../prepare.js";
import { type Classes, type ClassRanges, FIRST_VALUE, joinRanges } from "./class.js";
import { type CodeLookup, classOfCode } from "./code-lookup.js";
import { createCodeTable } from "./code-table.js";

/** A set of values: one that a test names, or all others that start with a prefix and with no longer one. */
interface Node {
  readonly text: string;
  readonly kind: "exact" | "under";
}

/**
 * The classes of a code: one per value that a test names, one per prefix for the other values under it, and one for all
 * others. They are numbered in order of text, so that everything under a prefix is one range.
 */
export function codeClasses(tests: readonly ValueTest[]): Classes {
  const named = new Set(tests.flatMap((test) => (test.kind === "set" ? [...test.set] : [])).filter((value) => typeof value === "string"));
  const prefixes = new Set(tests.flatMap((test) => (test.kind === "prefix" ? test.prefixes : [])));
  const nodes = [...[...named].map((text): Node => ({ text, kind: "exact" })), ...[...prefixes].map((text): Node => ({ text, kind: "under" }))];
  nodes.sort((a, b) => compareText(a.text, b.text) || compareText(a.kind, b.kind));
  const other = FIRST_VALUE;
  const numberOf = (kind: Node["kind"]): ReadonlyMap<string, number> =>
    new Map(nodes.flatMap((node, index) => (node.kind === kind ? [[node.text, other + 1 + index] as const] : [])));
  const exact = numberOf("exact");
  const under = numberOf("under");
  const lengths = [...new Set([...prefixes].map((prefix) => prefix.length))].sort((a, b) => b - a);
  const codes: CodeLookup = {
    other,
    exact: createCodeTable(exact),
    under: lengths.map((length) => ({ length, table: createCodeTable([...under].filter(([prefix]) => prefix.length === length)) })),
  };
  const rangeUnder = (prefix: string): readonly [number, number] => {
    const from = firstAtLeast(nodes, prefix);
    let to = from;
    while (nodes[to]?.text.startsWith(prefix) === true) to += 1;
    return [other + 1 + from, other + 1 + to];
  };
  return {
    count: other + 1 + nodes.length,
    codes,
    classOf: (value) => classOfCode(codes, value as string),
    rangesOf: (test) => {
      if (test.kind === "set") return joinRanges(numbersIn(test.set, exact).map((number) => [number, number + 1]));
      return test.kind === "prefix" ? unionOf(test.prefixes.map(rangeUnder)) : [];
    },
  };
}

function numbersIn(set: ReadonlySet<string | number | boolean>, numbers: ReadonlyMap<string, number>): readonly number[] {
  return [...set].flatMap((value) => (typeof value === "string" ? [numbers.get(value) ?? 0] : [])).sort((a, b) => a - b);
}

/** The union of ranges that may overlap. */
function unionOf(ranges: readonly (readonly [number, number])[]): ClassRanges {
  const union: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = union.at(-1);
    if (last === undefined || last[1] < from) union.push([from, to]);
    else last[1] = Math.max(last[1], to);
  }
  return union.flat();
}

/** The index of the first node whose text is not before a text. */
function firstAtLeast(nodes: readonly Node[], text: string): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(nodes[middle]?.text ?? "", text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
