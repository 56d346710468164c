import { type Instant, parseInstant } from "../core/instant.js";
import { type Alert, isSilent } from "./alert.js";

/** For what and for whom alerts are used. */
export interface AlertUse {
  /** What the assessment serves, such as `drugControl`, in the words that alerts state their purposes in. */
  readonly purpose: string;
  /** The administration that scores, as alerts name it in `releasableTo`. */
  readonly administration: string;
}

/** Why an alert becomes no fact. */
export type WithheldBecause = "notYetValid" | "expired" | "revoked" | "purpose" | "notReleasable" | "consent" | "silent";

/** Why an alert becomes no fact for this use at this moment, else `undefined`. Throws a `RangeError` if the moment is no instant. */
export function whyWithheld(alert: Alert, use: AlertUse, asOf: Instant): WithheldBecause | undefined {
  return withheldAt(periodOf(alert), millisecondsOf(asOf)) ?? withheldFor(alert, use);
}

/** Why an alert may not become a fact whatever the moment, else `undefined`; `silent` comes last. */
export function withheldFor(alert: Alert, { purpose, administration }: AlertUse): "purpose" | "notReleasable" | "consent" | "silent" | undefined {
  const { purposes, consentNeededFor, consentGivenFor } = alert.handling;
  if (purposes !== undefined && !purposes.includes(purpose)) return "purpose";
  if (!isReleasable(alert, administration)) return "notReleasable";
  if (consentNeededFor?.includes("automatedUse") === true && consentGivenFor?.includes("automatedUse") !== true) return "consent";
  return isSilent(alert) ? "silent" : undefined;
}

/** An administration's own alerts, those that name it, and those that name nobody and are not for single recipients only. */
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

/** The milliseconds of an instant that a program passes. Throws a `RangeError` if it is none. */
export function millisecondsOf(instant: Instant): number {
  const at = parseInstant(instant);
  if (at === undefined) throw new RangeError(`\`${instant}\` is no instant`);
  return at;
}
