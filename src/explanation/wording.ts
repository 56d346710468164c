import { decimalsNeeded, formatPoints } from "../core/micropoints.js";
import { own } from "../core/own.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import type { ConditionTree, Decision, DomainExplanation, Evidence, FullExplanation, Reason, RuleAudit, Unknown } from "./explanation.js";
import type { Messages } from "./messages/messages.js";

/** A channel's name in the language, else its id. */
export function channelName(channel: string, messages: Messages): string {
  return own(messages.channels, channel) ?? channel;
}

/** The domains that decided the channel, then the others. */
export function decidingFirst({ domains, decidedBy }: FullExplanation): readonly DomainExplanation[] {
  const decided = (domain: DomainExplanation): boolean => decidedBy.some((decision) => "domain" in decision && decision.domain === domain.id);
  return [...domains.filter(decided), ...domains.filter((domain) => !decided(domain))];
}

/** What decided the channel, as a sentence. */
export function decisionText(decision: Decision, domains: readonly DomainExplanation[], messages: Messages): string {
  const title = (id: string): string => domains.find((domain) => domain.id === id)?.title ?? id;
  const channel = channelName(decision.channel, messages);
  switch (decision.kind) {
    case "threshold": {
      const decimals = decimalsNeeded([decision.micropoints, decision.threshold]);
      return messages.byThreshold(title(decision.domain), formatPoints(decision.micropoints, decimals), channel, formatPoints(decision.threshold, decimals));
    }
    case "mandatory":
      return `${messages.byMandate(title(decision.domain), decision.rule, channel)}: ${decision.text}`;
    case "random":
      return messages.atRandom(String(decision.rate), channel);
    case "none":
      return messages.byNothing(channel);
  }
}

/** As many decimals as show every addend of a domain, and every sum, exactly. */
export function decimalsOf({ micropoints, reasons, otherItems }: DomainExplanation): number {
  const all = [...reasons, ...otherItems, ...otherItems.flatMap((item) => item.reasons)];
  return decimalsNeeded([micropoints, ...all.map((reason) => reason.micropoints)]);
}

/** Points with no more decimals than they need. */
export function pointsText(micropoints: number): string {
  return formatPoints(micropoints, decimalsNeeded([micropoints]));
}

/** A reason without its points: `rule: its reason (item 2)`. */
export function reasonText({ kind, id, text, item }: Reason, messages: Messages): string {
  return `${kind === "base" ? "" : `${id}: `}${text}${placeText(item, messages)}`;
}

/** One fact behind a reason: `unitValue (item 1) = 12 VND/kg`, and how common that is. */
export function evidenceText(evidence: Evidence, messages: Messages): string {
  const { commonness, fact, unit } = evidence;
  return `${evidence.indicator}${placeText(evidence.item, messages)} = ${valueText(fact, unit, messages)}${commonness === undefined ? "" : ` [${commonnessText(commonness, messages)}]`}`;
}

/** A fact with its unit: `12 VND/kg`. */
function valueText(fact: Fact, unit: string | undefined, messages: Messages): string {
  const shown = shownUnit(unit);
  return `${factText(fact, messages)}${shown === undefined || isMissing(fact) ? "" : ` ${shown}`}`;
}

/** Pure numbers and counts have no unit to show. */
export function shownUnit(unit: string | undefined): string | undefined {
  return unit === "1" || unit === "count" ? undefined : unit;
}

/** What a rule rests on: `version 2, legal basis: Article 5`. */
export function basisText({ version, basis }: Reason, messages: Messages): string | undefined {
  return version === undefined || basis === undefined ? undefined : `${messages.version(version)}, ${messages.bases[basis.kind]}: ${basis.reference}`;
}

/** A part of a condition: `item 2: unitValue is less than 5 (3 VND/kg)`. */
export function partText({ text, item, fact, unit }: ConditionTree, messages: Messages): string {
  const place = item === undefined ? "" : `${messages.item(item)}: `;
  return `${place}${text}${fact === undefined ? "" : ` (${valueText(fact, unit, messages)})`}`;
}

/** What a rule did before. */
export function recordText({ fires, inspected, hits, precision }: NonNullable<Reason["record"]>, messages: Messages): string {
  const rate =
    precision === undefined
      ? undefined
      : messages.interval(messages.percent(precision.rate), messages.percent(precision.lower), messages.percent(precision.upper));
  return messages.record(String(fires), String(inspected), String(hits), rate);
}

/** A fact that was missing: `unitValue (item 2): not stated`. */
export function unknownText(unknown: Unknown, messages: Messages): string {
  const reason = unknown.reason === undefined ? "" : `: ${unknown.reason}`;
  return `${unknown.indicator}${placeText(unknown.item, messages)}: ${messages.missing[unknown.missing]}${reason}`;
}

/** How a rule came out: `revenue.cheap 2: fired`. */
export function auditText({ domain, id, version, outcome }: RuleAudit, messages: Messages): string {
  return `${domain}.${id} ${version}: ${outcome === "notFired" || outcome === "notInForce" ? messages[outcome] : messages.outcomes[outcome]}`;
}

const SHOWN_TEXT = 80;

/** A fact as it is shown; long texts are cut. */
function factText(fact: Fact, messages: Messages): string {
  if (isMissing(fact)) return fact.reason === undefined ? messages.missing[fact.missing] : `${messages.missing[fact.missing]} (${fact.reason})`;
  if (typeof fact === "object") return fact.length === 0 ? messages.none : fact.join(", ");
  const text = String(fact);
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
}

/** Where something stands: ` (item 2)`, or nothing for the header. */
export function placeText(item: number | undefined, messages: Messages): string {
  return item === undefined ? "" : ` (${messages.item(item)})`;
}

function commonnessText(commonness: NonNullable<Evidence["commonness"]>, messages: Messages): string {
  const of = String(commonness.of);
  if (commonness.kind === "same") return messages.sameAs(messages.percent(commonness.share), of, commonness.value);
  return messages.rank(messages.percent(commonness.atMost), messages.percent(commonness.atLeast), of);
}
