import type { Assessment } from "../assessment/assessment.js";
import { deepFreeze } from "../core/freeze.js";
import type { Issue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { type BootstrapOptions, type DifferenceInterval, pairedBootstrap } from "./bootstrap.js";
import { checkUnique, invalid } from "./check-input.js";
import type { InspectionOutcome } from "./inspection-outcome.js";
import { rankAssessments } from "./rank-assessments.js";
import type { Ranking } from "./ranking.js";
import { type Cutoff, checkCutoff, precisionAt } from "./top-metrics.js";

/** A declaration whose channel is another one. */
export interface ChannelMove {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** What is compared beyond the channels. */
export interface CompareOptions {
  /** The profile's channels from the lowest to the highest. */
  readonly channels: readonly string[];
  /** Compares the precision of one domain's scores on the declarations whose outcome is known. */
  readonly precision?: {
    readonly domain: string;
    readonly at: Cutoff;
    /** By declaration id. */
    readonly outcomes: ReadonlyMap<string, InspectionOutcome>;
    readonly bootstrap: Omit<BootstrapOptions, "groups">;
  };
}

/** The precision of two scores on the same declarations. */
export interface PrecisionComparison {
  /** Declarations with a known outcome. */
  readonly cases: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** `after - before`, with its paired bootstrap interval. */
  readonly difference: DifferenceInterval;
}

/** How the assessments of the same declarations differ. */
export interface Comparison {
  /** Declarations in both lists. */
  readonly matched: number;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** How many went from one channel to another: `matrix[from][to]`, all channels stated. */
  readonly matrix: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly raised: number;
  readonly lowered: number;
  readonly unchanged: number;
  /** Matched declarations of which some domain's score differs. */
  readonly rescored: number;
  /** Every declaration whose channel is another one, in the order of the first list. */
  readonly moves: readonly ChannelMove[];
  readonly precision?: PrecisionComparison;
}

/**
 * Compares two lists of assessments by declaration id. A declaration that is stated twice, and a channel that is not among
 * those stated, are issues; so is a precision without outcomes.
 */
export function compareAssessments(before: readonly Assessment[], after: readonly Assessment[], options: CompareOptions): Result<Comparison> {
  const later = new Map(after.map((assessment) => [assessment.id, assessment]));
  const known = new Set(before.map((assessment) => assessment.id));
  const rank = new Map(options.channels.map((channel, index) => [channel, index]));
  const issues = [...check(before, "before", rank), ...check(after, "after", rank)];
  const [first, ...rest] = issues;
  if (first !== undefined) return failure(first, ...rest);
  const pairs = before.flatMap((old) => {
    const now = later.get(old.id);
    return now === undefined ? [] : [{ old, now }];
  });
  const precision = comparePrecision(pairs, options.precision);
  if (!precision.ok) return precision;

  const matrix = Object.fromEntries(options.channels.map((from) => [from, Object.fromEntries(options.channels.map((to) => [to, 0]))]));
  const moves: ChannelMove[] = [];
  let raised = 0;
  for (const { old, now } of pairs) {
    const row = matrix[old.channel] as Record<string, number>;
    row[now.channel] = (row[now.channel] as number) + 1;
    if (old.channel === now.channel) continue;
    moves.push({ id: old.id, from: old.channel, to: now.channel });
    if ((rank.get(now.channel) as number) > (rank.get(old.channel) as number)) raised += 1;
  }
  return success(
    deepFreeze({
      matched: pairs.length,
      onlyBefore: before.filter((assessment) => !later.has(assessment.id)).map((assessment) => assessment.id),
      onlyAfter: after.filter((assessment) => !known.has(assessment.id)).map((assessment) => assessment.id),
      matrix,
      raised,
      lowered: moves.length - raised,
      unchanged: pairs.length - moves.length,
      rescored: pairs.filter(isRescored).length,
      moves,
      ...(precision.value === undefined ? {} : { precision: precision.value }),
    }),
  );
}

/**
 * {@link compareAssessments} that throws.
 * @throws {IssueError} if the lists cannot be compared
 */
export function compareAssessmentsOrThrow(before: readonly Assessment[], after: readonly Assessment[], options: CompareOptions): Comparison {
  return orThrow(compareAssessments(before, after, options));
}

interface Pair {
  readonly old: Assessment;
  readonly now: Assessment;
}

function check(list: readonly Assessment[], name: string, rank: ReadonlyMap<string, number>): readonly Issue[] {
  const ids = list.map((assessment) => assessment.id);
  const strangers = list.flatMap((assessment, index) =>
    rank.has(assessment.channel)
      ? []
      : [invalid([name, index, "channel"], "one of the channels stated", assessment.channel, "state the channels of both profiles")],
  );
  return [...checkUnique(ids, (index) => [name, index, "id"]), ...strangers];
}

function isRescored({ old, now }: Pair): boolean {
  const domains = new Set([...Object.keys(old.domains), ...Object.keys(now.domains)]);
  return [...domains].some((domain) => old.domains[domain]?.micropoints !== now.domains[domain]?.micropoints);
}

function comparePrecision(pairs: readonly Pair[], options: CompareOptions["precision"]): Result<PrecisionComparison | undefined> {
  if (options === undefined) return success(undefined);
  const { domain, at, outcomes } = options;
  const [badCutoff, ...more] = checkCutoff(at, ["precision", "at"]);
  if (badCutoff !== undefined) return failure(badCutoff, ...more);
  const labelled = pairs.filter(({ old, now }) => outcomes.has(old.id) && old.domains[domain] !== undefined && now.domains[domain] !== undefined);
  if (labelled.length === 0) {
    return failure(invalid(["precision", "outcomes"], "outcomes of declarations in both lists, of a domain in both", "none", "mend ids or domain"));
  }
  const rank = (pick: (pair: Pair) => Assessment): Result<Ranking> =>
    rankAssessments(
      labelled.map((pair) => ({ assessment: pick(pair), outcome: outcomes.get(pair.old.id) as InspectionOutcome })),
      domain,
    );
  const old = rank((pair) => pair.old);
  if (!old.ok) return old;
  const now = rank((pair) => pair.now);
  if (!now.ok) return now;
  const difference = pairedBootstrap(now.value, old.value, (ranking) => precisionAt(ranking, at), options.bootstrap);
  if (!difference.ok) return difference;
  return success({
    cases: labelled.length,
    before: precisionAt(old.value, at),
    after: precisionAt(now.value, at),
    difference: difference.value,
  });
}
