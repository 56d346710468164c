import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import type { XmlElement } from "./xml-element.js";

/** An element with its place in its message, as a reader walks down to it. */
export interface XmlNode {
  readonly element: XmlElement;
  readonly parent?: XmlNode;
  /** Its number, from 1, among the children of the same name. */
  readonly number: number;
  /** Where what is wrong with the message is noted. */
  readonly issues: Issue[];
}

/** The top of a message. */
export function rootNode(element: XmlElement, issues: Issue[]): XmlNode {
  return { element, number: 1, issues };
}

/** The children of a name, in order. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  if (node === undefined) return [];
  const found: XmlNode[] = [];
  for (const element of node.element.children) {
    if (element.name === name) found.push({ element, parent: node, number: found.length + 1, issues: node.issues });
  }
  return found;
}

/** The only child of a name, or the only one at the end of a path of names; a second one is noted as an issue. */
export function childOf(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of names) {
    const [first, second] = childrenOf(at, name);
    if (second !== undefined) {
      const issue = createIssue("value.duplicate", {
        ...expectation([], `one ${name}`, "a second one", "keep one of the two"),
        key: name,
        source: placeOf(second),
      });
      second.issues.push(issue);
    }
    at = first;
  }
  return at;
}

/** Where an element stands: `/CC315A/GOOITEGDS[2]/GroMasGDS46 (line 31)`. */
export function placeOf(node: XmlNode): string {
  return `${pathOf(node)} (line ${node.element.line})`;
}

function pathOf({ element, parent, number }: XmlNode): string {
  if (parent === undefined) return `/${element.name}`;
  const isOneOfSeveral = parent.element.children.some((other) => other !== element && other.name === element.name);
  return `${pathOf(parent)}/${element.name}${isOneOfSeveral ? `[${number}]` : ""}`;
}

/** The text of an element without the white space around it; nothing for an empty element. Child elements in it are noted as an issue. */
export function textOf(node: XmlNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const [child] = node.element.children;
  if (child !== undefined) {
    node.issues.push(createIssue("value.type", { ...expectation([], "text", `the element ${child.name}`, "write the value itself"), source: placeOf(node) }));
    return undefined;
  }
  const text = trim(node.element.text);
  return text === "" ? undefined : text;
}

/** The value of an attribute without a namespace. */
export function attributeOf(node: XmlNode, name: string): string | undefined {
  const found = node.element.attributes.find((attribute) => attribute.name === name && attribute.namespace === "");
  const text = found === undefined ? "" : trim(found.value);
  return text === "" ? undefined : text;
}

/** Takes off what XML calls white space, and nothing that Unicode adds to it. */
function trim(text: string): string {
  return text.replace(/^[\t\n\r ]+/, "").replace(/[\t\n\r ]+$/, "");
}
