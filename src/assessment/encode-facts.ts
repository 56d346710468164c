import { prefixIssue } from "../core/issue.js";
import { orThrow, type Result, success } from "../core/result.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { AssessOptions } from "./assess.js";
import { checkAssessable } from "./check-assessable.js";
import type { KeptFacts } from "./scorer.js";
import { withScorer } from "./scorer-of.js";
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
