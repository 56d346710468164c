import { escapeControls } from "../core/issue.js";
import { formatPoints } from "../core/micropoints.js";
import type { AuditorExplanation, DomainExplanation, Explanation, Reason, Unknown } from "./explanation.js";
import { messagesOf } from "./messages/catalogues.js";
import type { Messages } from "./messages/messages.js";
import { replayLines } from "./replay-lines.js";
import { auditText, channelName, decidingFirst, decimalsOf, decisionText, evidenceText, reasonText, recordText, unknownText } from "./wording.js";

/** An explanation as plain text, one line each, safe to print: nothing from a declaration reaches a terminal unescaped. */
export function renderText(explanation: Explanation): string {
  const messages = messagesOf(explanation.language);
  const channel = channelName(explanation.channel, messages);
  const lines =
    explanation.audience === "declarant"
      ? [messages.declarant(explanation.id, channel), ...explanation.notices.map((notice) => `  - ${notice}`)]
      : [
          messages.heading(explanation.id, explanation.asOf, channel),
          ...explanation.decidedBy.map((decision) => `  ${decisionText(decision, explanation.domains, messages)}`),
          ...decidingFirst(explanation).flatMap((domain) => renderDomain(domain, messages)),
          ...renderUnknowns(explanation.unknowns, messages),
          ...(explanation.audience === "auditor" ? renderAudit(explanation, messages) : []),
        ];
  return `${lines.map(escapeControls).join("\n")}\n`;
}

function renderDomain(domain: DomainExplanation, messages: Messages): readonly string[] {
  const decimals = decimalsOf(domain);
  const points = (micropoints: number): string => formatPoints(micropoints, decimals);
  const show = (micropoints: number): string => points(micropoints).padStart(POINTS_WIDTH);
  return [
    "",
    messages.domain(domain.title, points(domain.micropoints), channelName(domain.channel, messages)),
    ...domain.reasons.flatMap((reason) => renderReason(reason, show, messages)),
    `  ${show(domain.micropoints)}  = ${messages.sum}`,
    ...domain.otherItems.flatMap(({ item, micropoints, channel, reasons }) => [
      `  ${messages.otherItem(item, points(micropoints), channelName(channel, messages))}`,
      ...reasons.flatMap((reason) => renderReason(reason, show, messages)),
    ]),
    ...domain.silent.map((rule) => `  ${INDENT}  ${rule.id}: ${messages.silent(messages.outcomes[rule.outcome], rule.text)}`),
  ];
}

const POINTS_WIDTH = 12;
const INDENT: string = " ".repeat(POINTS_WIDTH);

function renderReason(reason: Reason, show: (micropoints: number) => string, messages: Messages): readonly string[] {
  const evidence = reason.evidence.map((entry) => evidenceText(entry, messages)).join("; ");
  return [
    `  ${show(reason.micropoints)}  ${reasonText(reason, messages)}`,
    ...(evidence === "" ? [] : [`  ${INDENT}  ${messages.evidence} ${evidence}`]),
    ...(reason.record === undefined ? [] : [`  ${INDENT}  ${recordText(reason.record, messages)}`]),
  ];
}

function renderUnknowns(unknowns: readonly Unknown[], messages: Messages): readonly string[] {
  if (unknowns.length === 0) return [];
  return ["", messages.unknownHeading, ...unknowns.map((unknown) => `  ${unknownText(unknown, messages)}`)];
}

function renderAudit(explanation: AuditorExplanation, messages: Messages): readonly string[] {
  return [
    "",
    messages.rulesHeading,
    ...explanation.rules.map((rule) => `  ${auditText(rule, messages)}`),
    "",
    messages.replayHeading,
    ...replayLines(explanation).map((line) => `  ${line}`),
  ];
}
