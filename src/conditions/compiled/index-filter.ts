import { FIRST_VALUE } from "./class.js";
import type { Filter } from "./filter.js";
import type { Layout } from "./layout.js";
import type { Node, TestNode } from "./program.js";

/** Tests of which at least one is not false wherever a condition is not; the cost is about how often that is. */
interface Cover {
  readonly tests: readonly TestNode[];
  readonly cost: number;
}

/** A test that more classes meet than this is not worth listing under each of them. */
const MAX_LISTED = 256;

/**
 * An inverted index: under every slot and class the conditions that the class leaves open. A condition is listed under
 * its most selective tests alone; one without any is a candidate always.
 */
export function indexFilter(nodes: readonly Node[], layout: Layout): Filter {
  const covers = nodes.map((node) => coverOf(node, layout));
  const always = Int32Array.from(covers.flatMap((cover, number) => (Number.isFinite(cover.cost) ? [] : [number])));
  const entries = covers.flatMap((cover, number) => (Number.isFinite(cover.cost) ? cover.tests.map((test) => ({ test, number })) : []));
  const slots = Int32Array.from(new Set(entries.map(({ test }) => test.slot)));
  const offsets = new Map<number, number>();
  let lists = 0;
  for (const slot of slots) {
    offsets.set(slot, lists);
    lists += layout.classCount(slot);
  }
  const firstLists = Int32Array.from(slots, (slot) => offsets.get(slot) ?? 0);
  // lists one behind the other: count, then add up, then fill
  const ends = new Int32Array(lists + 1);
  const eachList = (visit: (list: number, number: number) => void): void => {
    for (const { test, number } of entries) {
      const first = offsets.get(test.slot) ?? 0;
      for (let value = 0; value < test.unknownBelow; value += 1) visit(first + value, number);
      for (let index = 0; index < test.ranges.length; index += 2) {
        for (let value = test.ranges[index] ?? 0; value < (test.ranges[index + 1] ?? 0); value += 1) visit(first + value, number);
      }
    }
  };
  eachList((list) => {
    ends[list + 1] = (ends[list + 1] ?? 0) + 1;
  });
  for (let list = 0; list < lists; list += 1) ends[list + 1] = (ends[list + 1] ?? 0) + (ends[list] ?? 0);
  const numbers = new Int32Array(ends[lists] ?? 0);
  const next = ends.slice();
  eachList((list, number) => {
    numbers[next[list] ?? 0] = number;
    next[list] = (next[list] ?? 0) + 1;
  });
  // a condition listed under several tests is named once: the last round in which it was
  const named = new Uint32Array(nodes.length);
  let round = 0;
  return {
    candidates: (classes, out) => {
      round = (round + 1) >>> 0;
      if (round === 0) {
        named.fill(0);
        round = 1;
      }
      out.set(always);
      let count = always.length;
      for (let index = 0; index < slots.length; index += 1) {
        const list = (firstLists[index] as number) + (classes[slots[index] as number] as number);
        const end = ends[list + 1] as number;
        for (let at = ends[list] as number; at < end; at += 1) {
          const number = numbers[at] as number;
          if (named[number] !== round) {
            named[number] = round;
            out[count] = number;
            count += 1;
          }
        }
      }
      return count;
    },
  };
}

function coverOf(node: Node, layout: Layout): Cover {
  if (node.kind === "test") return { tests: [node], cost: costOf(node, layout) };
  // with fewer than `count` parts left it is false: of any n - count + 1 parts one is not false
  const needed = node.of.length - node.count + 1;
  const cheapest = node.of
    .map((part) => coverOf(part, layout))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, needed);
  return { tests: cheapest.flatMap((cover) => cover.tests), cost: cheapest.reduce((sum, cover) => sum + cover.cost, 0) };
}

/** The share of the classes of values in which a test is not false; infinite if they are too many to list. */
function costOf(test: TestNode, layout: Layout): number {
  const count = layout.classCount(test.slot);
  let open = 0;
  for (let index = 0; index < test.ranges.length; index += 2) open += (test.ranges[index + 1] ?? 0) - Math.max(test.ranges[index] ?? 0, FIRST_VALUE);
  return open > MAX_LISTED ? Infinity : Math.max(open, 0) / (count - FIRST_VALUE);
}
