import type { AssessOptions } from "../../assessment/assess.js";
import { checkAssessable } from "../../assessment/check-assessable.js";
import { readFacts } from "../../assessment/read-facts.js";
import { isDrawnAtRandom } from "../../assessment/select.js";
import { deepFreeze } from "../../core/freeze.js";
import { orThrow, type Result, success } from "../../core/result.js";
import { isMissing } from "../../indicators/fact.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import type { FactPlace } from "../change-facts.js";
import { freeAt, placedFacts } from "./free-places.js";
import { type Bounds, boundScores, type ScoreBounds } from "./score-bounds.js";

/** The score of one domain between what the missing facts could make of it, in micropoints. */
export interface DomainBounds extends Bounds {
  readonly id: string;
}

/** A missing fact, and what it alone could make of the assessment. */
export interface MissingPlace extends FactPlace {
  /** The greatest distance between two scores of one domain, in micropoints. */
  readonly spread: number;
  readonly leastChannel: string;
  readonly mostChannel: string;
}

/** What the facts that are absent or failed could change, were they known. */
export interface RangeOfUnknown {
  readonly leastChannel: string;
  readonly mostChannel: string;
  /** In order of id. */
  readonly domains: readonly DomainBounds[];
  /** The fact that matters most first: by the channels that it could make, then by spread. */
  readonly missing: readonly MissingPlace[];
}

/**
 * The range of scores and channels over all values that the missing facts (absent or failed, not those that do not apply) could have, the random draw as it
 * is. Every completion lies within; the ends are attained where each missing fact is read once, and may be too wide where it is read more often.
 */
export function rangeOfUnknown(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): Result<RangeOfUnknown> {
  const at = checkAssessable(profile, facts, options.selectionKey);
  if (!at.ok) return at;
  const { document } = profile;
  const read = readFacts(profile, facts);
  const drawn = isDrawnAtRandom(document.selection, facts, options.selectionKey) ? document.channels.indexOf(document.selection.channel) : 0;
  const channel = (rank: number): string => document.channels[Math.max(rank, drawn)] ?? "";
  const places = placedFacts(profile, read).filter(({ fact }) => isMissing(fact) && fact.missing !== "notApplicable");
  const bound = (free: readonly FactPlace[]): ScoreBounds => boundScores(profile, read, at.value, freeAt(free, read.lines, "value"));
  const all = bound(places);
  const missing = places.map(({ fact: _, ...place }) => {
    const { domains, leastRank, mostRank } = bound([place]);
    const spread = Math.max(...domains.map(({ least, most }) => most - least));
    return {
      leastRank: Math.max(leastRank, drawn),
      mostRank: Math.max(mostRank, drawn),
      place: { ...place, spread, leastChannel: channel(leastRank), mostChannel: channel(mostRank) },
    };
  });
  return success(
    deepFreeze({
      leastChannel: channel(all.leastRank),
      mostChannel: channel(all.mostRank),
      domains: profile.domains.map(({ id }, index) => ({ id, least: all.domains[index]?.least ?? 0, most: all.domains[index]?.most ?? 0 })),
      missing: missing.sort((a, b) => b.mostRank - b.leastRank - (a.mostRank - a.leastRank) || b.place.spread - a.place.spread).map(({ place }) => place),
    }),
  );
}

/**
 * {@link rangeOfUnknown} that throws.
 * @throws {IssueError} where the facts cannot be assessed
 */
export function rangeOfUnknownOrThrow(profile: CompiledProfile, facts: Facts, options: AssessOptions = {}): RangeOfUnknown {
  return orThrow(rangeOfUnknown(profile, facts, options));
}
