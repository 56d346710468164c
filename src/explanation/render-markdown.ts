import { formatPoints } from "../core/micropoints.js";
import { escapeMarkdown } from "../page/escape-markdown.js";
import type { ConditionTree, DomainExplanation, Explanation, Reason, SilentRule } from "./explanation.js";
import { messagesOf } from "./messages/catalogues.js";
import type { Messages } from "./messages/messages.js";
import { replayLines } from "./replay-lines.js";
import {
  auditText,
  basisText,
  channelName,
  decidingFirst,
  decimalsOf,
  decisionText,
  evidenceText,
  partText,
  pointsText,
  reasonText,
  recordText,
  unknownText,
} from "./wording.js";

/** An explanation as Markdown (CommonMark with GitHub's tables): nothing of a declaration or a profile is read as markup. */
export function renderMarkdown(explanation: Explanation): string {
  const messages = messagesOf(explanation.language);
  const channel = channelName(explanation.channel, messages);
  if (explanation.audience === "declarant") {
    return lines([`# ${escapeMarkdown(messages.declarant(explanation.id, channel))}`, "", ...bullets(explanation.notices)]);
  }
  return lines([
    `# ${escapeMarkdown(messages.heading(explanation.id, explanation.asOf, channel))}`,
    "",
    ...bullets(explanation.decidedBy.map((decision) => decisionText(decision, explanation.domains, messages))),
    ...decidingFirst(explanation).flatMap((domain) => renderDomain(domain, messages)),
    ...section(
      messages.unknownHeading,
      explanation.unknowns.map((unknown) => unknownText(unknown, messages)),
    ),
    ...(explanation.audience === "auditor"
      ? [
          ...section(
            messages.rulesHeading,
            explanation.rules.map((rule) => auditText(rule, messages)),
          ),
          ...section(messages.replayHeading, replayLines(explanation)),
        ]
      : []),
  ]);
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

function bullets(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `- ${escapeMarkdown(text)}`);
}

function section(heading: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : ["", `## ${heading}`, "", ...bullets(texts)];
}

function renderDomain(domain: DomainExplanation, messages: Messages): readonly string[] {
  const decimals = decimalsOf(domain);
  const points = (micropoints: number): string => formatPoints(micropoints, decimals);
  const trees = [...domain.reasons, ...domain.silent].flatMap((rule) => renderTree(rule, messages));
  return [
    "",
    `## ${escapeMarkdown(messages.domain(domain.title, points(domain.micropoints), channelName(domain.channel, messages)))}`,
    "",
    ...bullets(domain.thresholds.map(({ channel, micropoints }) => messages.threshold(channelName(channel, messages), pointsText(micropoints)))),
    "",
    ...reasonTable(domain.reasons, points, messages),
    `| **${points(domain.micropoints)}** | **${messages.sum}** | |`,
    ...(domain.otherItems.length === 0 ? [] : ["", `### ${messages.otherItemsHeading}`]),
    ...domain.otherItems.flatMap(({ item, micropoints, channel, reasons }) => [
      "",
      escapeMarkdown(messages.otherItem(item, points(micropoints), channelName(channel, messages))),
      ...(reasons.length === 0 ? [] : ["", ...reasonTable(reasons, points, messages)]),
    ]),
    ...(domain.silent.length === 0
      ? []
      : [
          "",
          `### ${messages.silentHeading}`,
          "",
          ...bullets(domain.silent.map(({ id, outcome, text }) => `${id}: ${messages.silent(messages.outcomes[outcome], text)}`)),
        ]),
    ...(trees.length === 0 ? [] : ["", `### ${messages.conditionHeading}`, "", ...trees]),
  ];
}

function reasonTable(reasons: readonly Reason[], points: (micropoints: number) => string, messages: Messages): readonly string[] {
  return [
    `| ${messages.points} | ${messages.reason} | ${messages.facts} |`,
    "| ---: | --- | --- |",
    ...reasons.map((reason) => {
      const said = [reasonText(reason, messages), basisText(reason, messages), reason.record === undefined ? undefined : recordText(reason.record, messages)];
      const why = reason.evidence.map((evidence) => evidenceText(evidence, messages));
      return `| ${points(reason.micropoints)} | ${cell(said.filter((text) => text !== undefined))} | ${cell(why)} |`;
    }),
  ];
}

/** Several texts in a cell, one below the other; the line break is the only markup. */
function cell(texts: readonly string[]): string {
  return texts.map(escapeMarkdown).join("<br>");
}

function renderTree(rule: Reason | SilentRule, messages: Messages): readonly string[] {
  const { id, condition } = rule;
  if (condition === undefined) return [];
  const place = "item" in rule && rule.item !== undefined ? ` (${messages.item(rule.item)})` : "";
  return [`- ${escapeMarkdown(`${id}${place}`)}`, ...renderPart(condition, "  ", messages)];
}

function renderPart(part: ConditionTree, indent: string, messages: Messages): readonly string[] {
  return [
    `${indent}- **${messages.truths[`${part.truth}`]}**: ${escapeMarkdown(partText(part, messages))}`,
    ...part.of.flatMap((inner) => renderPart(inner, `${indent}  `, messages)),
    ...(part.further === undefined ? [] : [`${indent}  - ${messages.furtherItems(part.further)}`]),
  ];
}
