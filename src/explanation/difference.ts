import type { Assessment, Contribution, RuleOutcome } from "../assessment/assessment.js";
import { readFacts } from "../assessment/read-facts.js";
import { canonicalJson, compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { own } from "../core/own.js";
import { orThrow, type Result, success } from "../core/result.js";
import { ABSENT, type Fact } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { copyFact } from "./change-facts.js";
import { checkBelongs } from "./check-belongs.js";

/** An assessment with what it was made of. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly profile: CompiledProfile;
  readonly facts: Facts;
}

/** One addend of a score before and after; `difference` is `after` minus `before`, in millionths of a point. */
export interface Movement {
  readonly kind: Contribution["kind"];
  readonly id: string;
  /** The item that it belonged to; absent for the header, and where it did not count. */
  readonly itemBefore?: number;
  readonly itemAfter?: number;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
}

/** What moved one domain's score. A domain that only one side has counts as 0 on the other. */
export interface DomainDifference {
  readonly id: string;
  readonly before: number;
  readonly after: number;
  /** Exactly the sum of the movements' differences. */
  readonly difference: number;
  readonly channelBefore?: string;
  readonly channelAfter?: string;
  /** Largest first; what stayed as it was is left out. */
  readonly movements: readonly Movement[];
  /** The rules whose outcome is another, by id. */
  readonly rules: readonly ChangedRule[];
}

/** A rule that came to something else. */
export interface ChangedRule {
  readonly id: string;
  readonly before: RuleOutcome | "notFired";
  readonly after: RuleOutcome | "notFired";
}

/** A fact that the two sides do not share, among those that either profile reads. */
export interface ChangedFact {
  readonly indicator: string;
  readonly item?: number;
  readonly before: Fact;
  readonly after: Fact;
}

/** What moved the score between two assessments. */
export interface Difference {
  readonly channelBefore: string;
  readonly channelAfter: string;
  /** Whether both were made under the same profile, by fingerprint. */
  readonly isSameProfile: boolean;
  /** In order of id. */
  readonly domains: readonly DomainDifference[];
  /** The header's first, then by line; items are matched by line number. */
  readonly facts: readonly ChangedFact[];
}

/**
 * What moved the score between two profile versions, two declarations, or a declaration and its amendment; per domain the movements
 * sum exactly to the difference of the scores. Fails where an assessment does not belong to the profile and facts beside it.
 */
export function explainDifference(before: Assessed, after: Assessed): Result<Difference> {
  for (const [side, { assessment, profile, facts }] of [["before", before] as const, ["after", after] as const]) {
    const belongs = checkBelongs(assessment, profile, facts, [side]);
    if (!belongs.ok) return belongs;
  }
  const ids = [...new Set([...Object.keys(before.assessment.domains), ...Object.keys(after.assessment.domains)])].sort(compareText);
  return success(
    deepFreeze({
      channelBefore: before.assessment.channel,
      channelAfter: after.assessment.channel,
      isSameProfile: before.profile.fingerprint === after.profile.fingerprint,
      domains: ids.map((id) => domainDifference(id, before.assessment, after.assessment)),
      facts: changedFacts(before, after),
    }),
  );
}

/**
 * {@link explainDifference} that throws.
 * @throws {IssueError} where {@link explainDifference} fails
 */
export function explainDifferenceOrThrow(before: Assessed, after: Assessed): Difference {
  return orThrow(explainDifference(before, after));
}

function domainDifference(id: string, before: Assessment, after: Assessment): DomainDifference {
  const left = own(before.domains, id);
  const right = own(after.domains, id);
  const movements = alignContributions(left?.contributions ?? [], right?.contributions ?? []);
  return {
    id,
    before: left?.micropoints ?? 0,
    after: right?.micropoints ?? 0,
    difference: (right?.micropoints ?? 0) - (left?.micropoints ?? 0),
    ...(left === undefined ? {} : { channelBefore: left.channel }),
    ...(right === undefined ? {} : { channelAfter: right.channel }),
    movements: movements.filter(({ difference }) => difference !== 0).sort(byWeight),
    rules: changedRules(left?.rules ?? {}, right?.rules ?? {}),
  };
}

function changedRules(before: Readonly<Record<string, RuleOutcome>>, after: Readonly<Record<string, RuleOutcome>>): readonly ChangedRule[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort(compareText)
    .map((id) => ({ id, before: own(before, id) ?? ("notFired" as const), after: own(after, id) ?? ("notFired" as const) }))
    .filter((rule) => rule.before !== rule.after);
}

/** Pairs the addends of two scores: a header's by kind and id, a riskiest item's likewise, whatever its line. */
function alignContributions(before: readonly Contribution[], after: readonly Contribution[]): readonly Movement[] {
  const keyOf = ({ kind, id, item }: Contribution): string => canonicalJson([kind, id, item !== undefined]);
  const left = new Map(before.map((contribution) => [keyOf(contribution), contribution]));
  const right = new Map(after.map((contribution) => [keyOf(contribution), contribution]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const one = left.get(key);
    const other = right.get(key);
    const either = one ?? other;
    if (either === undefined) return [];
    const { kind, id } = either;
    const [was, is] = [one?.micropoints ?? 0, other?.micropoints ?? 0];
    const items = {
      ...(one?.item === undefined ? {} : { itemBefore: one.item }),
      ...(other?.item === undefined ? {} : { itemAfter: other.item }),
    };
    return [{ kind, id, ...items, before: was, after: is, difference: is - was }];
  });
}

function byWeight(a: Movement, b: Movement): number {
  return Math.abs(b.difference) - Math.abs(a.difference) || compareText(a.kind, b.kind) || compareText(a.id, b.id);
}

/** The facts of the catalogue that either profile reads and that differ; derived ones follow from them. */
function changedFacts(before: Assessed, after: Assessed): readonly ChangedFact[] {
  const reads = [...new Set([...before.profile.reads, ...after.profile.reads])].sort(compareText);
  const left = readFacts(before.profile, before.facts);
  const right = readFacts(after.profile, after.facts);
  const changes = (one: ReadonlyMap<string, Fact> | undefined, other: ReadonlyMap<string, Fact> | undefined, level: string, item?: number): ChangedFact[] =>
    reads.flatMap((indicator) => {
      const term = before.profile.vocabulary.get(indicator) ?? after.profile.vocabulary.get(indicator);
      const was = one?.get(indicator) ?? ABSENT;
      const is = other?.get(indicator) ?? ABSENT;
      if (term?.level !== level || canonicalJson(was) === canonicalJson(is)) return [];
      return [{ indicator, ...(item === undefined ? {} : { item }), before: copyFact(was), after: copyFact(is) }];
    });
  const itemOf = (facts: typeof left, line: number) => facts.items[facts.lines.indexOf(line)];
  const lines = [...new Set([...left.lines, ...right.lines])].sort((a, b) => a - b);
  return [...changes(left.header, right.header, "header"), ...lines.flatMap((line) => changes(itemOf(left, line), itemOf(right, line), "item", line))];
}
