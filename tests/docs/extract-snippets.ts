/** A fenced block of a Markdown text. */
export interface Snippet {
  /** The first word of the info string: `ts`. */
  readonly language: string;
  /** The other words of the info string: `no-run`. */
  readonly flags: readonly string[];
  readonly code: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

const FENCE = /^( {0,3})(`{3,}|~{3,})\s*(.*)$/;

/** The fenced blocks of a Markdown text in order; throws where one is not closed. */
export function extractSnippets(markdown: string): readonly Snippet[] {
  const snippets: Snippet[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const opening = FENCE.exec(lines[at] ?? "");
    if (opening === null) continue;
    const [, indent = "", fence = "", info = ""] = opening;
    const closing = lines.findIndex((line, index) => index > at && closes(line, fence));
    if (closing < 0) throw new Error(`the block opened in line ${at + 1} is not closed`);
    const code = lines.slice(at + 1, closing).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const [language = "", ...flags] = info.split(/[\s,]+/).filter((word) => word !== "");
    snippets.push({ language, flags, code: code.map((line) => `${line}\n`).join(""), line: at + 1 });
    at = closing;
  }
  return snippets;
}

function closes(line: string, fence: string): boolean {
  const text = line.trim();
  return text.length >= fence.length && text === fence.charAt(0).repeat(text.length);
}
