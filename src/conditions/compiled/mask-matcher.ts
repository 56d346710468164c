import { NOT_APPLICABLE } from "./class.js";
import type { Layout } from "./layout.js";
import type { Matcher } from "./matcher.js";
import { countTests, MAX_PREPARED_TESTS, slotsOf, testsOfConjunction } from "./plain-conjunction.js";
import { assemble, FALSE, type Node, TRUE, truthAt } from "./program.js";

const BITS = 32;

/** The number of the bit that says that no slot holds a class that can leave a test unknown; conditions follow it. */
const KNOWN = 0;

/** How many words the masks of some conditions take. */
export function maskSize(nodes: readonly Node[], layout: Layout): number {
  return slotsOfAll(nodes).reduce((sum, slot) => sum + layout.classCount(slot), 0) * strideOf(nodes);
}

/**
 * One bit mask per slot and class: the conditions that the class leaves possible, whatever the other slots hold. The
 * conditions left are the AND over all slots: for a few hundred conditions the cheapest way there is. Of conjunctions of
 * known tests what is left is true; of others the truth is evaluated.
 */
export function maskMatcher(nodes: readonly Node[], layout: Layout): Matcher {
  const stride = strideOf(nodes);
  const { columns, masks } = buildMasks(nodes, layout, stride);
  const { code, starts } = assemble(nodes);
  const conjunctions = new Int32Array(stride);
  for (const [number, node] of nodes.entries()) {
    const bit = number + 1;
    if (testsOfConjunction(node) !== undefined) conjunctions[bit >>> 5] = (conjunctions[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const width = columns.length / COLUMN;
  const rows = new Int32Array(width);

  const emit = (left: number, word: number, isKnown: boolean, classes: Int32Array, base: number, out: Int32Array, from: number): number => {
    const firstBit = word * BITS - 1;
    const certain = isKnown ? left & (conjunctions[word] as number) : 0;
    let count = from;
    for (let mask = left; mask !== 0; mask &= mask - 1) {
      const bit = mask & -mask;
      const number = firstBit + 31 - Math.clz32(bit);
      const truth = (certain & bit) !== 0 ? TRUE : truthAt(code, starts[number] as number, classes, base);
      if (truth !== FALSE) {
        // unknown is 1, true 2
        out[count] = 2 * number + truth - 1;
        count += 1;
      }
    }
    return count;
  };

  return {
    count: nodes.length,
    match: (classes, base, out) => {
      let low = -1;
      let high = -1;
      for (let index = 0, at = 0; index < width; index += 1, at += COLUMN) {
        const first = (classes[base + (columns[at + 1] as number)] as number) * (columns[at + 2] as number);
        const row = (columns[at] as number) + first + (classes[base + (columns[at + 3] as number)] as number) * stride;
        rows[index] = row;
        low &= masks[row] as number;
        high &= masks[row + 1] as number;
      }
      const isKnown = (low & 1) === 1;
      let count = emit(low & ~1, 0, isKnown, classes, base, out, 0);
      if (high !== 0) count = emit(high, 1, isKnown, classes, base, out, count);
      for (let word = 2; word < stride; word += 2) {
        low = -1;
        high = -1;
        // the columns that leave least come first, so that most words are empty soon
        for (let index = 0; index < width && (low | high) !== 0; index += 1) {
          const row = (rows[index] as number) + word;
          low &= masks[row] as number;
          high &= masks[row + 1] as number;
        }
        if (low !== 0) count = emit(low, word, isKnown, classes, base, out, count);
        if (high !== 0) count = emit(high, word + 1, isKnown, classes, base, out, count);
      }
      return count;
    },
  };
}

/** An even number of words for the conditions and the bit before them. */
function strideOf(nodes: readonly Node[]): number {
  return 2 * Math.ceil((nodes.length + 1) / (2 * BITS));
}

function slotsOfAll(nodes: readonly Node[]): readonly number[] {
  const all = new Set<number>();
  for (const node of nodes) for (const slot of slotsOf(node)) all.add(slot);
  return [...all];
}

interface Masks {
  /**
   * Of every column of masks, those that leave least first: where it starts; a slot, and how far the masks of two of its
   * classes that follow each other are apart; another slot, whose masks stand side by side. One slot alone is the other, and
   * then the first counts for nothing.
   */
  readonly columns: Int32Array;
  readonly masks: Int32Array;
}

/** How many numbers say what a column is. */
const COLUMN = 4;

/** Up to so many words two slots share a column of masks: half as many are read then, and all stay near. */
const MAX_SHARED_WORDS = 1 << 12;

function buildMasks(nodes: readonly Node[], layout: Layout, stride: number): Masks {
  const open = [...slotMasks(nodes, layout, stride)].map(([slot, masks]) => ({ slot, masks })).sort((a, b) => a.masks.length - b.masks.length);
  const built: { readonly first: number; readonly apart: number; readonly second: number; readonly masks: Int32Array }[] = [];
  // the shortest with the longest that it can share a column with
  for (let shortest = open.shift(); shortest !== undefined; shortest = open.shift()) {
    const { slot, masks } = shortest;
    const mate = open.findLastIndex((each) => (each.masks.length * masks.length) / stride <= MAX_SHARED_WORDS);
    const [other] = mate === -1 ? [] : open.splice(mate, 1);
    if (other === undefined) built.push({ first: slot, apart: 0, second: slot, masks });
    else built.push({ first: slot, apart: other.masks.length, second: other.slot, masks: sharedMasks(masks, other.masks, stride) });
  }
  const ordered = built.map((column) => ({ ...column, left: ones(column.masks) / column.masks.length })).sort((a, b) => a.left - b.left);
  const masks = new Int32Array(ordered.reduce((sum, each) => sum + each.masks.length, 0));
  let offset = 0;
  const columns = ordered.flatMap((column) => {
    const start = offset;
    masks.set(column.masks, start);
    offset += column.masks.length;
    return [start, column.first, column.apart, column.second];
  });
  return { columns: Int32Array.from(columns), masks };
}

/** The masks of two slots for every pair of their classes: what both leave possible. */
function sharedMasks(first: Int32Array, second: Int32Array, stride: number): Int32Array {
  const shared = new Int32Array((first.length / stride) * second.length);
  for (let at = 0; at < shared.length; at += 1) {
    const row = Math.floor(at / second.length) * stride;
    shared[at] = (first[row + (at % stride)] as number) & (second[at % second.length] as number);
  }
  return shared;
}

/** By slot, the mask of every class. */
function slotMasks(nodes: readonly Node[], layout: Layout, stride: number): ReadonlyMap<number, Int32Array> {
  const open = new Map(slotsOfAll(nodes).map((slot) => [slot, new Int32Array(layout.classCount(slot) * stride)]));
  for (const [slot, masks] of open) {
    for (let value = 0; value < layout.classCount(slot); value += 1) {
      const row = value * stride;
      for (let bit = 0; bit <= nodes.length; bit += 1) masks[row + (bit >>> 5)] = (masks[row + (bit >>> 5)] as number) | (1 << (bit & 31));
      if (value < NOT_APPLICABLE) masks[row] = (masks[row] as number) & ~(1 << KNOWN);
    }
  }
  for (const [number, node] of nodes.entries()) {
    if (countTests(node) > MAX_PREPARED_TESTS) continue;
    const bit = number + 1;
    for (const slot of slotsOf(node)) {
      const masks = open.get(slot) ?? new Int32Array();
      for (let value = 0; value < layout.classCount(slot); value += 1) {
        const at = value * stride + (bit >>> 5);
        if (!isPossible(node, slot, value)) masks[at] = (masks[at] as number) & ~(1 << (bit & 31));
      }
    }
  }
  return open;
}

function ones(words: Int32Array): number {
  let count = 0;
  for (const word of words) for (let left = word; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Whether a condition can be other than false with a class in one slot, the other slots holding what suits it best. */
function isPossible(node: Node, slot: number, value: number): boolean {
  if (node.kind === "count") return node.of.filter((part) => isPossible(part, slot, value)).length >= node.count;
  return node.slot !== slot || value < node.unknownBelow || contains(node.ranges, value);
}

/** Whether a class lies in some ranges. */
function contains(ranges: readonly number[], value: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) if (value >= (ranges[index] ?? 0) && value < (ranges[index + 1] ?? 0)) return true;
  return false;
}
