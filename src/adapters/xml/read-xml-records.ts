import type { Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { readXmlMessages } from "./read-xml-messages.js";
import { toPlain, withSource } from "./sourced.js";
import type { XmlFormat } from "./xml-format.js";
import { rootNode, type XmlNode } from "./xml-node.js";

/**
 * Records of an XML text, pulled message by message. A message that cannot be read comes back once, as it was, with everything
 * that is wrong with it; none of its records is given then.
 */
export async function* readXmlRecords<T>(chunks: Chunks, format: XmlFormat, read: (message: XmlNode) => readonly Result<T>[]): AsyncGenerator<RowResult<T>> {
  for await (const message of readXmlMessages(chunks, format)) {
    if (!message.ok) {
      yield message;
      continue;
    }
    const { line, value } = message;
    const issues: Issue[] = [];
    const results = read(rootNode(value.element, issues));
    for (const result of results) if (!result.ok) for (const issue of result.issues) issues.push(issue);
    const all = settle(distinct(issues), () => results);
    if (!all.ok) yield { ok: false, line, raw: value.raw, issues: all.issues };
    else for (const result of results) if (result.ok) yield { ok: true, line, value: result.value };
  }
}

/** Parses a tree of sourced values with a parser of the model; issues name the model's path and the place in the message. */
export function parseTree<T>(tree: unknown, parse: (input: unknown) => Result<T>): Result<T> {
  const { input, sources } = toPlain(tree);
  const result = parse(input);
  if (result.ok) return result;
  const [first, ...rest] = result.issues;
  return { ok: false, issues: [withSource(first, sources), ...rest.map((issue) => withSource(issue, sources))] };
}

/** Issues, each once: an element that is looked at twice is wrong once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
