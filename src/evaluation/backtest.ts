import { type AssessOptions, assess } from "../assessment/assess.js";
import type { Assessment } from "../assessment/assessment.js";
import { compareText } from "../core/canonical.js";
import { expectation } from "../core/expectation.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { type Issues, orThrow, type Result } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { checkUnique, conclude, invalid } from "./check-input.js";
import type { AssessedCase, InspectionOutcome } from "./inspection-outcome.js";

/** One declaration of the past. */
export interface PastCase<Source> {
  readonly id: string;
  /** When it is assessed. */
  readonly asOf: Instant;
  /** What its facts are made of: a declaration, or facts as they were recorded. */
  readonly source: Source;
  /** What an inspection found, or on synthetic data would find. */
  readonly outcome?: InspectionOutcome;
  /** When that became known: not before `asOf`. Stated with every outcome. */
  readonly outcomeKnownAt?: Instant;
}

/** How the past is replayed. */
export interface BacktestOptions<Source> {
  /** The profile in use at a moment, for rules and models as of date. Called in order of time. */
  readonly profileAt: (asOf: Instant) => CompiledProfile;
  /** The facts of a case as of its moment. What `observe` and `learn` were told by then is all that the past knew. */
  readonly factsOf: (past: PastCase<Source>) => Result<Facts>;
  /** Told every case once it is assessed. */
  readonly observe?: (past: PastCase<Source>) => void;
  /** Told every inspected case whose outcome has become known, in that order, before the first assessment at or after that moment; never before its own. */
  readonly learn?: (past: PastCase<Source>) => void;
  /** Whether a case is inspected, so that its outcome can ever become known; unless told every one with an outcome. */
  readonly inspects?: (assessment: Assessment) => boolean;
  /** The first moment that is reported; what is earlier is replayed all the same. */
  readonly from?: Instant;
  readonly selectionKey?: AssessOptions["selectionKey"];
}

/** A case that was replayed. `outcome` is what the data state, whether or not the replay inspected it. */
export interface BacktestedCase extends AssessedCase {
  readonly inspected: boolean;
}

/** What a replay came to, in order of time (ties by id). */
export interface Backtest {
  readonly cases: readonly BacktestedCase[];
  /** The cases that could not be assessed, and why. */
  readonly refused: readonly { readonly id: string; readonly issues: Issues }[];
}

/**
 * Replays past cases in order of time, each under the profile in use then and with what was known then: no outcome is
 * learned before it became known. A repeated id, a moment that is none, an outcome without the moment at which it became
 * known, or with one before its own case, are issues; a case that cannot be assessed is reported, and the rest goes on.
 */
export function backtest<Source>(cases: Iterable<PastCase<Source>>, options: BacktestOptions<Source>): Result<Backtest> {
  const list = [...cases];
  const from = options.from === undefined ? -Infinity : parseInstant(options.from);
  const issues = [
    ...(from === undefined ? [notAnInstant(["from"], options.from)] : []),
    ...checkUnique(
      list.map((past) => past.id),
      (index) => [index, "id"],
    ),
    ...list.flatMap(checkMoments),
  ];
  return conclude(issues, () =>
    replay(
      [...list].sort((a, b) => compareText(a.id, b.id)),
      from ?? -Infinity,
      options,
    ),
  );
}

/**
 * {@link backtest} that throws.
 * @throws {IssueError} if the cases cannot be replayed
 */
export function backtestOrThrow<Source>(cases: Iterable<PastCase<Source>>, options: BacktestOptions<Source>): Backtest {
  return orThrow(backtest(cases, options));
}

function checkMoments(past: PastCase<unknown>, index: number): readonly Issue[] {
  const at = parseInstant(past.asOf);
  if (at === undefined) return [notAnInstant([index, "asOf"], past.asOf)];
  if (past.outcome === undefined && past.outcomeKnownAt === undefined) return [];
  const knownAt = parseInstant(past.outcomeKnownAt ?? "");
  if (knownAt === undefined) return [notAnInstant([index, "outcomeKnownAt"], past.outcomeKnownAt)];
  if (knownAt >= at) return [];
  return [invalid([index, "outcomeKnownAt"], `a moment no earlier than ${past.asOf}`, past.outcomeKnownAt, "state when the outcome became known")];
}

function notAnInstant(path: readonly (string | number)[], received: unknown): Issue {
  return createIssue("time.invalid", expectation(path, "an instant (RFC 3339 with offset)", received, "state the moment with its offset"));
}

interface Timed<Source> {
  readonly past: PastCase<Source>;
  readonly at: number;
}

function replay<Source>(list: readonly PastCase<Source>[], from: number, options: BacktestOptions<Source>): Backtest {
  const reported: BacktestedCase[] = [];
  const refused: { readonly id: string; readonly issues: Issues }[] = [];
  const order = inOrder(list, (past) => past.asOf);
  // sorting is stable: of outcomes known at one moment, those of earlier cases come first, those of that very moment last
  const waiting = inOrder(
    order.map(({ past }) => past),
    (past) => past.outcomeKnownAt,
  );
  /** By id, of those assessed so far. */
  const inspected = new Map<string, boolean>();
  let next = 0;
  for (const { past, at } of order) {
    for (let head = waiting[next]; head !== undefined && head.at <= at && inspected.has(head.past.id); head = waiting[next]) {
      if (inspected.get(head.past.id) === true) options.learn?.(head.past);
      next += 1;
    }
    const assessment = assessCase(past, options);
    options.observe?.(past);
    inspected.set(past.id, assessment.ok && past.outcome !== undefined && (options.inspects?.(assessment.value) ?? true));
    if (!assessment.ok) {
      refused.push({ id: past.id, issues: assessment.issues });
      continue;
    }
    if (at < from) continue;
    reported.push(
      Object.freeze({
        assessment: assessment.value,
        inspected: inspected.get(past.id) === true,
        ...(past.outcome === undefined ? {} : { outcome: past.outcome }),
      }),
    );
  }
  return Object.freeze({ cases: Object.freeze(reported), refused: Object.freeze(refused) });
}

function assessCase<Source>(past: PastCase<Source>, { profileAt, factsOf, selectionKey }: BacktestOptions<Source>): Result<Assessment> {
  const facts = factsOf(past);
  return facts.ok ? assess(profileAt(past.asOf), facts.value, selectionKey === undefined ? {} : { selectionKey }) : facts;
}

/** The cases that have such a moment, in order of it. */
function inOrder<Source>(list: readonly PastCase<Source>[], moment: (past: PastCase<Source>) => Instant | undefined): readonly Timed<Source>[] {
  return list
    .flatMap((past) => {
      const text = moment(past);
      return text === undefined ? [] : [{ past, at: parseInstant(text) ?? Number.NaN }];
    })
    .sort((a, b) => a.at - b.at);
}
