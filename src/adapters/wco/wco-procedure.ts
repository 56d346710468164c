import type { Direction } from "../../model/declaration.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";

/** The procedure of a goods item, requested and previous, such as `4000`; nothing where none is stated. */
export function procedureOf(item: XmlNode): string | undefined {
  const stated = procedures(item).find(({ previous }) => previous !== undefined);
  return stated === undefined ? undefined : `${stated.current ?? ""}${stated.previous}`;
}

/** The additional procedures of a goods item, in order. */
export function additionalProceduresOf(item: XmlNode): readonly string[] {
  return procedures(item)
    .filter(({ previous }) => previous === undefined)
    .flatMap(({ current }) => (current === undefined ? [] : [current]));
}

function procedures(item: XmlNode): readonly { readonly current: string | undefined; readonly previous: string | undefined }[] {
  return childrenOf(item, "GovernmentProcedure").map((one) => ({
    current: textOf(childOf(one, "CurrentCode")),
    previous: textOf(childOf(one, "PreviousCode")),
  }));
}

/**
 * Which way the goods of a declaration move: by its type (`IM` import, `EX` export, `T` transit), else, as trade with special fiscal
 * territories (`CO`) is either, by the first digit of the procedure that is requested: 1 to 3 are exports, 4 to 9 imports. Source: EU
 * customs codes, from memory.
 */
export function directionOf(type: string | undefined, procedure: string | undefined): Direction | undefined {
  if (type?.startsWith("IM") === true) return "import";
  if (type?.startsWith("EX") === true) return "export";
  if (type !== undefined && /^T(?:1|2|IR)?/.test(type)) return "transit";
  if (procedure === undefined) return undefined;
  return /^[1-3]/.test(procedure) ? "export" : /^[4-9]/.test(procedure) ? "import" : undefined;
}
