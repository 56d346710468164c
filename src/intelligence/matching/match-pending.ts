import { compareText } from "../../core/canonical.js";
import type { Instant } from "../../core/instant.js";
import type { Alert } from "../alert.js";
import type { AlertMatch } from "../reader.js";
import { type AlertIndexOptions, createAlertIndex } from "./alert-index.js";
import type { Matchable } from "./matchable.js";

/** A declaration or consignment that is still open, such as goods that have not left customs control. */
export interface OpenConsignment<D extends Matchable = Matchable> {
  readonly declaration: D;
  /** When it was scored. */
  readonly assessedAt: Instant;
}

/** What an alert would have added to an assessment that was made before it came. */
export interface PendingMatch<D extends Matchable = Matchable> {
  readonly declaration: D;
  readonly assessedAt: Instant;
  readonly matches: readonly AlertMatch[];
  /** Whether the match is of a silent alert: for cleared viewers only, never a reason to score again. */
  readonly isSilent: boolean;
}

/**
 * Finds the open consignments that an alert concerns though they were scored before it came, in order of declaration; governed as of `asOf` like
 * any other use of the alert, so that one which may not be used finds nothing.
 */
export function matchPending<D extends Matchable>(
  alert: Alert,
  open: Iterable<OpenConsignment<D>>,
  options: AlertIndexOptions & { readonly asOf: Instant },
): readonly PendingMatch<D>[] {
  const index = createAlertIndex([alert], options);
  const found: PendingMatch<D>[] = [];
  for (const { declaration, assessedAt } of open) {
    const matches = index.matches(declaration, options.asOf);
    const silent = index.silentMatches(declaration, options.asOf);
    if (matches.length > 0) found.push({ declaration, assessedAt, matches, isSilent: false });
    if (silent.length > 0) found.push({ declaration, assessedAt, matches: silent, isSilent: true });
  }
  return found.sort((a, b) => compareText(a.declaration.id, b.declaration.id));
}
