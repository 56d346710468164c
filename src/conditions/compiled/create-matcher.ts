import { indexMatcher } from "./index-matcher.js";
import type { Layout } from "./layout.js";
import { maskMatcher, maskSize } from "./mask-matcher.js";
import type { Matcher } from "./matcher.js";
import type { Node } from "./program.js";

/** Beyond so many conditions an index is faster than masks; beyond so many words masks take too much memory. */
const MAX_MASKED = 1_000;
const MAX_MASK_WORDS = 1 << 20;

const NOTHING: Matcher = { count: 0, match: () => 0 };

/** Compiles conditions into a matcher, chosen by their number and shape. */
export function createMatcher(nodes: readonly Node[], layout: Layout): Matcher {
  if (nodes.length === 0) return NOTHING;
  return nodes.length <= MAX_MASKED && maskSize(nodes, layout) <= MAX_MASK_WORDS ? maskMatcher(nodes, layout) : indexMatcher(nodes, layout);
}
