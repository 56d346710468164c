import { deepFreeze } from "../core/freeze.js";
import type { CalendarDate } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";

/** How far an entry can be relied on: `sourced` from a primary or official publication, `secondary` from somebody's report of one, `memory` from general knowledge, unverified. */
export type Confidence = "sourced" | "secondary" | "memory";

/** What every entry of a reference list says of itself. */
export interface ReferenceEntry {
  /** Where it comes from. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** A dated list of facts about goods. No reference list is a legal list: what binds stands in the law in force. */
export interface ReferenceList<E extends ReferenceEntry = ReferenceEntry> {
  readonly id: string;
  /** The state of knowledge that it gives. */
  readonly date: CalendarDate;
  readonly title: LocalizedText;
  readonly entries: readonly E[];
}

/** A subheading of the Harmonized System (HS 2022, six digits) that goods of interest fall under, beside others. */
export interface ListedHeading extends ReferenceEntry {
  readonly hs6: string;
  /** What of interest falls there. */
  readonly why: string;
}

/** A word or phrase of goods descriptions. */
export interface ListedPhrase extends ReferenceEntry {
  readonly phrase: string;
}

/** A list, frozen to its leaves. */
export function defineReferenceList<const E extends ReferenceEntry>(list: ReferenceList<E>): ReferenceList<E> {
  return deepFreeze(list);
}
