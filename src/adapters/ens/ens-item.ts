import { type Sourced, sourced } from "../xml/sourced.js";
import { joined, numberAt, textAt, toNumber } from "../xml/xml-values.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";

/** A goods item of an entry summary declaration as an item of a consignment. */
export function ensItem(item: XmlNode): Sourced | undefined {
  const packages = childrenOf(item, "PACGS2");
  const containers = childrenOf(item, "CONNR2").map((container) => containerId(childOf(container, "ConNumNR21")));
  const equipmentIds = containers.filter((id) => id !== undefined);
  return sourced(item, {
    lineNumber: numberAt(item, "IteNumGDS7"),
    description: textAt(item, "GooDesGDS23"),
    hsCode: textAt(item, "COMCODGODITM", "ComNomCMD1"),
    grossMassKg: numberAt(item, "GroMasGDS46"),
    packageCount: sum(packages.flatMap((one) => [childOf(one, "NumOfPacGS24"), childOf(one, "NumOfPieGS25")])),
    packageKind: joined(packages.map((one) => childOf(one, "KinOfPacGS23"))),
    marks: joined(packages.map((one) => childOf(one, "MarNumOfPacGSL21"))),
    equipmentIds: equipmentIds.length === 0 ? undefined : equipmentIds,
    dangerousGoodsCode: textAt(item, "UNDanGooCodGDI1"),
  });
}

/** A container's number; spaces in it are a way of writing. */
export function containerId(node: XmlNode | undefined): Sourced | undefined {
  return sourced(node, textOf(node)?.replace(/[\t\n\r ]/g, ""));
}

/** The sum of numbers that are stated; the first that is no plain decimal stays text, so that the model says what it expected. */
function sum(nodes: readonly (XmlNode | undefined)[]): Sourced | undefined {
  const stated = nodes.filter((node) => textOf(node) !== undefined);
  const numbers = stated.map((node) => toNumber(textOf(node)));
  const bad = numbers.findIndex((number) => typeof number !== "number" || number < 0);
  if (bad !== -1) return sourced(stated[bad], numbers[bad]);
  return stated.length === 0 ? undefined : sourced(stated[0], numbers.reduce<number>((total, number) => total + Number(number), 0));
}
