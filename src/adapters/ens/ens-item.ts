import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, type XmlNode } from "../xml/xml-node.js";
import { equipmentId, joined, numberAt, sumOf, textAt } from "../xml/xml-values.js";

/** A goods item of an entry summary declaration as an item of a consignment; of pieces that are not packed, the pieces are counted. */
export function ensItem(item: XmlNode): Sourced | undefined {
  const packages = childrenOf(item, "PACGS2");
  const equipmentIds = childrenOf(item, "CONNR2")
    .map((container) => equipmentId(childOf(container, "ConNumNR21")))
    .filter((id) => id !== undefined);
  return sourced(item, {
    lineNumber: numberAt(item, "IteNumGDS7"),
    description: textAt(item, "GooDesGDS23"),
    hsCode: textAt(item, "COMCODGODITM", "ComNomCMD1"),
    grossMassKg: numberAt(item, "GroMasGDS46"),
    packageCount: sumOf(packages.flatMap((one) => [childOf(one, "NumOfPacGS24"), childOf(one, "NumOfPieGS25")])),
    packageKind: joined(packages.map((one) => childOf(one, "KinOfPacGS23"))),
    marks: joined(packages.map((one) => childOf(one, "MarNumOfPacGSL21"))),
    dangerousGoodsCode: textAt(item, "UNDanGooCodGDI1"),
    equipmentIds: equipmentIds.length === 0 ? undefined : equipmentIds,
  });
}
