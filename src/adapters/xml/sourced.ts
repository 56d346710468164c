import { formatPath, type Issue, type PathStep } from "../../core/issue.js";
import { placeOf, type XmlNode } from "./xml-node.js";

/** A value, or a tree of values, with the element that it was read from. */
export interface Sourced {
  readonly [SOURCE]: XmlNode;
  readonly value: unknown;
}

const SOURCE: unique symbol = Symbol("source");

/** A value with its element; nothing where there is no value, or an object all of whose members are nothing. */
export function sourced(node: XmlNode | undefined, value: unknown): Sourced | undefined {
  if (node === undefined || value === undefined) return undefined;
  if (typeof value === "object" && value !== null && !isSourced(value) && Object.values(value).every((member) => member === undefined)) return undefined;
  return { [SOURCE]: node, value };
}

/** Plain input for the model's parser, and for each place in it the element that it was read from. */
export interface PlainInput {
  readonly input: unknown;
  readonly sources: ReadonlyMap<string, XmlNode>;
}

/** Takes the sources out of a tree of values. */
export function toPlain(tree: unknown): PlainInput {
  const sources = new Map<string, XmlNode>();
  const strip = (value: unknown, path: readonly PathStep[]): unknown => {
    if (typeof value !== "object" || value === null) return value;
    if (isSourced(value)) {
      sources.set(formatPath(path), value[SOURCE]);
      return strip(value.value, path);
    }
    if (Array.isArray(value)) return value.map((member, index) => strip(member, [...path, index]));
    const members = Object.entries(value).map(([key, member]): [string, unknown] => [key, strip(member, [...path, key])]);
    return Object.fromEntries(members.filter(([, member]) => member !== undefined));
  };
  return { input: strip(tree, []), sources };
}

/** An issue of the model with the place, in the message, of the nearest element that its value was read from. */
export function withSource(issue: Issue, sources: ReadonlyMap<string, XmlNode>): Issue {
  for (let length = issue.path.length; length >= 0; length -= 1) {
    const node = sources.get(formatPath(issue.path.slice(0, length)));
    if (node !== undefined) return Object.freeze({ ...issue, source: placeOf(node) });
  }
  return issue;
}

function isSourced(value: object): value is Sourced {
  return SOURCE in value;
}
