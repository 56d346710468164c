import type { AssessOptions } from "../../assessment/assess.js";
import { checkAssessable } from "../../assessment/check-assessable.js";
import { readFacts } from "../../assessment/read-facts.js";
import { score } from "../../assessment/score.js";
import { isDrawnAtRandom } from "../../assessment/select.js";
import { deepFreeze } from "../../core/freeze.js";
import { orThrow, type Result, success } from "../../core/result.js";
import { isMissing } from "../../indicators/fact.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { changeFacts, copyFact, type FactPlace } from "../change-facts.js";
import { freeAt, type PlacedFact, placedFacts } from "./free-places.js";
import { representativesOf } from "./representatives.js";
import { boundScores } from "./score-bounds.js";

/** How far to search. */
export interface DecidingOptions extends AssessOptions {
  /** The most sets of facts looked at for a smaller one, 0 or more; 2,000 unless told. */
  readonly maxSets?: number;
}

/** The facts that decide the overall channel. */
export interface DecidingFacts {
  readonly channel: string;
  /** What decides whatever the facts are: the draw, or nothing, since the lowest channel needs no reason. */
  readonly decidedBy: "facts" | "random" | "lowestChannel";
  /** Facts that make the channel, or a higher one, whatever the others would be; none of them can be spared. */
  readonly sufficient: readonly PlacedFact[];
  /** `smallest`: no set of fewer facts can be shown to be sufficient; `minimal`: the search for one was cut off. */
  readonly search: "smallest" | "minimal";
  /** Facts without which the channel falls: with another value of this one alone it would be lower. */
  readonly necessary: readonly PlacedFact[];
}

const DEFAULT_MAX_SETS = 2_000;

/**
 * The smallest set of facts that makes the channel whatever the rest would be, and the facts that it would not stand without. That a set is
 * sufficient is proved by bounds, which can ask for more facts than needed where one fact is read by several conditions; that a fact is necessary is seen by
 * scoring it with another value, among those that the profile tells apart. Fails where the facts cannot be assessed.
 */
export function findDecidingFacts(profile: CompiledProfile, facts: Facts, options: DecidingOptions = {}): Result<DecidingFacts> {
  const at = checkAssessable(profile, facts, options.selectionKey);
  if (!at.ok) return at;
  const now = score(profile, facts, options);
  if (!now.ok) return now;
  const { channels, selection } = profile.document;
  const { channel } = now.value;
  const rank = channels.indexOf(channel);
  if (rank === 0) return success(deepFreeze({ channel, decidedBy: "lowestChannel", sufficient: [], search: "smallest", necessary: [] }));
  if (isDrawnAtRandom(selection, facts, options.selectionKey) && channels.indexOf(selection.channel) === rank) {
    return success(deepFreeze({ channel, decidedBy: "random", sufficient: [], search: "smallest", necessary: [] }));
  }
  const read = readFacts(profile, facts);
  const places = placedFacts(profile, read);
  const isSufficient = (fixed: ReadonlySet<PlacedFact>): boolean => {
    const free = places.filter((place) => !fixed.has(place));
    return boundScores(profile, read, at.value, freeAt(free, read.lines, "anything")).leastRank >= rank;
  };
  const found = smallestSet(places, isSufficient, options.maxSets ?? DEFAULT_MAX_SETS);
  return success(
    deepFreeze({
      channel,
      decidedBy: "facts",
      sufficient: found.set.map(copyPlaced),
      search: found.isSmallest ? "smallest" : "minimal",
      necessary: places.filter((place) => isNecessary(profile, facts, place, rank, options)).map(copyPlaced),
    }),
  );
}

/**
 * {@link findDecidingFacts} that throws.
 * @throws {IssueError} where the facts cannot be assessed
 */
export function findDecidingFactsOrThrow(profile: CompiledProfile, facts: Facts, options: DecidingOptions = {}): DecidingFacts {
  return orThrow(findDecidingFacts(profile, facts, options));
}

/** Frees one fact after the other where the rest suffices, then looks among what is left for sets of fewer facts. */
function smallestSet(
  places: readonly PlacedFact[],
  isSufficient: (fixed: ReadonlySet<PlacedFact>) => boolean,
  maxSets: number,
): { readonly set: readonly PlacedFact[]; readonly isSmallest: boolean } {
  const kept = new Set(places);
  const free = (some: readonly PlacedFact[]): boolean => {
    for (const place of some) kept.delete(place);
    if (isSufficient(kept)) return true;
    for (const place of some) kept.add(place);
    return false;
  };
  // most items have no say: each is tried as a whole before its facts are tried one by one
  for (const item of new Set(places.map((place) => place.item))) {
    const together = places.filter((place) => place.item === item);
    if (item === undefined || !free(together)) for (const place of together) free([place]);
  }
  // what is missing can be what decides, where a rule gives points for not knowing: the likelier facts come first, none is left out
  const likely = (place: PlacedFact): number => (kept.has(place) ? 0 : isMissing(place.fact) ? 2 : 1);
  const candidates = places.toSorted((a, b) => likely(a) - likely(b));
  let looked = 0;
  for (let size = 0; size < kept.size; size += 1) {
    for (const set of subsets(candidates, size)) {
      if (looked >= maxSets) return { set: [...kept], isSmallest: false };
      looked += 1;
      if (isSufficient(new Set(set))) return { set, isSmallest: true };
    }
  }
  return { set: [...kept], isSmallest: true };
}

function* subsets<T>(members: readonly T[], size: number, from = 0): Generator<readonly T[], void, undefined> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index + size <= members.length; index += 1) {
    for (const rest of subsets(members, size - 1, index + 1)) yield [members[index] as T, ...rest];
  }
}

function isNecessary(profile: CompiledProfile, facts: Facts, { fact, ...place }: PlacedFact, rank: number, options: AssessOptions): boolean {
  const { values } = representativesOf(profile, place.indicator, isMissing(fact) ? "" : fact);
  return [...values, { missing: "notApplicable" as const }, { missing: "absent" as const }].some((to) => {
    const changed = score(profile, changeFacts(facts, [{ ...place, to }]), options);
    return changed.ok && profile.document.channels.indexOf(changed.value.channel) < rank;
  });
}

function copyPlaced({ fact, ...place }: PlacedFact): PlacedFact & FactPlace {
  return { ...place, fact: copyFact(fact) };
}
