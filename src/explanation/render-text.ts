import { escapeControls } from "../core/issue.js";
import { decimalsNeeded, formatPoints } from "../core/micropoints.js";
import { own } from "../core/own.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import type { Decision, DomainExplanation, Evidence, Explanation, OfficerExplanation, Reason, Unknown } from "./explanation.js";
import { messagesOf } from "./messages/catalogues.js";
import type { Messages } from "./messages/messages.js";

/** An explanation as plain text, one line each, safe to print: nothing from a declaration reaches a terminal unescaped. */
export function renderText(explanation: Explanation): string {
  const messages = messagesOf(explanation.language);
  const lines =
    explanation.audience === "declarant"
      ? [messages.declarant(explanation.id, name(explanation.channel, messages)), ...explanation.notices.map((notice) => `  - ${notice}`)]
      : [
          messages.heading(explanation.id, explanation.asOf, name(explanation.channel, messages)),
          ...explanation.decidedBy.map((decision) => `  ${renderDecision(decision, explanation.domains, messages)}`),
          ...decidingFirst(explanation).flatMap((domain) => renderDomain(domain, messages)),
          ...renderUnknowns(explanation.unknowns, messages),
        ];
  return `${lines.map(escapeControls).join("\n")}\n`;
}

/** The domains that decided the channel, then the others. */
function decidingFirst({ domains, decidedBy }: OfficerExplanation): readonly DomainExplanation[] {
  const decided = (domain: DomainExplanation): boolean => decidedBy.some((decision) => "domain" in decision && decision.domain === domain.id);
  return [...domains.filter(decided), ...domains.filter((domain) => !decided(domain))];
}

/** A channel's name in the language, else its id. */
function name(channel: string, messages: Messages): string {
  return own(messages.channels, channel) ?? channel;
}

function renderDecision(decision: Decision, domains: readonly DomainExplanation[], messages: Messages): string {
  const title = (id: string): string => domains.find((domain) => domain.id === id)?.title ?? id;
  const channel = name(decision.channel, messages);
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

function renderDomain(domain: DomainExplanation, messages: Messages): readonly string[] {
  // as many decimals as show every addend and the sum exactly
  const decimals = decimalsNeeded([domain.micropoints, ...domain.reasons.map((reason) => reason.micropoints)]);
  const show = (micropoints: number): string => formatPoints(micropoints, decimals).padStart(POINTS_WIDTH);
  return [
    "",
    messages.domain(domain.title, formatPoints(domain.micropoints, decimals), name(domain.channel, messages)),
    ...domain.reasons.flatMap((reason) => renderReason(reason, show, messages)),
    `  ${show(domain.micropoints)}  = ${messages.sum}`,
    ...domain.silent.map((rule) => `  ${INDENT}  ${rule.id}: ${messages.silent(messages.outcomes[rule.outcome], rule.text)}`),
  ];
}

const POINTS_WIDTH = 12;
const INDENT: string = " ".repeat(POINTS_WIDTH);

function renderReason(reason: Reason, show: (micropoints: number) => string, messages: Messages): readonly string[] {
  const place = reason.item === undefined ? "" : ` (${messages.item(reason.item)})`;
  const label = reason.kind === "base" ? "" : `${reason.id}: `;
  const evidence = reason.evidence.map((entry) => renderEvidence(entry, messages)).join("; ");
  return [`  ${show(reason.micropoints)}  ${label}${reason.text}${place}`, ...(evidence === "" ? [] : [`  ${INDENT}  ${messages.evidence} ${evidence}`])];
}

function renderEvidence(evidence: Evidence, messages: Messages): string {
  const place = evidence.item === undefined ? "" : ` (${messages.item(evidence.item)})`;
  const unit = evidence.unit === undefined || evidence.unit === "1" || isMissing(evidence.fact) ? "" : ` ${evidence.unit}`;
  return `${evidence.indicator}${place} = ${renderFact(evidence.fact, messages)}${unit}`;
}

const SHOWN_TEXT = 80;

function renderFact(fact: Fact, messages: Messages): string {
  if (isMissing(fact)) return fact.reason === undefined ? messages.missing[fact.missing] : `${messages.missing[fact.missing]} (${fact.reason})`;
  if (typeof fact === "object") return fact.length === 0 ? messages.none : fact.join(", ");
  const text = String(fact);
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
}

function renderUnknowns(unknowns: readonly Unknown[], messages: Messages): readonly string[] {
  if (unknowns.length === 0) return [];
  return [
    "",
    messages.unknownHeading,
    ...unknowns.map((unknown) => {
      const place = unknown.item === undefined ? "" : ` (${messages.item(unknown.item)})`;
      const reason = unknown.reason === undefined ? "" : `: ${unknown.reason}`;
      return `  ${unknown.indicator}${place}: ${messages.missing[unknown.missing]}${reason}`;
    }),
  ];
}
