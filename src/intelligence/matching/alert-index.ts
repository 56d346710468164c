import { compareText } from "../../core/canonical.js";
import type { Instant } from "../../core/instant.js";
import type { Alert } from "../alert.js";
import { type AlertUse, millisecondsOf, withheldAt, withheldFor } from "../alert-use.js";
import type { GovernedIntelligence, ViewerIntelligence } from "../governed-intelligence.js";
import type { AlertMatch } from "../reader.js";
import { mayKnow, type Viewer } from "../viewer.js";
import { type AlertEntry, createEntry, type Posting, postingsOf } from "./alert-entry.js";
import { GROUP_OF } from "./exact-keys.js";
import { type Found, findHits, type MatchThresholds } from "./find-hits.js";
import { combineHits, type Hit } from "./hit.js";
import type { Matchable } from "./matchable.js";

/** What an index of alerts is made with: for what and for whom they are used, and from what score on names and addresses count as found. */
export interface AlertIndexOptions extends AlertUse {
  readonly thresholds?: MatchThresholds;
}

/**
 * By default names count from 0.93 on, addresses from 0.8: stricter than the 2 % of hard negatives of docs/name-matching.md, since a watch list
 * meets far more names than pairs were labelled.
 */
export const DEFAULT_THRESHOLDS: MatchThresholds = { name: 0.93, address: 0.8 };

/** What an index did for one declaration. */
export interface MatchCosts {
  /** Names and addresses of alerts that were compared. */
  readonly compared: number;
}

/** An index over any number of alerts, for one use of them: what it gives may become facts. */
export interface AlertIndex extends GovernedIntelligence {
  /** Adds an alert, or puts it in the place of the one with its id; the next assessment sees it. */
  add(alert: Alert): void;
  /** From a moment on an alert matches nothing any more; assessments as of earlier moments still see it. False if there is none of that id. */
  revoke(alertId: string, at: Instant): boolean;
  /** Removes an alert without trace. False if there is none of that id. */
  remove(alertId: string): boolean;
  /** The matches in order of alert and line; reads no more than what matching needs. */
  matches(declaration: Matchable, asOf: Instant): readonly AlertMatch[];
  /** What matching a declaration costs, over all alerts: for those who run the index, not for viewers. */
  costs(declaration: Matchable, asOf: Instant): MatchCosts;
  /** The same alerts as if those that the viewer may not know did not exist; later changes of the index are seen. */
  knownTo(viewer: Viewer): ViewerIntelligence;
}

interface Remembered {
  readonly revision: number;
  readonly asOf: Instant;
  readonly found: Found;
}

/**
 * Indexes alerts. What may not be used at all (purpose, releasability, consent) is never indexed; what is not in force at `asOf`, or not for the
 * viewer, is passed over before anything is compared. Nothing that is left out changes what is given.
 */
export function createAlertIndex(alerts: Iterable<Alert>, options: AlertIndexOptions): AlertIndex {
  const thresholds = options.thresholds ?? DEFAULT_THRESHOLDS;
  const entries = new Map<string, AlertEntry>();
  const postings = new Map<string, Posting[]>();
  let revision = 0;

  const insert = (alert: Alert): void => {
    const because = withheldFor(alert, options);
    if (because !== undefined && because !== "silent") return;
    const entry = createEntry(alert, because === "silent");
    entries.set(alert.id, entry);
    for (const [key, posting] of postingsOf(entry)) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [posting]);
      else list.push(posting);
    }
  };
  const remove = (alertId: string): boolean => {
    const entry = entries.get(alertId);
    if (entry === undefined) return false;
    entries.delete(alertId);
    for (const key of new Set(postingsOf(entry).map(([key]) => key))) {
      const rest = (postings.get(key) ?? []).filter((posting) => posting.entry !== entry);
      if (rest.length === 0) postings.delete(key);
      else postings.set(key, rest);
    }
    revision += 1;
    return true;
  };
  const add = (alert: Alert): void => {
    remove(alert.id);
    insert(alert);
    revision += 1;
  };
  /** One way to look at the entries; a declaration is asked for once by each indicator of matches, so the last answer is kept. */
  const lookAt = (isKnown: (entry: AlertEntry) => boolean): ((declaration: Matchable, asOf: Instant) => Found) => {
    const remembered = new WeakMap<Matchable, Remembered>();
    return (declaration, asOf) => {
      const known = remembered.get(declaration);
      if (known !== undefined && known.revision === revision && known.asOf === asOf) return known.found;
      const at = millisecondsOf(asOf);
      const isUsable = (entry: AlertEntry): boolean => withheldAt(entry.period, at) === undefined && isKnown(entry);
      const found = findHits(declaration, { thresholds, postings: (key) => postings.get(key), isUsable });
      remembered.set(declaration, { revision, asOf, found });
      return found;
    };
  };

  for (const alert of alerts) add(alert);
  const find = lookAt((entry) => !entry.isSilent);
  return {
    add,
    remove,
    revoke: (alertId, at) => {
      millisecondsOf(at);
      const entry = entries.get(alertId);
      if (entry === undefined) return false;
      add({ ...entry.alert, revokedAt: at });
      return true;
    },
    matches: (declaration, asOf) => matchesOf(find(declaration, asOf)),
    costs: (declaration, asOf) => ({ compared: find(declaration, asOf).compared }),
    knownTo: (viewer) => {
      const findFacts = lookAt((entry) => !entry.isSilent && mayKnow(viewer, entry.alert, options.administration));
      const findSilent = lookAt((entry) => entry.isSilent && mayKnow(viewer, entry.alert, options.administration));
      return {
        matches: (declaration, asOf) => matchesOf(findFacts(declaration, asOf)),
        notifications: (declaration, asOf) => matchesOf(findSilent(declaration, asOf)),
      };
    },
  };
}

function matchesOf({ hits }: Found): readonly AlertMatch[] {
  return [...hits]
    .flatMap(([entry, found]) => combineHits(found, entry.alert.combine ?? "any", entry.subjects).map((hit) => toMatch(entry, hit)))
    .sort((a, b) => compareText(a.alertId, b.alertId) || (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
}

function toMatch({ alert, weight }: AlertEntry, hit: Hit): AlertMatch {
  const subject = alert.subjects[hit.subject];
  return Object.freeze({
    alertId: alert.id,
    originator: alert.originator,
    confidence: weight.confidence,
    ...(hit.lineNumber === undefined ? {} : { lineNumber: hit.lineNumber }),
    ...(subject === undefined ? {} : { subject: GROUP_OF[subject.type] }),
    basis: hit.basis,
    score: hit.score,
    points: weight.points,
    channel: alert.channel,
    path: hit.path,
  });
}
