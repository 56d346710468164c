import type { ReferenceEntry } from "./reference-list.js";

/** A chemical that is controlled or watched because drugs are made from it. */
export interface Substance extends ReferenceEntry {
  readonly id: string;
  readonly name: string;
  /** Further names that tell it apart by themselves. */
  readonly names?: readonly string[];
  /** Names in Vietnamese, other spellings and names of the trade, from memory and unverified, whatever the entry's confidence. */
  readonly namesFromMemory?: readonly string[];
  /** Short names that mean other things outside of chemistry: they count for goods of HS chapters 28 and 29 alone. */
  readonly abbreviations?: readonly string[];
  /** Phrases that begin with one of its names and mean other goods (memory). */
  readonly otherGoods?: readonly string[];
  /**
   * Where it is listed: tables `I` and `II` of the UN convention of 1988, `ISSL` (the special surveillance list of the INCB, as a public
   * reference reports it), `NATIONAL` (controlled in many states), `EU-CAT1` (the European Union alone).
   */
  readonly table: "I" | "II" | "ISSL" | "NATIONAL" | "EU-CAT1";
  /** The year of the decision to list it, where one is known. */
  readonly since?: number;
  /** Its number in the CAS registry. */
  readonly cas: string;
  /** The subheading of HS 2022 that it falls under. */
  readonly hs6: string;
  /** Whether the subheading names it; else many other goods share the code. */
  readonly isNamedByHs: boolean;
  /** How sure the classification is. */
  readonly hsConfidence: "high" | "medium" | "low";
  /** The drugs that it is made into, or what it serves as. */
  readonly usedFor: readonly string[];
  readonly note?: string;
}
