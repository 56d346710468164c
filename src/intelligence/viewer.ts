import type { Alert } from "./alert.js";
import { isSilent } from "./alert.js";
import type { Tlp } from "./handling.js";

/** Who looks: an organisation, what its person is cleared for, and in which role and for which purposes. */
export interface IntelligenceViewer {
  readonly organisation: string;
  readonly role: "officer" | "analyst" | "partner" | "declarant";
  /** The labels that the person may see. */
  readonly clearances: readonly Tlp[];
  /** Whether the person is told of controlled deliveries and of subjects that must not be alerted. */
  readonly isClearedForSilent?: boolean;
  /** The purposes that the person acts for; none sees only alerts that state no purpose. */
  readonly purposes: readonly string[];
}

/** Labels that go no further than to organisations which the alert names, or to the one that received it. */
const NAMED_ONLY: ReadonlySet<Tlp> = new Set<Tlp>(["TLP:RED", "TLP:AMBER+STRICT"]);

/**
 * Whether a viewer may know of an alert at all, its existence included. A declarant knows what is clear for everybody; a partner what it is
 * released to, or what no list keeps it from and its label lets go round a community (green, clear); officers and analysts of the administration what
 * they are cleared for; all only for a purpose that is theirs, and silent alerts only if cleared for these.
 */
export function mayKnow(viewer: IntelligenceViewer, alert: Alert, administration: string): boolean {
  const { tlp, releasableTo, purposes } = alert.handling;
  if (isSilent(alert) && !(viewer.isClearedForSilent === true && viewer.role !== "declarant")) return false;
  if (viewer.role === "declarant") return tlp === "TLP:CLEAR" && releasableTo === undefined && purposes === undefined;
  if (!viewer.clearances.includes(tlp)) return false;
  if (purposes !== undefined && !purposes.some((purpose) => viewer.purposes.includes(purpose))) return false;
  const organisation = viewer.organisation;
  if (organisation === alert.originator) return true;
  if (releasableTo !== undefined) return releasableTo.includes(organisation);
  if (organisation === administration) return tlp !== "TLP:RED";
  return !NAMED_ONLY.has(tlp) && tlp !== "TLP:AMBER";
}
