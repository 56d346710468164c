import { compareText } from "../core/canonical.js";
import { orThrow, type Result } from "../core/result.js";
import { checkNumber, checkSeed, conclude, invalid } from "./check-input.js";
import { seededRandom, shuffled } from "./random.js";

/** How cases are split. */
export interface FoldOptions {
  /** How many folds, at least 2 and at most the number of groups. */
  readonly folds: number;
  /** A safe integer; the same seed gives the same split. */
  readonly seed: number;
}

/**
 * The fold, 0 to `folds - 1`, of each case, so that no group (a signature of goods, a party) is in two folds. Groups are
 * shuffled and dealt, the largest first, each to the fold with the fewest cases so far; the order of the cases does not
 * matter. Fewer groups than folds are an issue.
 */
export function groupFolds(groups: readonly string[], { folds, seed }: FoldOptions): Result<readonly number[]> {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const issues = [...checkSeed(seed), ...checkNumber(folds, ["folds"], 2, undefined, true)];
  if (issues.length === 0 && sizes.size < folds) {
    issues.push(invalid(["groups"], `at least ${folds} groups, one per fold`, `${sizes.size} groups`, "use fewer folds"));
  }
  return conclude(issues, () => {
    const size = (group: string): number => sizes.get(group) ?? 0;
    // sorting is stable: groups of one size stay shuffled
    const dealt = [...shuffled([...sizes.keys()].sort(compareText), seededRandom(seed))].sort((a, b) => size(b) - size(a));
    const filled = new Array<number>(folds).fill(0);
    const foldOf = new Map<string, number>();
    for (const group of dealt) {
      const fold = filled.indexOf(Math.min(...filled));
      filled[fold] = (filled[fold] as number) + size(group);
      foldOf.set(group, fold);
    }
    return Object.freeze(groups.map((group) => foldOf.get(group) as number));
  });
}

/**
 * {@link groupFolds} that throws.
 * @throws {IssueError} if there are fewer groups than folds, or an option cannot be used
 */
export function groupFoldsOrThrow(groups: readonly string[], options: FoldOptions): readonly number[] {
  return orThrow(groupFolds(groups, options));
}
