import { type Instant, parseInstant } from "../core/instant.js";
import { type Alert, isSilent } from "./alert.js";
import { type IntelligenceViewer, mayKnow } from "./viewer.js";

/** For what and for whom alerts are used. */
export interface AlertUse {
  /** What the assessment serves, such as `drugControl`. */
  readonly purpose: string;
  /** The administration that scores, as alerts name it in `releasableTo`. */
  readonly administration: string;
  /** With a viewer, only what the viewer may know counts. */
  readonly viewer?: IntelligenceViewer;
}

/** Why an alert is not used. */
export type WithheldBecause = "notYetValid" | "expired" | "revoked" | "purpose" | "notReleasable" | "consent" | "viewer" | "silent";

/** Alerts sorted by what may come of them. */
export interface UsableAlerts {
  /** Those that may become facts. */
  readonly facts: readonly Alert[];
  /** Silent ones that the viewer is cleared for: they yield notifications, never facts. */
  readonly silent: readonly Alert[];
}

/** Which alerts may be used at a moment; governance comes before scoring, so that what is left out leaves no trace. */
export function usableAlerts(alerts: readonly Alert[], use: AlertUse & { readonly asOf: Instant }): UsableAlerts {
  const at = parseInstant(use.asOf);
  if (at === undefined) throw new RangeError(`\`${use.asOf}\` is no instant`);
  const facts: Alert[] = [];
  const silent: Alert[] = [];
  for (const alert of alerts) {
    if (withheldAt(periodOf(alert), at) !== undefined) continue;
    const because = withheldFor(alert, use);
    if (because === undefined) facts.push(alert);
    else if (because === "silent" && isToldOfSilent(alert, use)) silent.push(alert);
  }
  return { facts, silent };
}

/** Why an alert may not become a fact whatever the moment, else `undefined`; `silent` comes last. */
export function withheldFor(alert: Alert, { purpose, administration, viewer }: AlertUse): WithheldBecause | undefined {
  const { purposes, consentNeededFor, consentGivenFor } = alert.handling;
  if (purposes !== undefined && !purposes.includes(purpose)) return "purpose";
  if (!isReleasable(alert, administration)) return "notReleasable";
  if (consentNeededFor?.includes("automatedUse") === true && consentGivenFor?.includes("automatedUse") !== true) return "consent";
  if (isSilent(alert)) return "silent";
  return viewer === undefined || mayKnow(viewer, alert, administration) ? undefined : "viewer";
}

/** Whether the viewer is notified of a silent alert: without a viewer nobody is. */
export function isToldOfSilent(alert: Alert, { viewer, administration }: AlertUse): boolean {
  return viewer !== undefined && mayKnow(viewer, alert, administration);
}

/** Its own alerts, those that name it, and those that name nobody and are not for single recipients only. */
function isReleasable({ originator, handling }: Alert, administration: string): boolean {
  if (originator === administration) return true;
  return handling.releasableTo === undefined ? handling.tlp !== "TLP:RED" : handling.releasableTo.includes(administration);
}

/** When an alert may be used, in milliseconds. */
export interface AlertPeriod {
  readonly from: number;
  readonly until: number;
  readonly revoked: number;
}

/** The period of an alert whose instants are valid. */
export function periodOf({ validFrom, validUntil, revokedAt, receivedAt }: Alert): AlertPeriod {
  return {
    // what was not received yet was not known
    from: Math.max(parseInstant(validFrom) as number, parseInstant(receivedAt) as number),
    until: parseInstant(validUntil) as number,
    revoked: revokedAt === undefined ? Number.POSITIVE_INFINITY : (parseInstant(revokedAt) as number),
  };
}

/** Why an alert may not be used at a moment, else `undefined`. */
export function withheldAt({ from, until, revoked }: AlertPeriod, at: number): "revoked" | "expired" | "notYetValid" | undefined {
  if (at >= revoked) return "revoked";
  if (at >= until) return "expired";
  return at < from ? "notYetValid" : undefined;
}
