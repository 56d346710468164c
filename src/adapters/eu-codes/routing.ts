import { sourced } from "../xml/sourced.js";
import { textOf, type XmlNode } from "../xml/xml-node.js";

/**
 * The countries of routing, in order: the first is where the goods departed from, the last where they go, those between are
 * passed (EU customs data requirements: the countries of original departure and of final destination are part of the list).
 */
export function routing(nodes: readonly (XmlNode | undefined)[]): { readonly departure: unknown; readonly between: unknown; readonly all: unknown } {
  const stated = nodes.filter((node) => textOf(node) !== undefined);
  const [first, ...rest] = stated;
  const between = rest.slice(0, -1).map((node) => sourced(node, textOf(node)));
  return {
    departure: sourced(first, textOf(first)),
    between: between.length === 0 ? undefined : between,
    // a route may pass one country twice
    all: stated.length === 0 ? undefined : sourced(first, stated.map(textOf).join(" ")),
  };
}
