import * as z from "zod";
import { shortText } from "../core/fields.js";
import { deepFreeze } from "../core/freeze.js";
import { orThrow, type Result, success } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { record } from "../model/record.js";
import { isSilent, type Marked } from "./alert.js";
import { TLP_LABELS, type Tlp } from "./handling.js";

/** Who looks: an organisation, what its person is cleared for, in which role and for which purposes. */
export interface Viewer {
  /** As alerts name it in `originator` and `releasableTo`. */
  readonly organisation: string;
  readonly role: "officer" | "analyst" | "auditor" | "partner" | "declarant";
  /** The labels that the person may see. */
  readonly clearances: readonly Tlp[];
  /** The purposes that the person acts for; with none, only alerts that state no purpose are known. */
  readonly purposes: readonly string[];
  /** Whether the person is told of controlled deliveries and of subjects that must not be alerted. */
  readonly isClearedForSilent?: boolean;
}

const viewer: z.ZodType<Viewer> = exactly<Viewer>()(
  record({
    organisation: shortText,
    role: z.enum(["officer", "analyst", "auditor", "partner", "declarant"]),
    clearances: z.array(z.enum(TLP_LABELS as readonly [Tlp, ...Tlp[]])).max(9),
    purposes: z.array(shortText).max(999),
    isClearedForSilent: z.exactOptional(z.boolean()),
  }),
);

/** Reads a viewer. */
export function parseViewer(input: unknown): Result<Viewer> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(viewer, snapshot.value);
  return parsed.ok ? success(deepFreeze(parsed.value)) : parsed;
}

/**
 * {@link parseViewer} that throws.
 * @throws {IssueError} if the input is no viewer
 */
export function parseViewerOrThrow(input: unknown): Viewer {
  return orThrow(parseViewer(input));
}

/** Who knows least: a stranger, who knows what is clear for everybody and nothing else. */
export const LEAST_CLEARED: Viewer = deepFreeze({ organisation: "nobody", role: "partner", clearances: ["TLP:CLEAR"], purposes: [] });

/** Labels that let an alert go round a community without a list of recipients. */
const COMMUNITY: ReadonlySet<Tlp> = new Set<Tlp>(["TLP:GREEN", "TLP:CLEAR"]);

/**
 * Whether a viewer may know of an alert at all, its existence included. A declarant knows what is clear for everybody. Everybody else knows it only with
 * clearance for its label and for a purpose that is theirs; of these the originator its own alerts, then those that it is released to, and where there is
 * no such list, the administration all but red ones, a partner what is green or clear. Nothing goes onward while the originator's consent to that is
 * still wanted. Silent alerts are for those cleared for them, and never for declarants.
 */
export function mayKnow(viewer: Viewer, alert: Marked, administration: string): boolean {
  const { originator, handling } = alert;
  const { tlp, releasableTo, purposes, consentNeededFor, consentGivenFor } = handling;
  const { organisation, role } = viewer;
  if (isSilent(alert) && viewer.isClearedForSilent !== true) return false;
  const isHome = organisation === administration && role !== "declarant" && role !== "partner";
  const isOwn = organisation === originator && role !== "declarant";
  if (!isHome && !isOwn && consentNeededFor?.includes("onwardSharing") === true && consentGivenFor?.includes("onwardSharing") !== true) return false;
  if (role === "declarant") return !isSilent(alert) && tlp === "TLP:CLEAR" && releasableTo === undefined && purposes === undefined;
  if (!viewer.clearances.includes(tlp)) return false;
  if (purposes !== undefined && !purposes.some((purpose) => viewer.purposes.includes(purpose))) return false;
  if (isOwn) return true;
  if (releasableTo !== undefined) return releasableTo.includes(organisation);
  return isHome ? tlp !== "TLP:RED" : COMMUNITY.has(tlp);
}
