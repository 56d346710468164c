import { FIRST_VALUE, NOT_APPLICABLE } from "./class.js";
import type { Layout } from "./layout.js";
import type { Matcher } from "./matcher.js";
import { countTests, MAX_PREPARED_TESTS, testsOfConjunction } from "./plain-conjunction.js";
import { assemble, FALSE, type Node, type TestNode, TRUE, truthAt } from "./program.js";

/** Tests of which at least one is not false wherever a condition is not; the cost is about how often that is. */
interface Cover {
  readonly tests: readonly TestNode[];
  readonly cost: number;
}

/** A test that more classes meet than this is not worth listing under each of them. */
const MAX_LISTED = 256;

/** An entry of a list: the condition, and one more test of it (slot and range of classes) that mostly settles the matter. */
const ENTRY = 4;

/**
 * An inverted index: under every slot and class the conditions that the class leaves open. A condition is listed under its
 * most selective tests alone, with its next most selective test beside it; one without any is looked at always.
 */
export function indexMatcher(nodes: readonly Node[], layout: Layout): Matcher {
  const covers = nodes.map((node) => (countTests(node) > MAX_PREPARED_TESTS ? { tests: [], cost: Infinity } : coverOf(node, layout)));
  const always = Int32Array.from(covers.flatMap((cover, number) => (Number.isFinite(cover.cost) ? [] : [number])));
  const { slots, firstLists, ends, entries } = buildLists(nodes, covers, layout);
  const { code, starts } = assemble(nodes);
  // a condition listed under several tests is looked at once: the last round in which it was
  const isListedOften = Uint8Array.from(covers, (cover) => (cover.tests.length > 1 ? 1 : 0));
  const looked = new Uint32Array(nodes.length);
  let round = 0;
  const nextRound = (): void => {
    round = (round + 1) >>> 0;
    if (round === 0) {
      looked.fill(0);
      round = 1;
    }
  };
  return {
    count: nodes.length,
    match: (classes, base, out) => {
      nextRound();
      let count = 0;
      for (let index = 0; index < always.length; index += 1) {
        const number = always[index] as number;
        const truth = truthAt(code, starts[number] as number, classes, base);
        if (truth !== FALSE) {
          out[count] = 2 * number + (truth === TRUE ? 1 : 0);
          count += 1;
        }
      }
      for (let index = 0; index < slots.length; index += 1) {
        const list = (firstLists[index] as number) + (classes[base + (slots[index] as number)] as number);
        const end = ends[list + 1] as number;
        for (let at = ends[list] as number; at < end; at += ENTRY) {
          const value = classes[base + (entries[at + 1] as number)] as number;
          if (value >= NOT_APPLICABLE && (value < (entries[at + 2] as number) || value >= (entries[at + 3] as number))) continue;
          const number = entries[at] as number;
          if (isListedOften[number] === 1) {
            if (looked[number] === round) continue;
            looked[number] = round;
          }
          const truth = truthAt(code, starts[number] as number, classes, base);
          if (truth !== FALSE) {
            out[count] = 2 * number + (truth === TRUE ? 1 : 0);
            count += 1;
          }
        }
      }
      sortStart(out, count);
      return count;
    },
  };
}

interface Lists {
  readonly slots: Int32Array;
  /** The number of the first list of each slot; the others follow by class. */
  readonly firstLists: Int32Array;
  /** Where each list ends, and so the next one starts. */
  readonly ends: Int32Array;
  readonly entries: Int32Array;
}

/** Writes all lists one behind the other: counted, added up, filled. */
function buildLists(nodes: readonly Node[], covers: readonly Cover[], layout: Layout): Lists {
  const listed = covers.flatMap((cover, number) => (Number.isFinite(cover.cost) ? cover.tests.map((test) => ({ test, number })) : []));
  const slots = Int32Array.from(new Set(listed.map(({ test }) => test.slot)));
  const offsets = new Map<number, number>();
  let lists = 0;
  for (const slot of slots) {
    offsets.set(slot, lists);
    lists += layout.classCount(slot);
  }
  const ends = new Int32Array(lists + 1);
  const eachList = (visit: (list: number, number: number) => void): void => {
    for (const { test, number } of listed) {
      const first = offsets.get(test.slot) ?? 0;
      for (let value = 0; value < test.unknownBelow; value += 1) visit(first + value, number);
      for (let index = 0; index < test.ranges.length; index += 2) {
        for (let value = test.ranges[index] ?? 0; value < (test.ranges[index + 1] ?? 0); value += 1) visit(first + value, number);
      }
    }
  };
  eachList((list) => {
    ends[list + 1] = (ends[list + 1] as number) + ENTRY;
  });
  for (let list = 0; list < lists; list += 1) ends[list + 1] = (ends[list + 1] as number) + (ends[list] as number);
  const entries = new Int32Array(ends[lists] as number);
  const beside = nodes.map((node, number) => besideOf(node, covers[number]?.tests ?? [], layout));
  const next = ends.slice();
  eachList((list, number) => {
    const at = next[list] as number;
    entries.set([number, ...(beside[number] as readonly number[])], at);
    next[list] = at + ENTRY;
  });
  return { slots, firstLists: Int32Array.from(slots, (slot) => offsets.get(slot) ?? 0), ends, entries };
}

/** The most selective test of a conjunction that it is not listed under, as a slot and the range around its classes; else one that all classes meet. */
function besideOf(node: Node, listed: readonly TestNode[], layout: Layout): readonly [number, number, number] {
  const [test] = [...(testsOfConjunction(node) ?? [])].filter((each) => !listed.includes(each)).sort((a, b) => shareOf(a, layout) - shareOf(b, layout));
  if (test === undefined) return [listed[0]?.slot ?? 0, 0, 0x7fffffff];
  return [test.slot, test.ranges[0] ?? 0, test.ranges.at(-1) ?? 0];
}

function coverOf(node: Node, layout: Layout): Cover {
  if (node.kind === "test") return { tests: [node], cost: openClasses(node) > MAX_LISTED ? Infinity : shareOf(node, layout) };
  // with fewer than `count` parts left it is false: of any n - count + 1 parts one is not false
  const needed = node.of.length - node.count + 1;
  const cheapest = node.of
    .map((part) => coverOf(part, layout))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, needed);
  return { tests: cheapest.flatMap((cover) => cover.tests), cost: cheapest.reduce((sum, cover) => sum + cover.cost, 0) };
}

/** The share of the classes of values in which a test is not false. */
function shareOf(test: TestNode, layout: Layout): number {
  return openClasses(test) / (layout.classCount(test.slot) - FIRST_VALUE);
}

function openClasses({ ranges }: TestNode): number {
  let open = 0;
  for (let index = 0; index < ranges.length; index += 2) open += (ranges[index + 1] ?? 0) - Math.max(ranges[index] ?? 0, FIRST_VALUE);
  return Math.max(open, 0);
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
