import type { Filter } from "./filter.js";
import type { Layout } from "./layout.js";
import type { Node } from "./program.js";

const BITS = 32;

/** The slots that a condition reads. */
export function slotsOf(node: Node): ReadonlySet<number> {
  return node.kind === "test" ? new Set([node.slot]) : new Set(node.of.flatMap((part) => [...slotsOf(part)]));
}

/** How many words the masks of some conditions take. */
export function maskSize(nodes: readonly Node[], layout: Layout): number {
  const slots = new Set(nodes.flatMap((node) => [...slotsOf(node)]));
  return [...slots].reduce((sum, slot) => sum + layout.classCount(slot), 0) * Math.ceil(nodes.length / BITS);
}

/**
 * One bit mask per slot and class: the conditions that the class leaves possible, whatever the other slots hold. The
 * conditions left are the AND over all slots: for a few hundred conditions the cheapest way there is.
 */
export function maskFilter(nodes: readonly Node[], layout: Layout): Filter {
  const words = Math.ceil(nodes.length / BITS);
  const slots = Int32Array.from(new Set(nodes.flatMap((node) => [...slotsOf(node)])));
  const offsets = new Int32Array(slots.length);
  let size = 0;
  for (const [index, slot] of slots.entries()) {
    offsets[index] = size;
    size += layout.classCount(slot) * words;
  }
  const masks = new Int32Array(size).fill(-1);
  const indexOf = new Map([...slots].map((slot, index) => [slot, index]));
  for (const [number, node] of nodes.entries()) {
    for (const slot of slotsOf(node)) {
      const offset = (offsets[indexOf.get(slot) ?? 0] ?? 0) + (number >>> 5);
      for (let value = 0; value < layout.classCount(slot); value += 1) {
        const at = offset + value * words;
        if (!isPossible(node, slot, value)) masks[at] = (masks[at] ?? 0) & ~(1 << (number & 31));
      }
    }
  }
  const spare = nodes.length % BITS;
  const lastWord = spare === 0 ? -1 : (1 << spare) - 1;
  const rows = new Int32Array(slots.length);
  return {
    candidates: (classes, out) => {
      for (let index = 0; index < slots.length; index += 1) rows[index] = (offsets[index] as number) + (classes[slots[index] as number] as number) * words;
      let count = 0;
      for (let word = 0; word < words; word += 1) {
        let mask = word === words - 1 ? lastWord : -1;
        for (let index = 0; index < rows.length; index += 1) mask &= masks[(rows[index] as number) + word] as number;
        while (mask !== 0) {
          const bit = 31 - Math.clz32(mask & -mask);
          out[count] = word * BITS + bit;
          count += 1;
          mask &= mask - 1;
        }
      }
      return count;
    },
  };
}

/** Whether a condition can be other than false with a class in one slot, the other slots holding what suits it best. */
function isPossible(node: Node, slot: number, value: number): boolean {
  if (node.kind === "count") return node.of.filter((part) => isPossible(part, slot, value)).length >= node.count;
  return node.slot !== slot || value < node.unknownBelow || contains(node.ranges, value);
}

/** Whether a class lies in some ranges. */
function contains(ranges: readonly number[], value: number): boolean {
  return ranges.filter((bound) => bound <= value).length % 2 === 1;
}
