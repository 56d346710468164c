import { formatPoints } from "../../core/micropoints.js";
import { type Child, element, type Markup } from "../../page/markup.js";
import type { DomainExplanation, Explanation, SilentRule } from "../explanation.js";
import { messagesOf } from "../messages/catalogues.js";
import type { Messages } from "../messages/messages.js";
import { replayLines } from "../replay-lines.js";
import { auditText, channelName, decidingFirst, decimalsOf, decisionText, unknownText } from "../wording.js";
import { channelBadge } from "./channel-badge.js";
import { conditionList } from "./condition-list.js";
import { drawWaterfall } from "./draw-waterfall.js";
import { reasonItem } from "./reason-item.js";

/** An explanation as an article whose heading has a level of the page that it stands in, and whose ids start with a prefix. */
export function explanationArticle(explanation: Explanation, heading: "h1" | "h2", idPrefix = ""): Markup {
  const messages = messagesOf(explanation.language);
  if (explanation.audience === "declarant") {
    const said = messages.declarant(explanation.id, channelName(explanation.channel, messages));
    return element("article", { class: "explanation" }, element(heading, {}, said), list(explanation.notices));
  }
  const domains = decidingFirst(explanation);
  const [speaking, quiet] = [domains.filter((domain) => !isQuiet(domain)), domains.filter(isQuiet)];
  return element(
    "article",
    { class: "explanation" },
    element(heading, {}, messages.heading(explanation.id, explanation.asOf, channelName(explanation.channel, messages))),
    element("p", {}, channelBadge(explanation.channel, explanation.channels, messages)),
    section(messages.decisionHeading, list(explanation.decidedBy.map((decision) => decisionText(decision, explanation.domains, messages)))),
    ...speaking.map((domain, index) => domainSection(domain, `${idPrefix}domain-${index + 1}`, messages)),
    quiet.length === 0 ? undefined : section(messages.quietHeading, list(quiet.map((domain) => domainText(domain, messages)))),
    explanation.unknowns.length === 0
      ? undefined
      : section(messages.unknownHeading, list(explanation.unknowns.map((unknown) => [unknownText(unknown, messages), sub(unknown.meaning)]))),
    ...(explanation.audience === "auditor"
      ? [
          section(messages.rulesHeading, list(explanation.rules.map((rule) => auditText(rule, messages)))),
          section(messages.replayHeading, element("ul", { class: "code" }, ...replayLines(explanation).map((line) => element("li", {}, line)))),
        ]
      : []),
  );
}

/** Whether a domain has nothing to show but its base. */
function isQuiet({ reasons, otherItems, silent }: DomainExplanation): boolean {
  return reasons.length < 2 && otherItems.length === 0 && silent.length === 0;
}

function domainText(domain: DomainExplanation, messages: Messages): string {
  const points = formatPoints(domain.micropoints, decimalsOf(domain)).replace("-", "\u2212");
  return messages.domain(domain.title, points, channelName(domain.channel, messages));
}

function section(heading: string, ...content: readonly Child[]): Markup {
  return element("section", {}, element("h2", {}, heading), ...content);
}

function list(items: readonly Child[]): Markup | undefined {
  return items.length === 0 ? undefined : element("ul", {}, ...items.map((item) => element("li", {}, item)));
}

function sub(text: string): Markup | undefined {
  return text === "" ? undefined : element("span", { class: "sub" }, text);
}

function domainSection(domain: DomainExplanation, id: string, messages: Messages): Markup {
  const decimals = decimalsOf(domain);
  const points = (micropoints: number): string => formatPoints(micropoints, decimals).replace("-", "\u2212");
  return section(
    domainText(domain, messages),
    // the base alone is the sum that the heading names
    ...(domain.reasons.length < 2
      ? []
      : [
          element("figure", {}, drawWaterfall(`${id}-sum`, domain, messages)),
          element(
            "ul",
            { class: "reasons" },
            ...domain.reasons.map((reason) => reasonItem(reason, points, messages)),
            element("li", { class: "reason sum" }, element("span", { class: "amount" }, points(domain.micropoints)), element("div", {}, messages.sum)),
          ),
        ]),
    ...(domain.otherItems.length === 0 ? [] : [element("h3", {}, messages.otherItemsHeading)]),
    ...domain.otherItems.flatMap(({ item, micropoints, channel, reasons }) => [
      element("p", {}, messages.otherItem(item, points(micropoints), channelName(channel, messages))),
      reasons.length === 0 ? undefined : element("ul", { class: "reasons" }, ...reasons.map((reason) => reasonItem(reason, points, messages))),
    ]),
    ...(domain.silent.length === 0
      ? []
      : [element("h3", {}, messages.silentHeading), element("ul", {}, ...domain.silent.map((rule) => silentItem(rule, messages)))]),
  );
}

function silentItem({ id, outcome, text, condition }: SilentRule, messages: Messages): Markup {
  return element(
    "li",
    {},
    `${id}: ${messages.silent(messages.outcomes[outcome], text)}`,
    condition === undefined ? undefined : conditionList(condition, messages),
  );
}
