import { element, type Markup } from "./markup.js";

/** A remark in small type. */
export function note(text: string): Markup {
  return element("p", { class: "note" }, text);
}
