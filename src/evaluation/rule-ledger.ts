import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { orThrow, type Result } from "../core/result.js";
import { type Interval, wilsonInterval } from "../core/wilson.js";
import type { RiskProfile } from "../profile/profile.js";
import { checkUnique, conclude } from "./check-input.js";
import { type AssessedCase, isHit } from "./inspection-outcome.js";

/** How often another rule fired on the same declarations. */
export interface RuleOverlap {
  /** The other rule of the same domain. */
  readonly rule: string;
  readonly declarations: number;
  /** The share of this rule's fires. */
  readonly share: number;
}

/** What one rule did on a list of assessed declarations. */
export interface RuleRecord {
  readonly domain: string;
  readonly rule: string;
  /** Declarations on which it fired; where it was superseded in its group it does not count as fired. */
  readonly fires: number;
  readonly undetermined: number;
  readonly superseded: number;
  /** Of the fires, those with a known outcome. */
  readonly inspected: number;
  /** Of these, those with a finding of its domain. */
  readonly hits: number;
  /** Hits on which no other rule of the domain fired. */
  readonly uniqueHits: number;
  /** Hits per inspected fire, with Wilson's 95 % interval; `undefined` without any. Of the inspected only, so of what the selection was after. */
  readonly precision: (Interval & { readonly rate: number }) | undefined;
  /** The moment of the assessment of the latest hit. */
  readonly lastHit: Instant | undefined;
  /** Other rules that fired with it, the most frequent first. */
  readonly overlaps: readonly RuleOverlap[];
}

/** The record of every rule of a profile, and of every rule that the assessments name. */
export interface RuleLedger {
  readonly declarations: number;
  readonly inspected: number;
  /** By domain, then by rule. */
  readonly rules: readonly RuleRecord[];
  /** The rules that did not fire once. */
  readonly neverFired: readonly { readonly domain: string; readonly rule: string }[];
}

/** The ledger of a profile's rules over assessed declarations. A declaration that is stated twice is an issue. */
export function ruleLedger(profile: Pick<RiskProfile, "domains">, cases: readonly AssessedCase[]): Result<RuleLedger> {
  const ids = cases.map((assessed) => assessed.assessment.id);
  return conclude(
    checkUnique(ids, (index) => [index, "assessment", "id"]),
    () => deepFreeze(keepLedger(profile, cases)),
  );
}

/**
 * {@link ruleLedger} that throws.
 * @throws {IssueError} if a declaration is stated twice
 */
export function ruleLedgerOrThrow(profile: Pick<RiskProfile, "domains">, cases: readonly AssessedCase[]): RuleLedger {
  return orThrow(ruleLedger(profile, cases));
}

interface Entry {
  fires: number;
  undetermined: number;
  superseded: number;
  inspected: number;
  hits: number;
  uniqueHits: number;
  lastHit: Instant | undefined;
  readonly with: Map<string, number>;
}

function keepLedger(profile: Pick<RiskProfile, "domains">, cases: readonly AssessedCase[]): RuleLedger {
  const domains = new Map(Object.entries(profile.domains).map(([id, domain]) => [id, new Map(domain.rules.map((rule) => [rule.id, newEntry()]))]));
  for (const assessed of cases) {
    for (const [id, domain] of Object.entries(assessed.assessment.domains)) {
      const entries = domains.get(id) ?? new Map<string, Entry>();
      domains.set(id, entries);
      for (const rule of Object.keys(domain.rules)) if (!entries.has(rule)) entries.set(rule, newEntry());
      enter(entries, id, assessed);
    }
  }
  const rules = [...domains]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([domain, entries]) => [...entries].sort(([a], [b]) => compareText(a, b)).map(([rule, entry]) => toRecord(domain, rule, entry)));
  return {
    declarations: cases.length,
    inspected: cases.filter((assessed) => assessed.outcome !== undefined).length,
    rules,
    neverFired: rules.filter((rule) => rule.fires === 0).map(({ domain, rule }) => ({ domain, rule })),
  };
}

function newEntry(): Entry {
  return { fires: 0, undetermined: 0, superseded: 0, inspected: 0, hits: 0, uniqueHits: 0, lastHit: undefined, with: new Map() };
}

function enter(entries: ReadonlyMap<string, Entry>, domain: string, { assessment, outcome }: AssessedCase): void {
  const outcomes = Object.entries(assessment.domains[domain]?.rules ?? {});
  const fired = outcomes.filter(([, state]) => state === "fired").map(([rule]) => rule);
  for (const [rule, state] of outcomes) {
    const entry = entries.get(rule);
    if (entry === undefined || state === "notApplicable") continue;
    if (state !== "fired") {
      entry[state] += 1;
      continue;
    }
    entry.fires += 1;
    for (const other of fired) if (other !== rule) entry.with.set(other, (entry.with.get(other) ?? 0) + 1);
    if (outcome === undefined) continue;
    entry.inspected += 1;
    if (!isHit(outcome, domain)) continue;
    entry.hits += 1;
    if (fired.length === 1) entry.uniqueHits += 1;
    if (entry.lastHit === undefined || isLater(assessment.asOf, entry.lastHit)) entry.lastHit = assessment.asOf;
  }
}

function isLater(a: Instant, b: Instant): boolean {
  return (parseInstant(a) ?? -Infinity) > (parseInstant(b) ?? -Infinity);
}

function toRecord(domain: string, rule: string, { with: together, ...entry }: Entry): RuleRecord {
  return {
    domain,
    rule,
    ...entry,
    precision: entry.inspected === 0 ? undefined : { rate: entry.hits / entry.inspected, ...wilsonInterval(entry.hits, entry.inspected) },
    overlaps: [...together]
      .map(([other, declarations]) => ({ rule: other, declarations, share: declarations / entry.fires }))
      .sort((a, b) => b.declarations - a.declarations || compareText(a.rule, b.rule)),
  };
}
