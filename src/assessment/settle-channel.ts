import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { SelectionResult } from "./assessment.js";
import type { Scores } from "./scorer.js";
import { select } from "./select.js";
import type { SelectionKey } from "./selection-key.js";

/** The selection, and the rank of the overall channel: the highest of domain channels, mandatory rules and the random draw. */
export function settleChannel(
  { document }: CompiledProfile,
  facts: Facts,
  scores: Scores,
  key: SelectionKey | undefined,
): { readonly selection: SelectionResult; readonly rank: number } {
  const reached = { threshold: Math.max(0, ...scores.threshold), mandatory: Math.max(0, ...scores.mandatory) };
  const selectedRank = document.channels.indexOf(document.selection.channel);
  const { result, drawnAtRandom } = select(document.selection, selectedRank, reached, facts, key);
  return { selection: result, rank: Math.max(reached.threshold, reached.mandatory, drawnAtRandom ? selectedRank : 0) };
}
