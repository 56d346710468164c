import type { BatchColumns } from "./batch-columns.js";
import type { EncodedFacts } from "./encode-facts.js";
import { isPlain, scorePlainBatch } from "./plain-batch.js";
import { withScorer } from "./scorer-of.js";
import { overallRank } from "./scores.js";

/** The scores of many declarations as columns. */
export interface BatchScores extends BatchColumns {
  readonly count: number;
  /** The domains, in the order of the columns of `micropoints`. */
  readonly domains: readonly string[];
  /** The ids of the rules that `hitRules` numbers. */
  readonly rules: readonly string[];
}

/** Scores encoded facts under the profile that they were encoded for: the channels, sums and hits of {@link score}, as columns. */
export function scoreBatch(encoded: EncodedFacts): BatchScores {
  const { profile, count } = encoded;
  const { plan, document, domains } = profile;
  const selectedRank = document.channels.indexOf(document.selection.channel);
  const columns = isPlain(profile) ? scorePlainBatch(encoded, selectedRank) : scoreEach(encoded, selectedRank);
  return { count, domains: domains.map((domain) => domain.id), rules: plan.ruleIds, ...columns };
}

/** Scores encoded facts one declaration after the other. */
function scoreEach(encoded: EncodedFacts, selectedRank: number): BatchColumns {
  const { profile, count } = encoded;
  const { plan, domains } = profile;
  const { headerSlots, factSlots } = plan.layout;
  const itemSlots = factSlots - headerSlots;
  const micropoints = new Float64Array(count * domains.length);
  const channels = new Uint8Array(count);
  const hitStarts = new Int32Array(count + 1);
  const hits = withScorer(profile, (scorer) => {
    const { scores } = scorer;
    scores.hits.count = 0;
    for (let index = 0; index < count; index += 1) {
      const at = encoded.at[index] as number;
      if (scorer.readsHeaderAnywhere) scorer.score(encoded.headers, index * headerSlots, encoded.kept?.[index], at, false);
      else {
        const first = encoded.itemStarts[index] as number;
        const end = encoded.itemStarts[index + 1] as number;
        scorer.reserve(end - first);
        const classes = scorer.classes();
        copy(encoded.headers, index * headerSlots, headerSlots, classes, 0);
        copy(encoded.items, first * itemSlots, (end - first) * itemSlots, classes, scorer.rowOf(0));
        for (let item = first; item < end; item += 1) scores.lines[item - first] = encoded.lines[item] as number;
        scorer.score(classes, 0, encoded.kept?.[index], at, false);
      }
      for (let domain = 0; domain < domains.length; domain += 1) {
        micropoints[index * domains.length + domain] = scores.micropoints[domain] as number;
      }
      channels[index] = overallRank(scores, encoded.drawn[index] === 1 ? selectedRank : 0);
      hitStarts[index + 1] = scores.hits.count;
    }
    const { rules, lines, outcomes } = scores.hits;
    const total = scores.hits.count;
    return { hitRules: rules.slice(0, total), hitItems: lines.slice(0, total), hitOutcomes: outcomes.slice(0, total) };
  });
  return { micropoints, channels, hitStarts, ...hits };
}

function copy(from: Int32Array, start: number, length: number, to: Int32Array, at: number): void {
  for (let index = 0; index < length; index += 1) to[at + index] = from[start + index] as number;
}
