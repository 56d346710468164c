import type { Instant } from "../core/instant.js";
import type { HistoryKey } from "./reader.js";

/** The keys of one goods item. */
export interface ItemKeys {
  /** The line number, 1 to 9,999. */
  readonly item: number;
  readonly keys: readonly HistoryKey[];
}

/** A declaration as it was observed: registered, or amended later. */
export interface HistoryEvent {
  readonly declarationId: string;
  /** The number of the family's first declaration; the declaration's own where it is not stated. */
  readonly familyId?: string;
  /**
   * What the versions of one declaration share, so that an amendment replaces what it amends: the declaration's own number
   * unless told. To be stated where an amendment gets a number of its own; the parts of a split stand side by side.
   */
  readonly part?: string;
  /** When the declaration was registered, or amended. */
  readonly occurredAt: Instant;
  /** When whoever keeps the history came to know of it. */
  readonly knownAt: Instant;
  /** The keys of the header. */
  readonly keys: readonly HistoryKey[];
  readonly items?: readonly ItemKeys[];
}

/** Why a declaration was inspected, and how likely it was to be. */
export interface OutcomeSelection {
  /** Such as `random`, `threshold` or `mandatory`; 1 to 256 characters. */
  readonly reason: string;
  /** The total probability of selection, above 0 and at most 1. */
  readonly probability: number;
}

/** The result of an inspection. A declaration without one counts as uninspected, never as clean. */
export interface HistoryOutcome {
  readonly declarationId: string;
  /** The line number of the item inspected; without it the outcome is of the declaration as a whole. */
  readonly item?: number;
  readonly finding: boolean;
  /** When the result became known; a later result of the same item, or of the whole, replaces an earlier one from then on. */
  readonly knownAt: Instant;
  readonly selection?: OutcomeSelection;
}
