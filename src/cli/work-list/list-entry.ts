import { compareText } from "../../core/canonical.js";
import type { DomainExplanation, FullExplanation, Reason } from "../../explanation/explanation.js";
import { messagesOf } from "../../explanation/messages/catalogues.js";
import { decisionText } from "../../explanation/wording.js";

/** What the list shows of one explanation. */
export interface ListEntry {
  readonly id: string;
  readonly asOf: string;
  /** The place of its channel among the channels. */
  readonly rank: number;
  /** The domain that lies furthest above its threshold for the channel, or least below the next one. */
  readonly domain: DomainExplanation;
  /** How far, in micropoints. */
  readonly margin: number;
  /** What decided it, and the heaviest reasons that raise it: `rule: its reason`. */
  readonly why: readonly string[];
}

const MOST_REASONS = 3;

/** The entry of an explanation; `undefined` where it has no domain. */
export function listEntry(explanation: FullExplanation): ListEntry | undefined {
  const { id, asOf, channel, channels, decidedBy } = explanation;
  const rank = channels.indexOf(channel);
  const [first, ...others] = explanation.domains.map((domain) => ({ domain, margin: marginOf(domain, channels[Math.max(rank, 1)]) }));
  if (first === undefined) return undefined;
  const { domain, margin } = others.reduce((best, other) => (other.margin > best.margin ? other : best), first);
  const mandates = decidedBy.flatMap((decision) => (decision.kind === "mandatory" ? [`${decision.rule}: ${decision.text}`] : []));
  // an officer must not look for suspicion where chance alone decided
  const draws = decidedBy.every(({ kind }) => kind === "random")
    ? decidedBy.map((decision) => decisionText(decision, [], messagesOf(explanation.language)))
    : [];
  const raising = domain.reasons.filter((reason) => reason.kind !== "base" && reason.micropoints > 0).sort(byPoints);
  return { id, asOf, rank, domain, margin, why: [...mandates, ...draws, ...raising.map(({ id: rule, text }) => `${rule}: ${text}`)].slice(0, MOST_REASONS) };
}

function marginOf({ micropoints, thresholds }: DomainExplanation, channel: string | undefined): number {
  const threshold = thresholds.find((candidate) => candidate.channel === channel);
  return threshold === undefined ? Number.MIN_SAFE_INTEGER : micropoints - threshold.micropoints;
}

function byPoints(a: Reason, b: Reason): number {
  return b.micropoints - a.micropoints || compareText(a.id, b.id);
}
