import { compareText } from "../../core/canonical.js";
import type { Instant } from "../../core/instant.js";
import type { Declaration } from "../../model/declaration.js";
import type { Subject } from "../../model/subject.js";
import type { Alert } from "../alert.js";
import type { AlertMatch } from "../reader.js";
import type { Viewer } from "../viewer.js";
import { type AlertIndexOptions, createAlertIndex } from "./alert-index.js";

/** A declaration or consignment that is still open, such as goods that have not left customs control. */
export interface OpenConsignment<D extends Subject = Declaration> {
  readonly declaration: D;
  /** When it was scored. */
  readonly assessedAt: Instant;
}

/** What an alert would have added to an assessment that was made before it came. */
export interface PendingMatch<D extends Subject = Declaration> {
  readonly declaration: D;
  readonly assessedAt: Instant;
  readonly matches: readonly AlertMatch[];
  /** Whether the match is of a silent alert: told to cleared viewers only, never a reason to score again. */
  readonly isSilent: boolean;
}

/** For what and for whom late matches are looked for. */
export interface PendingOptions extends AlertIndexOptions {
  readonly asOf: Instant;
  /** With a viewer, only what the viewer may know is found, silent alerts included; without one, all that may be scored. */
  readonly viewer?: Viewer;
}

/**
 * Finds the open consignments that an alert concerns though they were scored before it came, in order of declaration; governed as of `asOf` like
 * any other use of the alert, so that one which may not be used finds nothing.
 */
export function matchPending<D extends Subject>(alert: Alert, open: Iterable<OpenConsignment<D>>, options: PendingOptions): readonly PendingMatch<D>[] {
  const { asOf, viewer } = options;
  const index = createAlertIndex([alert], options);
  const known = viewer === undefined ? undefined : index.knownTo(viewer);
  const found: PendingMatch<D>[] = [];
  for (const { declaration, assessedAt } of open) {
    const matches = (known ?? index).matches(declaration, asOf);
    if (matches.length > 0) found.push({ declaration, assessedAt, matches, isSilent: false });
    const silent = known?.notifications(declaration, asOf) ?? [];
    if (silent.length > 0) found.push({ declaration, assessedAt, matches: silent, isSilent: true });
  }
  return found.sort((a, b) => compareText(a.declaration.id, b.declaration.id));
}
