import type { Block, DocumentSection, ReadableDocument, TextTree } from "./document.js";
import { escapeInline, escapeMarkdown } from "./escape-markdown.js";

/** A readable document as Markdown (CommonMark with GitHub's tables): nothing that it says is read as markup. */
export function renderDocumentMarkdown({ title, blocks, sections }: ReadableDocument): string {
  const parts = [`# ${escapeMarkdown(title)}`, ...blocks.flatMap(block), ...sections.flatMap((part) => section(part, 2))];
  return `${parts.join("\n\n")}\n`;
}

const DEEPEST_HEADING = 6;

function section({ heading, blocks, sections }: DocumentSection, level: number): readonly string[] {
  return [
    `${"#".repeat(Math.min(level, DEEPEST_HEADING))} ${escapeMarkdown(heading)}`,
    ...blocks.flatMap(block),
    ...sections.flatMap((inner) => section(inner, level + 1)),
  ];
}

function block(content: Block): readonly string[] {
  switch (content.kind) {
    case "paragraph":
      return [escapeMarkdown(content.text)];
    case "list":
      return content.items.length === 0 ? [] : [content.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n")];
    case "facts":
      return content.entries.length === 0 ? [] : [content.entries.map(fact).join("\n")];
    case "table":
      return [
        [
          row(content.columns.map(({ name }) => name)),
          `| ${content.columns.map(({ kind }) => (kind === "number" ? "---:" : "---")).join(" | ")} |`,
          ...content.rows.map(row),
        ].join("\n"),
      ];
    case "scale":
      return [escapeMarkdown(content.description)];
  }
}

function fact({ name, value }: { readonly name: string; readonly value: readonly TextTree[] }): string {
  const [first, ...more] = value;
  const start = `- **${escapeInline(name)}:**`;
  if (first !== undefined && more.length === 0) return [`${start} ${escapeInline(first.text)}`, ...tree(first.of, "  ")].join("\n");
  return [start, ...tree(value, "  ")].join("\n");
}

function tree(parts: readonly TextTree[], indent: string): readonly string[] {
  return parts.flatMap(({ text, of }) => [`${indent}- ${escapeMarkdown(text)}`, ...tree(of, `${indent}  `)]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(escapeInline).join(" | ")} |`;
}
