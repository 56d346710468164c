import { indexPhrases, type PhraseHit, type PhraseIndex } from "./phrase-index.js";
import type { ListedHeading, ListedPhrase, ReferenceList } from "./reference-list.js";

/** Lists are frozen, so that what was prepared of one stays true. */
const phrases = new WeakMap<ReferenceList<ListedPhrase>, PhraseIndex<ListedPhrase>>();
const headings = new WeakMap<ReferenceList<ListedHeading>, ReadonlyMap<string, ListedHeading>>();

/** The phrases of a list that a text holds, whatever their disguise (see `indexPhrases`). */
export function findListedPhrases(text: string, list: ReferenceList<ListedPhrase>): readonly PhraseHit<ListedPhrase>[] {
  let index = phrases.get(list);
  if (index === undefined) {
    index = indexPhrases(list.entries.map((entry) => [entry.phrase, entry]));
    phrases.set(list, index);
  }
  return index.find(text);
}

/** The entry of a list for an HS code of six digits or more, else `undefined`. */
export function findListedHeading(hsCode: string | undefined, list: ReferenceList<ListedHeading>): ListedHeading | undefined {
  let index = headings.get(list);
  if (index === undefined) {
    index = new Map(list.entries.map((entry) => [entry.hs6, entry]));
    headings.set(list, index);
  }
  return hsCode === undefined ? undefined : index.get(hsCode.slice(0, 6));
}
