import { compareText } from "../../core/canonical.js";
import { type Instant, parseInstant } from "../../core/instant.js";
import type { Alert } from "../alert.js";
import type { AlertMatch, IntelligenceReader } from "../reader.js";
import { type AlertUse, isToldOfSilent, withheldAt, withheldFor } from "../usable-alerts.js";
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

/** An index over any number of alerts, for one use of them; an {@link IntelligenceReader} for facts. */
export interface AlertIndex extends IntelligenceReader {
  /** Adds an alert, or puts it in the place of the one with its id; the next assessment sees it. */
  add(alert: Alert): void;
  /** From a moment on an alert matches nothing any more; assessments as of earlier moments still see it. False if there is none of that id. */
  revoke(alertId: string, at: Instant): boolean;
  /** Removes an alert without trace. False if there is none of that id. */
  remove(alertId: string): boolean;
  /** The silent alerts that match and that the viewer of the index is cleared for: to be notified, never scored. */
  silentMatches(declaration: Matchable, asOf: Instant): readonly AlertMatch[];
  /** The matches in order of alert and line, by the same rules; reads no more than what matching needs. */
  matches(declaration: Matchable, asOf: Instant): readonly AlertMatch[];
  /** What matching a declaration costs. */
  costs(declaration: Matchable, asOf: Instant): MatchCosts;
}

interface Remembered {
  readonly revision: number;
  readonly asOf: Instant;
  readonly found: Found;
}

/**
 * Indexes alerts. What may not be used at all (purpose, releasability, consent, viewer) is never indexed; what is not in force at `asOf` is never
 * matched. Nothing that is left out changes what is given.
 */
export function createAlertIndex(alerts: Iterable<Alert>, options: AlertIndexOptions): AlertIndex {
  const thresholds = options.thresholds ?? DEFAULT_THRESHOLDS;
  const entries = new Map<string, AlertEntry>();
  const postings = new Map<string, Posting[]>();
  // one declaration is asked for once by each indicator of matches
  const remembered = new WeakMap<Matchable, Remembered>();
  let revision = 0;

  const insert = (alert: Alert): void => {
    const because = withheldFor(alert, options);
    const isSilent = because === "silent" && isToldOfSilent(alert, options);
    if (because !== undefined && !isSilent) return;
    const entry = createEntry(alert, isSilent);
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
    return true;
  };
  const find = (declaration: Matchable, asOf: Instant): Found => {
    const known = remembered.get(declaration);
    if (known !== undefined && known.revision === revision && known.asOf === asOf) return known.found;
    const at = parseInstant(asOf);
    if (at === undefined) throw new RangeError(`\`${asOf}\` is no instant`);
    const found = findHits(declaration, { thresholds, postings: (key) => postings.get(key), isInForce: ({ period }) => withheldAt(period, at) === undefined });
    remembered.set(declaration, { revision, asOf, found });
    return found;
  };
  const matchesOf = (declaration: Matchable, asOf: Instant, isSilent: boolean): readonly AlertMatch[] =>
    [...find(declaration, asOf).hits]
      .filter(([entry]) => entry.isSilent === isSilent)
      .flatMap(([entry, hits]) => combineHits(hits, entry.alert.combine ?? "any", entry.subjects).map((hit) => toMatch(entry, hit)))
      .sort((a, b) => compareText(a.alertId, b.alertId) || (a.lineNumber ?? 0) - (b.lineNumber ?? 0));

  for (const alert of alerts) {
    remove(alert.id);
    insert(alert);
  }
  return {
    add: (alert) => {
      remove(alert.id);
      insert(alert);
      revision += 1;
    },
    revoke: (alertId, at) => {
      const entry = entries.get(alertId);
      if (entry === undefined) return false;
      if (parseInstant(at) === undefined) throw new RangeError(`\`${at}\` is no instant`);
      remove(alertId);
      insert({ ...entry.alert, revokedAt: at });
      revision += 1;
      return true;
    },
    remove: (alertId) => {
      revision += 1;
      return remove(alertId);
    },
    matches: (declaration, asOf) => matchesOf(declaration, asOf, false),
    silentMatches: (declaration, asOf) => matchesOf(declaration, asOf, true),
    costs: (declaration, asOf) => ({ compared: find(declaration, asOf).compared }),
  };
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
