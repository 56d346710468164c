import { NOT_APPLICABLE } from "./class.js";
import { indexFilter } from "./index-filter.js";
import type { Layout } from "./layout.js";
import { maskFilter, maskSize, slotsOf } from "./mask-filter.js";
import { assemble, FALSE, type Node, TRUE, truthAt } from "./program.js";

/** Finds, of many conditions, those that are not false. */
export interface Matcher {
  readonly count: number;
  /**
   * Writes what is not false in order of the conditions' numbers, and gives how many it wrote: twice the number, plus 1
   * where the condition is true. `out` holds at least `count` entries.
   */
  readonly match: (classes: Int32Array, out: Int32Array) => number;
}

/** Beyond so many conditions an index is faster than masks; beyond so many words masks take too much memory. */
const MAX_MASKED = 512;
const MAX_MASK_WORDS = 1 << 20;

/** Compiles conditions into a matcher: a filter chosen by their number and shape, then each candidate's own truth. */
export function createMatcher(nodes: readonly Node[], layout: Layout): Matcher {
  if (nodes.length === 0) return { count: 0, match: () => 0 };
  const masked = nodes.length <= MAX_MASKED && maskSize(nodes, layout) <= MAX_MASK_WORDS;
  const { candidates } = masked ? maskFilter(nodes, layout) : indexFilter(nodes, layout);
  const { code, starts } = assemble(nodes);
  const slots = Int32Array.from(new Set(nodes.flatMap((node) => [...slotsOf(node)])));
  // masks leave exactly what is true of these, where nothing is unknown
  const isSettled = Uint8Array.from(nodes, (node) => (masked && isPlainConjunction(node) ? 1 : 0));
  return {
    count: nodes.length,
    match: (classes, out) => {
      const found = candidates(classes, out);
      const known = masked && isKnown(classes, slots);
      let count = 0;
      for (let index = 0; index < found; index += 1) {
        const number = out[index] as number;
        const truth = known && isSettled[number] === 1 ? TRUE : truthAt(code, starts[number] as number, classes);
        if (truth !== FALSE) {
          out[count] = 2 * number + (truth === TRUE ? 1 : 0);
          count += 1;
        }
      }
      if (!masked) sortStart(out, count);
      return count;
    },
  };
}

/** Whether a condition is a conjunction of tests of different slots. */
function isPlainConjunction(node: Node): boolean {
  if (node.kind === "test") return true;
  return node.count === node.of.length && node.of.every((part) => part.kind === "test") && slotsOf(node).size === node.of.length;
}

/** Whether no slot holds a class that can leave a test unknown. */
function isKnown(classes: Int32Array, slots: Int32Array): boolean {
  for (let index = 0; index < slots.length; index += 1) if ((classes[slots[index] as number] as number) < NOT_APPLICABLE) return false;
  return true;
}

/** Sorts the first entries in place: few as a rule, and then insertion is fastest. */
function sortStart(entries: Int32Array, count: number): void {
  if (count > 32) {
    entries.subarray(0, count).sort();
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const entry = entries[index] as number;
    let at = index;
    while (at > 0 && (entries[at - 1] as number) > entry) {
      entries[at] = entries[at - 1] as number;
      at -= 1;
    }
    entries[at] = entry;
  }
}
