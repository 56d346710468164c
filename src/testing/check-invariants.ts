import { type AssessOptions, assess } from "../assessment/assess.js";
import type { Assessment } from "../assessment/assessment.js";
import { canonicalJson } from "../core/canonical.js";
import { formatIssue, quote } from "../core/issue.js";
import { formatPoints } from "../core/micropoints.js";
import { changeFacts, type FactPlace, factAt, hasValue } from "../explanation/change-facts.js";
import { representativesOf } from "../explanation/what-if/representatives.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { Direction } from "./cases.js";

/** What has to hold of every assessment whatever is expected of it: contributions that add up exactly, and no say for the order in which items stand. */
export function checkInvariants(profile: CompiledProfile, facts: Facts, assessment: Assessment, options: AssessOptions): readonly string[] {
  const sums = Object.entries(assessment.domains).flatMap(([id, { contributions, micropoints }]) => {
    const sum = contributions.reduce((total, contribution) => total + contribution.micropoints, 0);
    return sum === micropoints ? [] : [`the contributions of ${id} add up to ${formatPoints(sum)} points, the score is ${formatPoints(micropoints)}`];
  });
  const turned = assess(profile, { ...facts, items: facts.items.toReversed() }, options);
  const isSame = turned.ok && canonicalJson(turned.value) === canonicalJson(assessment);
  return isSame ? sums : [...sums, "the same items in another order are assessed otherwise"];
}

/**
 * Where the points of a domain do not go the way that is expected of them as one indicator rises and all other facts stay: it is set, in each place where it
 * can stand, to every value that the profile tells apart, and the points are compared from value to value.
 */
export function checkMonotone(
  profile: CompiledProfile,
  facts: Facts,
  directions: Readonly<Record<string, Direction>>,
  options: AssessOptions,
): readonly string[] {
  return Object.entries(directions).flatMap(([indicator, direction]) => {
    const { type, level } = profile.catalogue.indicators.get(indicator) ?? {};
    if (type !== "number" && type !== "boolean") return [`${quote(indicator)}: expected a number, or a yes or no, of the catalogue, which alone can rise`];
    const places: readonly FactPlace[] = level === "header" ? [{ indicator }] : facts.items.map(({ item }) => ({ indicator, item }));
    return places.flatMap((place) => firstBreak(profile, facts, place, direction, options));
  });
}

function firstBreak(profile: CompiledProfile, facts: Facts, place: FactPlace, direction: Direction, options: AssessOptions): readonly string[] {
  let before: { readonly to: number | boolean; readonly assessment: Assessment } | undefined;
  for (const to of valuesAt(profile, facts, place)) {
    const assessed = assess(profile, changeFacts(facts, [{ ...place, to }]), options);
    if (!assessed.ok) return assessed.issues.map(formatIssue);
    for (const [id, { micropoints }] of Object.entries(assessed.value.domains)) {
      const last = before?.assessment.domains[id]?.micropoints ?? micropoints;
      if (direction === "rising" ? micropoints >= last : micropoints <= last) continue;
      const where = place.item === undefined ? "" : `item ${place.item}: `;
      return [
        `${where}expected points of ${id} ${direction} with ${place.indicator}, but they go from ${formatPoints(last)} at ${before?.to} to ${formatPoints(micropoints)} at ${to}`,
      ];
    }
    before = { to, assessment: assessed.value };
  }
  return [];
}

/** Every value that the profile tells apart, and the one that is stated, from the least to the greatest. */
function valuesAt(profile: CompiledProfile, facts: Facts, place: FactPlace): readonly (number | boolean)[] {
  const stated = factAt(facts, place);
  const known = hasValue(stated) ? [stated] : [];
  const values = [...representativesOf(profile, place.indicator, known[0] ?? "").values, ...known];
  return [...new Set(values.filter((value) => typeof value === "number" || typeof value === "boolean"))].sort((a, b) => Number(a) - Number(b));
}
