import { type Child, element, toText } from "./markup.js";
import { STYLE } from "./style.js";

// the class twice, so that its rules weigh more than those of the page around
const ROOT = ".consignment-risk.consignment-risk";

// what the page around says of these is undone first: notebooks float names and stripe tables
const RESET =
  "h1,h2,h3,h4{font-weight:600}table{table-layout:auto}dl{display:block}dt,dd{float:none;clear:none;width:auto;min-width:0;font-weight:inherit}tr,tr:nth-child(n),tbody tr:hover{background:none}";

/** The rules of a page for what stands inside the fragment alone: those of the whole page for the fragment, all others nested in it. */
const SCOPED = scoped(STYLE.split("\n"));

function scoped(lines: readonly string[]): string {
  const ofPage = (line: string): boolean => /^(@media [^{]*\{)?:root\{|^body\{/.test(line);
  const own = lines.filter(ofPage).map((line) => line.replace(/:root|^body/, ROOT).replace("margin:0;", "padding:.5rem;"));
  const inner = lines.filter((line) => !ofPage(line) && !line.startsWith("@page")).map((line) => line.replace(/body\{[^}]*\}/, ""));
  return `${own.join("\n")}\n${ROOT}{${RESET}${inner.join("\n")}}`;
}

/** A piece of HTML to stand in another page, such as a notebook, with a style that stays within it. Nothing runs, and every text is escaped. */
export function renderFragment(language: string, ...content: readonly Child[]): string {
  const style = element("style", {}, SCOPED);
  return `${toText(element("div", { class: "consignment-risk", lang: language }, style, ...content))}\n`;
}
