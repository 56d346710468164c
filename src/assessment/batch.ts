import { prefixIssue } from "../core/issue.js";
import { orThrow, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { AssessOptions } from "./assess.js";
import { checkAssessable } from "./check-assessable.js";
import type { KeptFacts } from "./scorer.js";
import { withScorer } from "./scorer-of.js";
import { overallRank } from "./scores.js";
import { isDrawnAtRandom } from "./select.js";

/** The facts of many declarations as the classes that one profile tells apart: encoded once, scored any number of times. */
export interface EncodedFacts {
  readonly profile: CompiledProfile;
  readonly count: number;
  /** The moment of each assessment in milliseconds. */
  readonly at: Float64Array;
  /** Whether each declaration was drawn at random: 1 or 0. */
  readonly drawn: Uint8Array;
  /** The classes of the headers, one row a declaration. */
  readonly headers: Int32Array;
  /** Where each declaration's items start, and the end of the last. */
  readonly itemStarts: Int32Array;
  /** The classes of the items, one row an item, and their line numbers. */
  readonly items: Int32Array;
  readonly lines: Int32Array;
  /** What model terms need beside classes; absent if no term does. */
  readonly kept?: readonly (KeptFacts | undefined)[];
}

/** The scores of many declarations as columns. */
export interface BatchScores {
  readonly count: number;
  /** The domains, in the order of the columns of `micropoints`. */
  readonly domains: readonly string[];
  /** One row a declaration, one column a domain. */
  readonly micropoints: Float64Array;
  /** The index of the overall channel among the profile's. */
  readonly channels: Uint8Array;
  /** The ids of the rules that `hitRules` numbers. */
  readonly rules: readonly string[];
  /** Where each declaration's hits start, and the end of the last. */
  readonly hitStarts: Int32Array;
  /** The rule of each hit: the header's hits first, then those of each item. */
  readonly hitRules: Int32Array;
  /** The line number of each hit's item; 0 for the header. */
  readonly hitItems: Int32Array;
  /** 1 undetermined, 2 superseded, 3 fired. */
  readonly hitOutcomes: Uint8Array;
}

/** Encodes facts for a profile; fails where one of them could not be assessed, with its index in the path. */
export function encodeFacts(profile: CompiledProfile, facts: readonly Facts[], options: AssessOptions = {}): Result<EncodedFacts> {
  const { plan, document } = profile;
  const { headerSlots, factSlots } = plan.layout;
  const itemSlots = factSlots - headerSlots;
  const itemStarts = new Int32Array(facts.length + 1);
  for (const [index, each] of facts.entries()) itemStarts[index + 1] = (itemStarts[index] as number) + each.items.length;
  const total = itemStarts[facts.length] as number;
  const at = new Float64Array(facts.length);
  const drawn = new Uint8Array(facts.length);
  const headers = new Int32Array(facts.length * headerSlots);
  const items = new Int32Array(total * itemSlots);
  const lines = new Int32Array(total);
  const kept: (KeptFacts | undefined)[] = [];
  for (const [index, each] of facts.entries()) {
    const moment = checkAssessable(profile, each, options.selectionKey);
    if (!moment.ok) return { ok: false, issues: moment.issues.map((issue) => prefixIssue(issue, index)) as unknown as typeof moment.issues };
    at[index] = moment.value;
    drawn[index] = isDrawnAtRandom(document.selection, each, options.selectionKey) ? 1 : 0;
    withScorer(profile, (scorer) => {
      const read = scorer.read(each);
      if (plan.termsNeedFacts) kept.push(read);
      const classes = scorer.classes();
      headers.set(classes.subarray(0, headerSlots), index * headerSlots);
      const first = itemStarts[index] as number;
      items.set(classes.subarray(scorer.rowOf(0), scorer.rowOf(each.items.length)), first * itemSlots);
      lines.set(scorer.scores.lines.slice(0, each.items.length), first);
    });
  }
  return success({ profile, count: facts.length, at, drawn, headers, itemStarts, items, lines, ...(plan.termsNeedFacts ? { kept } : {}) });
}

/**
 * {@link encodeFacts} that throws.
 * @throws {IssueError} where {@link encodeFacts} fails
 */
export function encodeFactsOrThrow(profile: CompiledProfile, facts: readonly Facts[], options: AssessOptions = {}): EncodedFacts {
  return orThrow(encodeFacts(profile, facts, options));
}

/** Scores encoded facts under the profile that they were encoded for: the channels, sums and hits of {@link score}, as columns. */
export function scoreBatch(encoded: EncodedFacts): BatchScores {
  const { profile, count } = encoded;
  const { plan, document, domains } = profile;
  const { headerSlots, factSlots } = plan.layout;
  const itemSlots = factSlots - headerSlots;
  const selectedRank = document.channels.indexOf(document.selection.channel);
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
  return { count, domains: domains.map((domain) => domain.id), micropoints, channels, rules: plan.ruleIds, hitStarts, ...hits };
}

function copy(from: Int32Array, start: number, length: number, to: Int32Array, at: number): void {
  for (let index = 0; index < length; index += 1) to[at + index] = from[start + index] as number;
}
