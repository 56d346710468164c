import type { HistoryCounts, HistoryWindow } from "../../history/reader.js";
import { familyOf } from "../../model/family.js";
import type { MissingFact } from "../fact.js";
import type { HeaderContext } from "../indicator.js";

/** Values of a key, of which the declaration may not state each. */
type Stated = readonly (string | undefined)[];

/** What was ever seen under a key. */
export interface Past extends HistoryCounts {
  /** Absent where nothing was. */
  readonly lastSeenAt?: string;
}

const NOTHING: Past = Object.freeze({ declarations: 0, inspected: 0, findings: 0 });

/** The fact of a comparison with what a party did before, where it did nothing. */
export const NEVER_SEEN: MissingFact = Object.freeze({ missing: "notApplicable", reason: "nothing earlier to compare with" });

/**
 * All that was known under a key at the moment of assessment, the declaration's own family left out; `undefined` without a history or
 * where the declaration does not state a value of the key.
 */
export function past({ declaration, history, asOf }: HeaderContext, dimension: string, values: Stated): Past | undefined {
  if (history === undefined || !areStated(values)) return undefined;
  return history.tally({ dimension, values }, asOf, familyOf(declaration)) ?? NOTHING;
}

/** {@link past} within a window; `undefined` also where the history cannot tell of windows. */
export function recentPast({ declaration, history, asOf }: HeaderContext, dimension: string, values: Stated, window: HistoryWindow): HistoryCounts | undefined {
  return areStated(values) ? history?.recent?.({ dimension, values }, asOf, familyOf(declaration), window) : undefined;
}

/** How many declarations each member of a key had within so many days or ever, as {@link past}; `undefined` also where the history cannot tell of members. */
export function pastMembers(
  { declaration, history, asOf }: HeaderContext,
  dimension: string,
  values: Stated,
  days?: number,
): ReadonlyMap<string, number> | undefined {
  return areStated(values) ? history?.members?.({ dimension, values }, asOf, familyOf(declaration), days) : undefined;
}

function areStated(values: Stated): values is readonly string[] {
  return !values.includes(undefined);
}
