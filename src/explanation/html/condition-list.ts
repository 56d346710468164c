import { element, type Markup } from "../../page/markup.js";
import type { ConditionTree } from "../explanation.js";
import type { Messages } from "../messages/messages.js";
import { partText } from "../wording.js";

const SIGNS = { true: "✓", false: "✗", unknown: "?" } as const;

/** A condition as a list of lists, every part with its truth as a sign and a word; it can be folded away. */
export function conditionList(condition: ConditionTree, messages: Messages): Markup {
  return element(
    "details",
    { class: "condition", open: "open" },
    element("summary", {}, messages.conditionHeading),
    element("ul", { class: "tree" }, part(condition, messages)),
  );
}

function part(tree: ConditionTree, messages: Messages): Markup {
  const truth = `${tree.truth}` as const;
  return element(
    "li",
    {},
    element("span", { class: `truth truth-${truth}` }, element("span", { "aria-hidden": "true" }, SIGNS[truth]), ` ${messages.truths[truth]}`),
    ` ${partText(tree, messages)}`,
    tree.of.length === 0
      ? undefined
      : element(
          "ul",
          {},
          ...tree.of.map((inner) => part(inner, messages)),
          tree.further === undefined ? undefined : element("li", {}, messages.furtherItems(tree.further)),
        ),
  );
}
