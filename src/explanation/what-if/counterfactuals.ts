import type { AssessOptions } from "../../assessment/assess.js";
import { score } from "../../assessment/score.js";
import { canonicalJson } from "../../core/canonical.js";
import { expectation } from "../../core/expectation.js";
import { deepFreeze } from "../../core/freeze.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { orThrow, type Result, settle, success } from "../../core/result.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { changeFacts, copyFact, type FactChange, factAt, hasValue } from "../change-facts.js";
import { representativesOf } from "./representatives.js";

/** An indicator that may be thought otherwise, and what changing it costs; 1 unless told. */
export interface MutableIndicator {
  readonly indicator: string;
  readonly cost?: number;
}

/** What to look for, and how far. */
export interface CounterfactualOptions extends AssessOptions {
  /** The indicators that may change, in the header or in every item; the others stay. */
  readonly mutable: readonly MutableIndicator[];
  /** The most facts changed together, 1 to 4; 2 unless told. */
  readonly maxChanges?: number;
  /** The most answers, 1 or more; 5 unless told. */
  readonly limit?: number;
  /** The most scorings, 1 or more; 20,000 unless told. */
  readonly maxScorings?: number;
}

/** A set of changes that lowers the channel; without any one of them the channel would not fall. */
export interface Counterfactual {
  readonly changes: readonly FactChange[];
  readonly cost: number;
  readonly channel: string;
}

/** The changes found, and what can be said of those that were not. */
export interface Counterfactuals {
  /** The channel of the facts as they are. */
  readonly channel: string;
  /** Fewest changes first, then by cost. */
  readonly found: readonly Counterfactual[];
  /**
   * `exhausted`: every set of up to `maxChanges` was tried, and every value of each indicator is represented; `sampled`: every set was tried, but
   * a number in a linear term or a derived indicator, a set of codes or a text has values that stand for themselves alone; `bounded`: the work
   * was cut off.
   */
  readonly search: "exhausted" | "sampled" | "bounded";
}

const DEFAULTS = { maxChanges: 2, limit: 5, maxScorings: 20_000 } as const;
const MAX_CHANGES = 4;

/**
 * The smallest changes of facts that lower the overall channel, each verified by scoring the changed facts: for officers only, since they are
 * recipes. A fact is changed by itself: indicators that were computed from the same field do not follow. None is found where the lowest channel is
 * reached already, or a mandatory rule or the random draw decides whatever changes. Fails where the facts cannot be assessed or an option is out of range.
 */
export function findCounterfactuals(profile: CompiledProfile, facts: Facts, options: CounterfactualOptions): Result<Counterfactuals> {
  const { maxChanges = DEFAULTS.maxChanges, limit = DEFAULTS.limit, maxScorings = DEFAULTS.maxScorings } = options;
  const sound = settle(
    [
      ...checkCount("maxChanges", maxChanges, MAX_CHANGES),
      ...checkCount("limit", limit, Number.MAX_SAFE_INTEGER),
      ...checkCount("maxScorings", maxScorings, Number.MAX_SAFE_INTEGER),
      ...checkMutable(profile, options.mutable),
    ],
    () => undefined,
  );
  if (!sound.ok) return sound;
  const now = score(profile, facts, options);
  if (!now.ok) return now;
  const { channels } = profile.document;
  const rank = channels.indexOf(now.value.channel);
  const places = changeable(profile, facts, options.mutable);
  const found: Counterfactual[] = [];
  let scorings = 0;
  let isBounded = false;
  const tryChanges = (changes: readonly PricedChange[]): void => {
    scorings += 1;
    const changed = score(profile, changeFacts(facts, changes), options);
    if (!changed.ok || channels.indexOf(changed.value.channel) >= rank) return;
    const plain = changes.map(({ cost: _, ...change }) => change);
    found.push({ changes: plain, cost: changes.reduce((sum, { cost }) => sum + cost, 0), channel: changed.value.channel });
  };
  if (rank > 0) {
    for (let count = 1; count <= maxChanges && found.length < limit && !isBounded; count += 1) {
      for (const changes of choose(places, count)) {
        if (scorings >= maxScorings) {
          isBounded = true;
          break;
        }
        if (!found.some((smaller) => isWithin(smaller.changes, changes))) tryChanges(changes);
      }
    }
  }
  const isComplete = places.every((place) => place.isComplete);
  return success(
    deepFreeze({
      channel: now.value.channel,
      found: found.sort((a, b) => a.changes.length - b.changes.length || a.cost - b.cost).slice(0, limit),
      search: isBounded ? "bounded" : isComplete ? "exhausted" : "sampled",
    }),
  );
}

/**
 * {@link findCounterfactuals} that throws.
 * @throws {IssueError} where {@link findCounterfactuals} fails
 */
export function findCounterfactualsOrThrow(profile: CompiledProfile, facts: Facts, options: CounterfactualOptions): Counterfactuals {
  return orThrow(findCounterfactuals(profile, facts, options));
}

interface PricedChange extends FactChange {
  readonly cost: number;
}

/** The changes of one fact. */
interface ChangeablePlace {
  readonly changes: readonly PricedChange[];
  readonly isComplete: boolean;
}

/** The facts with a value that may be changed, the header's first, each with the values that it may take. */
function changeable(profile: CompiledProfile, facts: Facts, mutable: readonly MutableIndicator[]): readonly ChangeablePlace[] {
  return mutable.flatMap(({ indicator, cost = 1 }) => {
    const places = profile.vocabulary.get(indicator)?.level === "item" ? facts.items.map(({ item }) => ({ indicator, item })) : [{ indicator }];
    return places.flatMap((place): ChangeablePlace[] => {
      const from = factAt(facts, place);
      if (!hasValue(from)) return [];
      const { values, isComplete } = representativesOf(profile, indicator, from);
      const others = values.filter((value) => canonicalJson(value) !== canonicalJson(from));
      return [{ changes: others.map((to) => ({ ...place, from: copyFact(from), to, cost })), isComplete }];
    });
  });
}

/** Every way to change so many of the facts, one value each. */
function* choose(places: readonly ChangeablePlace[], count: number, from = 0): Generator<readonly PricedChange[], void, undefined> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let index = from; index + count <= places.length; index += 1) {
    for (const change of places[index]?.changes ?? []) {
      for (const others of choose(places, count - 1, index + 1)) yield [change, ...others];
    }
  }
}

/** Whether all of the smaller set's changes are among the larger's. */
function isWithin(smaller: readonly FactChange[], larger: readonly FactChange[]): boolean {
  return smaller.every((one) => larger.some((other) => one.indicator === other.indicator && one.item === other.item && one.to === other.to));
}

function checkCount(name: string, value: number, max: number): readonly Issue[] {
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return [];
  return [createIssue("value.invalid", expectation([name], `an integer from 1 to ${max}`, value, "choose how far to search"))];
}

function checkMutable(profile: CompiledProfile, mutable: readonly MutableIndicator[]): readonly Issue[] {
  return mutable.flatMap(({ indicator, cost = 1 }, index): readonly Issue[] => {
    const path = ["mutable", index] as const;
    if (!profile.catalogue.indicators.has(indicator)) {
      const issue = expectation(
        [...path, "indicator"],
        "an indicator of the catalogue",
        indicator,
        "name what a declaration states; derived indicators follow",
      );
      return [createIssue("indicator.unknown", { ...issue, indicator })];
    }
    return Number.isFinite(cost) && cost >= 0
      ? []
      : [createIssue("value.invalid", expectation([...path, "cost"], "a number of at least 0", cost, "state what the change costs"))];
  });
}
