import { indexMatcher } from "./index-matcher.js";
import type { Layout } from "./layout.js";
import { maskMatcher, maskSize } from "./mask-matcher.js";
import type { Node } from "./program.js";

/** Finds, of many conditions, those that are not false. */
export interface Matcher {
  readonly count: number;
  /**
   * Writes what is not false in order of the conditions' numbers, and gives how many it wrote: twice the number, plus 1
   * where the condition is true. The class of slot `s` stands at `base + s`; `out` holds at least `count` entries.
   */
  readonly match: (classes: Int32Array, base: number, out: Int32Array) => number;
}

/** Beyond so many conditions an index is faster than masks; beyond so many words masks take too much memory. */
const MAX_MASKED = 1_000;
const MAX_MASK_WORDS = 1 << 20;

const NOTHING: Matcher = { count: 0, match: () => 0 };

/** Compiles conditions into a matcher, chosen by their number and shape. */
export function createMatcher(nodes: readonly Node[], layout: Layout): Matcher {
  if (nodes.length === 0) return NOTHING;
  return nodes.length <= MAX_MASKED && maskSize(nodes, layout) <= MAX_MASK_WORDS ? maskMatcher(nodes, layout) : indexMatcher(nodes, layout);
}
