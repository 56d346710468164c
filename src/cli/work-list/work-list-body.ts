import type { ExplanationLanguage } from "../../explanation/explanation.js";
import { type Child, element } from "../../page/markup.js";
import { WORDS } from "./words.js";

/** What the page around the list is made of. */
export interface WorkListFrame {
  readonly language: ExplanationLanguage;
  readonly subtitle: string;
  /** The channels' names from the lowest to the highest, and the domains' titles. */
  readonly channels: readonly string[];
  readonly domains: readonly string[];
}

/** The page around the list: filters, an empty list, and the dialog that explanations are shown in. */
export function workListBody({ language, subtitle, channels, domains }: WorkListFrame): readonly Child[] {
  const words = WORDS[language];
  const select = (id: string, label: string, options: readonly (readonly [string, string])[]): Child =>
    element(
      "label",
      { class: "field" },
      label,
      element("select", { id, autocomplete: "off" }, ...options.map(([value, name]) => element("option", { value }, name))),
    );
  return [
    element("header", {}, element("h1", {}, words.title), element("p", { class: "meta" }, subtitle)),
    element(
      "main",
      {},
      element("noscript", {}, element("p", {}, words.noscript)),
      element(
        "form",
        { id: "filters", class: "filters", "aria-label": words.filters },
        element(
          "fieldset",
          {},
          element("legend", {}, words.channels),
          ...channels
            .map((name, rank) =>
              element(
                "label",
                { class: "choice" },
                element("input", { type: "checkbox", name: "channel", value: rank, checked: "", autocomplete: "off" }),
                ` ${name} `,
                element("span", { class: "count", "data-rank": rank }),
              ),
            )
            .reverse(),
        ),
        select("domain", words.domain, [["", words.anyDomain], ...domains.map((title, index) => [String(index), title] as const)]),
        select("sort", words.sort, Object.entries(words.sorts)),
        element("label", { class: "field" }, words.search, element("input", { id: "search", type: "search", autocomplete: "off" })),
      ),
      element("p", { id: "count", class: "meta", role: "status", "data-text": words.count }),
      element("ol", {
        id: "list",
        class: "worklist",
        "data-explain": words.explain,
        "data-points": words.points,
        "data-none": words.noReason,
      }),
      element("p", {}, element("button", { id: "more", type: "button", hidden: "" }, words.more)),
      element(
        "dialog",
        { id: "dialog", "aria-label": words.explain },
        element(
          "div",
          { class: "bar" },
          element("button", { id: "previous", type: "button" }, words.previous),
          element("button", { id: "next", type: "button" }, words.next),
          element("button", { id: "close", type: "button" }, words.close),
        ),
        element("div", { id: "explanation", tabindex: "-1" }),
      ),
    ),
  ];
}
