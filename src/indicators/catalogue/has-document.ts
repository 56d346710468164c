import type { DocumentKind } from "../../model/document.js";
import type { ItemContext } from "../indicator.js";

/** Whether the declaration or the item itself refers to a document of one of the kinds. */
export function hasDocument({ declaration, item }: ItemContext, kinds: readonly DocumentKind[]): boolean {
  return [...declaration.documents, ...(item.documents ?? [])].some(({ kind }) => kinds.includes(kind));
}
