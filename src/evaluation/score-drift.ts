import type { Assessment } from "../assessment/assessment.js";
import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { toPoints } from "../core/micropoints.js";
import { orThrow, type Result, success } from "../core/result.js";
import { categoricalDrift, type DriftOptions, type DriftSignal, numericDrift, signalOf } from "./drift.js";
import type { Stability } from "./population-stability.js";

/** How far the scores of one domain have moved; bins in points. */
export interface DomainDrift extends Stability {
  readonly domain: string;
  /** `undefined` where `psi` is. */
  readonly signal: DriftSignal | undefined;
}

/** How far scores and channels have moved. */
export interface ScoreDrift {
  /** By id; domains of both lists. */
  readonly domains: readonly DomainDrift[];
  readonly channel: Stability & { readonly signal: DriftSignal | undefined };
}

/** How far the scores of each domain and the overall channels have moved between two lists of assessments; empty lists are issues. */
export function scoreDrift(reference: readonly Assessment[], current: readonly Assessment[], options: DriftOptions = {}): Result<ScoreDrift> {
  const channel = categoricalDrift(reference.map(channelOf), current.map(channelOf), options);
  if (!channel.ok) return channel;
  const domains: DomainDrift[] = [];
  for (const domain of [...new Set(reference.flatMap(({ domains }) => Object.keys(domains)))].sort(compareText)) {
    const [before, after] = [pointsOf(reference, domain), pointsOf(current, domain)];
    if (after.length === 0) continue;
    const drift = numericDrift(before, after, options);
    if (!drift.ok) return drift;
    domains.push({ domain, ...drift.value, signal: signalOf(drift.value.psi) });
  }
  return success(deepFreeze({ domains, channel: { ...channel.value, signal: signalOf(channel.value.psi) } }));
}

/**
 * {@link scoreDrift} that throws.
 * @throws {IssueError} if a list is empty
 */
export function scoreDriftOrThrow(reference: readonly Assessment[], current: readonly Assessment[], options: DriftOptions = {}): ScoreDrift {
  return orThrow(scoreDrift(reference, current, options));
}

function channelOf({ channel }: Assessment): string {
  return channel;
}

function pointsOf(list: readonly Assessment[], domain: string): readonly number[] {
  return list.flatMap(({ domains }) => {
    const assessed = domains[domain];
    return assessed === undefined ? [] : [toPoints(assessed.micropoints)];
  });
}
