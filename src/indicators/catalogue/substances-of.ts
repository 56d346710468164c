import { matchSubstances, type SubstanceEvidence, type SubstanceMatch } from "../../reference/match-substances.js";
import type { ItemContext } from "../indicator.js";

/** A context is made for one item of one extraction. */
const matched = new WeakMap<ItemContext, readonly SubstanceMatch[]>();

/** The listed substances that an item may be, looked up once for all indicators that ask. */
export function substancesOf(context: ItemContext): readonly SubstanceMatch[] {
  const known = matched.get(context) ?? matchSubstances(context.item, context.reference.substances);
  matched.set(context, known);
  return known;
}

/** Whether evidence tells the substance apart: a subheading that many goods share does not. */
export function isTelling(evidence: SubstanceEvidence): boolean {
  return evidence.kind !== "hs" || evidence.isNamedByHs;
}
