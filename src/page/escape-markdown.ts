import { escapeControls } from "../core/issue.js";

/** What CommonMark, GitHub's tables and links, and formulas read as markup. */
const MARKUP = /[\\`*_{}[\]<>#|~&$]/g;

/** What makes a list, a heading or a line at the start of a text. */
const START = /^(\s*)([-+=]|\d{1,9}(?=[.)]))/;

/**
 * A text that stays on its line and says what it says in Markdown: markup is escaped, HTML shows as text, addresses do not
 * become links, and control characters show as their escapes.
 */
export function escapeMarkdown(text: string): string {
  return escapeInline(text).replace(START, (_, space: string, mark: string) => (/\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`));
}

/** The same for a text that begins no line, such as the content of a cell. */
export function escapeInline(text: string): string {
  return escapeControls(text)
    .replace(MARKUP, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\b(www)\./gi, "$1\\.");
}
