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
  const { slots, offsets, masks } = buildMasks(nodes, layout, stride);
  const { code, starts } = assemble(nodes);
  const conjunctions = new Int32Array(stride);
  for (const [number, node] of nodes.entries()) {
    const bit = number + 1;
    if (testsOfConjunction(node) !== undefined) conjunctions[bit >>> 5] = (conjunctions[bit >>> 5] as number) | (1 << (bit & 31));
  }
  const rows = new Int32Array(slots.length);
  const width = slots.length;

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
      for (let index = 0; index < width; index += 1) {
        const row = (offsets[index] as number) + (classes[base + (slots[index] as number)] as number) * stride;
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
        // the slots that leave least come first, so that most words are empty soon
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
  /** The slots, those whose classes leave least first. */
  readonly slots: Int32Array;
  /** Where each slot's masks start. */
  readonly offsets: Int32Array;
  readonly masks: Int32Array;
}

function buildMasks(nodes: readonly Node[], layout: Layout, stride: number): Masks {
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
  const ordered = [...open].map(([slot, masks]) => ({ slot, masks, left: ones(masks) / masks.length })).sort((a, b) => a.left - b.left);
  const offsets = new Int32Array(ordered.length);
  const masks = new Int32Array(ordered.reduce((sum, each) => sum + each.masks.length, 0));
  let offset = 0;
  for (const [index, each] of ordered.entries()) {
    offsets[index] = offset;
    masks.set(each.masks, offset);
    offset += each.masks.length;
  }
  return { slots: Int32Array.from(ordered, (each) => each.slot), offsets, masks };
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
