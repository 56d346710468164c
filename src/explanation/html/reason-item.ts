import { element, type Markup } from "../../page/markup.js";
import type { Evidence, Reason } from "../explanation.js";
import type { Messages } from "../messages/messages.js";
import { basisText, evidenceText, reasonText, recordText } from "../wording.js";
import { conditionList } from "./condition-list.js";

/** One reason: its points, what it says, the facts behind it, what the rule did before, and its condition part by part. */
export function reasonItem(reason: Reason, points: (micropoints: number) => string, messages: Messages): Markup {
  const { micropoints, evidence, record, condition } = reason;
  const basis = basisText(reason, messages);
  return element(
    "li",
    { class: "reason" },
    element("span", { class: "amount" }, points(micropoints)),
    element(
      "div",
      {},
      reasonText(reason, messages),
      evidence.length === 0 ? undefined : element("ul", { class: "evidence" }, ...evidence.map((entry) => evidenceItem(entry, messages))),
      record === undefined ? undefined : element("span", { class: "sub" }, recordText(record, messages)),
      basis === undefined ? undefined : element("span", { class: "sub" }, basis),
      condition === undefined ? undefined : conditionList(condition, messages),
    ),
  );
}

function evidenceItem(evidence: Evidence, messages: Messages): Markup {
  return element(
    "li",
    {},
    element("span", { class: "code" }, evidenceText(evidence, messages)),
    evidence.meaning === "" ? undefined : element("span", { class: "sub" }, evidence.meaning),
  );
}
