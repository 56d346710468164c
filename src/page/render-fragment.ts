import { type Child, element, toText } from "./markup.js";
import { STYLE } from "./style.js";

// the rules of a page, for what stands inside the fragment alone
const SCOPED = `@scope (.consignment-risk){${STYLE.replaceAll(":root", ":scope")
  .replace(/^body\{margin:0;/m, ":scope{padding:.5rem;")
  .replace(/body\{/g, ":scope{")
  .replace(/^@page.*$/m, "")}}`;

/** A piece of HTML to stand in another page, such as a notebook, with a style that stays within it. Nothing runs, and every text is escaped. */
export function renderFragment(language: string, ...content: readonly Child[]): string {
  return `${toText(element("div", { class: "consignment-risk", lang: language }, element("style", {}, SCOPED), ...content))}\n`;
}
