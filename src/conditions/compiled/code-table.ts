/**
 * Numbers by text, for texts that are looked up far more often than listed: hashed by the few places of the text that tell
 * the listed ones apart best. A lookup touches no key unless its number is likely to be there.
 */
export interface CodeTable {
  /** The places of the text that are hashed, beside its length. */
  readonly places: Int32Array;
  /** A power of two less 1. */
  readonly mask: number;
  /** The number at each slot, 0 where it is empty. */
  readonly numbers: Int32Array;
  readonly keys: readonly string[];
}

/** Places beyond this one are not hashed: nor are they needed, since keys are compared whole. */
const MAX_PLACE = 24;
const MAX_PLACES = 4;

/** This share of the keys told apart is enough: the others stand in neighbouring slots. */
const ENOUGH = 0.8;

/** So many keys are looked at to choose the places. */
const SAMPLE = 2_000;

/** Makes a table of positive numbers. */
export function createCodeTable(entries: Iterable<readonly [string, number]>): CodeTable {
  const list = [...entries];
  const size = 2 ** Math.ceil(Math.log2(4 * Math.max(list.length, 1)));
  const mask = size - 1;
  const places = choosePlaces(list.slice(0, SAMPLE).map(([key]) => key));
  const numbers = new Int32Array(size);
  const keys = Array.from({ length: size }, () => "");
  for (const [key, number] of list) {
    let slot = hashOf(places, key, key.length) & mask;
    while (numbers[slot] !== 0) slot = (slot + 1) & mask;
    numbers[slot] = number;
    keys[slot] = key;
  }
  return { places, mask, numbers, keys };
}

/** The number of a text, 0 where it is not listed. */
export function numberOfCode({ places, mask, numbers, keys }: CodeTable, text: string): number {
  let slot = hashOf(places, text, text.length) & mask;
  let number = numbers[slot] as number;
  while (number !== 0 && keys[slot] !== text) {
    slot = (slot + 1) & mask;
    number = numbers[slot] as number;
  }
  return number;
}

/** The number of the first characters of a text, 0 where they are not listed; `length` is at most the text's own. */
export function numberOfPrefix({ places, mask, numbers, keys }: CodeTable, text: string, length: number): number {
  let slot = hashOf(places, text, length) & mask;
  let number = numbers[slot] as number;
  while (number !== 0 && !((keys[slot] as string).length === length && text.startsWith(keys[slot] as string))) {
    slot = (slot + 1) & mask;
    number = numbers[slot] as number;
  }
  return number;
}

function hashOf(places: Int32Array, text: string, length: number): number {
  let hash = length;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as number;
    hash = Math.imul(hash, 31) + (place < length ? text.charCodeAt(place) : 0);
  }
  return hash ^ (hash >>> 9);
}

/** One after the other the place that parts the keys most, until most are apart or no place helps. */
function choosePlaces(keys: readonly string[]): Int32Array {
  const chosen: number[] = [];
  let parted = distinct(keys, chosen);
  while (parted < ENOUGH * keys.length && chosen.length < MAX_PLACES) {
    let best = -1;
    for (let place = 0; place < MAX_PLACE; place += 1) {
      const parts = distinct(keys, [...chosen, place]);
      if (parts <= parted) continue;
      parted = parts;
      best = place;
    }
    if (best === -1) break;
    chosen.push(best);
  }
  return Int32Array.from(chosen);
}

function distinct(keys: readonly string[], places: readonly number[]): number {
  return new Set(keys.map((key) => places.reduce((text, place) => `${text}${key.charAt(place) || " "} `, `${key.length}:`))).size;
}
