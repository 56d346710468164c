import type { Chunks } from "../../../src/adapters/read-lines.js";
import { readXmlMessages } from "../../../src/adapters/xml/read-xml-messages.js";
import type { XmlElement } from "../../../src/adapters/xml/xml-element.js";
import type { XmlFormat } from "../../../src/adapters/xml/xml-format.js";
import type { Issue } from "../../../src/core/issue.js";
import { collect } from "../support.js";

/** Messages named `m` of no namespace; `idle` may stand beside them. */
export const format: XmlFormat = {
  isMessage: ({ name, namespace }) => name === "m" && namespace === "",
  isIdle: ({ name }) => name === "idle",
  expected: "an m",
};

/** What a text reads as. */
export function read(...chunks: readonly (string | Uint8Array)[]) {
  return readAll(chunks);
}

export function readAll(chunks: Chunks) {
  return collect(readXmlMessages(chunks, format));
}

/** What a text reads as, in short: the message written again, or what was received instead and where. */
export async function inShort(...chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  return (await readAll(chunks)).map((result) => (result.ok ? write(result.value.element) : result.issues.map(sayIssue).join("; ")));
}

function sayIssue({ code, received, source }: Issue): string {
  return `${code} ${received.replace(/^"|"$/g, "")} at ${source}`;
}

/** A tree as XML; namespaces as default namespaces, prefixed ones for attributes. */
export function write(element: XmlElement, around = ""): string {
  const { name, namespace, attributes, children, text } = element;
  const own = namespace === around ? "" : ` xmlns="${escape(namespace)}"`;
  const rest = attributes
    .map((attribute, index) =>
      attribute.namespace === ""
        ? ` ${attribute.name}="${escape(attribute.value)}"`
        : ` xmlns:p${index}="${escape(attribute.namespace)}" p${index}:${attribute.name}="${escape(attribute.value)}"`,
    )
    .join("");
  return `<${name}${own}${rest}>${escape(text)}${children.map((child) => write(child, namespace)).join("")}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
