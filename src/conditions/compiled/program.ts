import type { PreparedCondition } from "../prepare.js";
import { ABSENT, complementRanges, YES, YES_NO_COUNT } from "./class.js";
import type { Layout, SlotTest } from "./layout.js";

/** Truths as numbers, in Kleene's order: `all` is the least of its parts, `any` the greatest. */
export const FALSE = 0;
const UNKNOWN = 1;
export const TRUE = 2;

/** A test of the class in one slot; negation stands in its ranges. */
export interface TestNode extends SlotTest {
  readonly kind: "test";
}

/** At least `count` of the parts; `all` is every one of them, `any` at least one. */
export interface CountNode {
  readonly kind: "count";
  readonly count: number;
  readonly of: readonly Node[];
}

/** A condition over slots, without negation: not at least k of n is at least n - k + 1 negations, in Kleene's logic too. */
export type Node = TestNode | CountNode;

/** The slot that holds whether enough items meet a condition. */
export type ItemsSlot = (condition: Extract<PreparedCondition, { readonly kind: "items" }>) => number;

/** Brings a condition onto slots, negations pushed into the tests. */
export function toNode(condition: PreparedCondition, layout: Layout, itemsSlot: ItemsSlot, negated = false): Node {
  switch (condition.kind) {
    case "leaf":
      return testNode(layout.testOf(condition), layout, negated);
    case "items":
      return testNode({ slot: itemsSlot(condition), unknownBelow: ABSENT, ranges: [YES, YES_NO_COUNT] }, layout, negated);
    case "not":
      return toNode(condition.of, layout, itemsSlot, !negated);
    case "atLeast": {
      const of = condition.of.map((part) => toNode(part, layout, itemsSlot, negated));
      return countNode(negated ? of.length - condition.count + 1 : condition.count, of);
    }
  }
}

function testNode(test: SlotTest, layout: Layout, negated: boolean): TestNode {
  const ranges = negated ? complementRanges(test.ranges, test.unknownBelow, layout.classCount(test.slot)) : test.ranges;
  return { kind: "test", slot: test.slot, unknownBelow: test.unknownBelow, ranges };
}

/** A group, nested groups of the same kind dissolved. */
function countNode(count: number, of: readonly Node[]): Node {
  const [only] = of;
  if (of.length === 1 && count === 1 && only !== undefined) return only;
  if (count === of.length) {
    const parts = of.flatMap((part) => (part.kind === "count" && part.count === part.of.length ? part.of : [part]));
    return { kind: "count", count: parts.length, of: parts };
  }
  if (count === 1)
    return { kind: "count", count, of: of.flatMap((part) => (part.kind === "count" && part.count === 1 && part.of.length > 1 ? part.of : [part])) };
  return { kind: "count", count, of };
}

/** Many conditions as numbers in one array, to be evaluated without touching an object. */
export interface Program {
  readonly code: Int32Array;
  /** Where each condition starts. */
  readonly starts: Int32Array;
}

// A test is 0, its slot, the first class that is not unknown, the number of bounds, and the bounds themselves; a group is
// its count (1 or more), its number of parts, and the parts. Before each part stands the position behind it.
const TEST = 0;

/** Writes conditions one after the other. */
export function assemble(nodes: readonly Node[]): Program {
  const code: number[] = [];
  const write = (node: Node): void => {
    if (node.kind === "test") {
      code.push(TEST, node.slot, node.unknownBelow, node.ranges.length);
      for (const bound of node.ranges) code.push(bound);
      return;
    }
    code.push(node.count, node.of.length);
    for (const part of node.of) {
      const end = code.push(0) - 1;
      write(part);
      code[end] = code.length;
    }
  };
  const starts = nodes.map((node) => {
    const start = code.length;
    write(node);
    return start;
  });
  return { code: Int32Array.from(code), starts: Int32Array.from(starts) };
}

/** The truth of the condition that starts at a position, given the class of every slot from `base` on. */
export function truthAt(code: Int32Array, start: number, classes: Int32Array, base: number): number {
  const count = code[start] as number;
  if (count === TEST) return truthOfTest(code, start, classes, base);
  const parts = code[start + 1] as number;
  let certain = 0;
  let possible = parts;
  let position = start + 2;
  for (let index = 0; index < parts; index += 1) {
    const part = position + 1;
    const truth = code[part] === TEST ? truthOfTest(code, part, classes, base) : truthAt(code, part, classes, base);
    if (truth === TRUE) {
      certain += 1;
      if (certain >= count) return TRUE;
    } else if (truth === FALSE) {
      possible -= 1;
      if (possible < count) return FALSE;
    }
    position = code[position] as number;
  }
  return UNKNOWN;
}

function truthOfTest(code: Int32Array, start: number, classes: Int32Array, base: number): number {
  const value = classes[base + (code[start + 1] as number)] as number;
  if (value < (code[start + 2] as number)) return UNKNOWN;
  const bounds = code[start + 3] as number;
  const first = start + 4;
  if (bounds === 2) return value >= (code[first] as number) && value < (code[first + 1] as number) ? TRUE : FALSE;
  let low = 0;
  let high = bounds;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((code[first + middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1 ? TRUE : FALSE;
}
