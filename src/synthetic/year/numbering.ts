import type { Direction } from "../../model/declaration.js";
import { createRandom } from "../random.js";

const STREAM_NUMBERS = 20;
const PREFIXES: Readonly<Record<Direction, string>> = { import: "10", export: "30", transit: "50" };
const FIRST = 100_000_000;
const RANGE = 500_000_000;

/**
 * Gives declaration numbers of the form of VNACCS: 10 for imports, 30 for exports and, invented, 50 for transit; nine digits
 * that go on in order with gaps for declarations that are not in the year; 0 as the count of amendments.
 */
export function createNumbering(seed: number): (direction: Direction) => string {
  const random = createRandom(seed, 0, STREAM_NUMBERS);
  const last: Record<Direction, number> = {
    import: FIRST + random.integer(0, RANGE),
    export: FIRST + random.integer(0, RANGE),
    transit: FIRST + random.integer(0, RANGE),
  };
  return (direction) => {
    last[direction] += random.integer(1, 29);
    return `${PREFIXES[direction]}${String(last[direction]).padStart(9, "0")}0`;
  };
}

/** The number of the n-th amendment of a declaration. */
export function amendedNumber(id: string, sequence: number): string {
  return `${id.slice(0, 11)}${sequence}`;
}
