import { isDrawn } from "../assessment/select.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import type { Issue } from "../core/issue.js";
import { naturalLog } from "../core/logarithm.js";
import { orThrow, type Result } from "../core/result.js";
import { checkNumber, checkUnique, conclude, invalid } from "./check-input.js";

/** One declaration of the batch, of a day say. */
export interface Candidate {
  /** What the random draw is tied to, and what decides between equal scores: best one that an amendment does not change. */
  readonly id: string;
  readonly micropoints: number;
  /** Whether a mandatory rule selects it. */
  readonly mandatory?: boolean;
}

/** How a batch is selected from. */
export interface CapacitySelection {
  /** Inspections that the batch may take. Mandatory, threshold and random selections stand even beyond it. */
  readonly capacity: number;
  /** The least score that selects by itself, in micropoints. */
  readonly threshold: number;
  /** The share drawn at random, 0 to 1, each declaration on its own. */
  readonly randomRate: number;
  readonly key: SelectionKey;
}

/** One way to be selected, and its probability: for `topUp` that of not being drawn at random and being topped up. */
export interface CapacityMechanism {
  readonly kind: "mandatory" | "threshold" | "random" | "topUp";
  readonly drawn: boolean;
  readonly probability: number;
}

/** What became of one declaration. */
export interface CapacityChoice {
  readonly id: string;
  readonly selected: boolean;
  /** The total probability, before the draw, with which it is selected: what an outcome has to keep. */
  readonly probability: number;
  readonly mechanisms: readonly CapacityMechanism[];
}

/**
 * Selects from a batch: mandatory ones, those at the threshold, a random share, and with the capacity left the highest
 * scores of the others (ties by id). The top-up depends on how many chance drew, so its probability is computed over all
 * draws, exactly: every choice can be weighted by its inverse. Choices come in the order of the candidates.
 */
export function selectWithinCapacity(candidates: readonly Candidate[], selection: CapacitySelection): Result<readonly CapacityChoice[]> {
  return conclude(checkSelection(candidates, selection), () => {
    const { capacity, threshold, randomRate, key } = selection;
    const isCertain = ({ mandatory, micropoints }: Candidate): boolean => mandatory === true || micropoints >= threshold;
    const drawn = new Set(candidates.filter(({ id }) => isDrawn(key, { kind: "firstDeclaration", values: [id] }, randomRate)).map(({ id }) => id));
    const others = candidates.filter((candidate) => !isCertain(candidate)).sort((a, b) => b.micropoints - a.micropoints || compareText(a.id, b.id));
    const room = capacity - (candidates.length - others.length);
    const chances = topUpChances(others.length, room, randomRate);
    const chanceOf = new Map(others.map(({ id }, place) => [id, chances[place] as number]));
    const undrawn = others.filter(({ id }) => !drawn.has(id));
    const toppedUp = new Set(undrawn.slice(0, Math.max(0, room - (others.length - undrawn.length))).map(({ id }) => id));
    return deepFreeze(
      candidates.map((candidate) => {
        const { id, mandatory = false, micropoints } = candidate;
        const mechanisms: readonly CapacityMechanism[] = [
          { kind: "mandatory", drawn: mandatory, probability: mandatory ? 1 : 0 },
          { kind: "threshold", drawn: micropoints >= threshold, probability: micropoints >= threshold ? 1 : 0 },
          { kind: "random", drawn: drawn.has(id), probability: randomRate },
          { kind: "topUp", drawn: toppedUp.has(id), probability: (1 - randomRate) * (chanceOf.get(id) ?? 0) },
        ];
        const probability = isCertain(candidate) ? 1 : Math.min(1, randomRate + (1 - randomRate) * (chanceOf.get(id) ?? 0));
        return { id, selected: mechanisms.some((mechanism) => mechanism.drawn), probability, mechanisms };
      }),
    );
  });
}

/**
 * {@link selectWithinCapacity} that throws.
 * @throws {IssueError} if candidates or options cannot be used
 */
export function selectWithinCapacityOrThrow(candidates: readonly Candidate[], selection: CapacitySelection): readonly CapacityChoice[] {
  return orThrow(selectWithinCapacity(candidates, selection));
}

function checkSelection(candidates: readonly Candidate[], { capacity, threshold, randomRate, key }: CapacitySelection): readonly Issue[] {
  return [
    ...checkNumber(capacity, ["capacity"], 0, undefined, true),
    ...checkNumber(threshold, ["threshold"], -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true),
    ...checkNumber(randomRate, ["randomRate"], 0, 1),
    ...(typeof key?.draw === "function" ? [] : [invalid(["key"], "a selection key", key, "make one of a secret")]),
    ...checkUnique(
      candidates.map(({ id }) => id),
      (index) => ["candidates", index, "id"],
    ),
    ...candidates.flatMap(({ micropoints }, index) =>
      checkNumber(micropoints, ["candidates", index, "micropoints"], -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, true),
    ),
  ];
}

/**
 * The probability of being topped up, for each place among the `size` uncertain candidates, given that chance does not
 * draw that one; `room` is the capacity that the certain ones leave. A candidate with `n` others below it is topped up
 * iff, of these, at least `d = size - room` are not drawn, whatever chance does above it: of the room, every one above
 * takes one inspection either way. So the probability is that the `d`-th undrawn one comes within `n` draws (negative binomial).
 */
function topUpChances(size: number, room: number, rate: number): readonly number[] {
  const needed = size - room;
  const below = (place: number): number => size - 1 - place;
  const within = new Float64Array(size);
  if (needed <= 0) within.fill(1);
  else {
    let total = 0;
    let logMass = needed * naturalLog(1 - rate);
    for (let n = needed; n < size; n += 1) {
      total += Math.exp(logMass);
      within[n] = Math.min(1, total);
      // the mass at n + 1 is the one at n times rate * n / (n + 1 - needed)
      logMass += naturalLog((rate * n) / (n + 1 - needed));
    }
  }
  return Array.from({ length: size }, (_, place) => within[below(place)] as number);
}
