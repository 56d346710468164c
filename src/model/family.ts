import type { Subject } from "./subject.js";

/** What identifies the family of a declaration: the number of its first declaration, which is its own where none is stated. */
export function familyOf(declaration: Pick<Subject, "id" | "firstDeclarationId">): string {
  return declaration.firstDeclarationId ?? declaration.id;
}

/**
 * What the versions of one declaration share within their family: the number of the part of a split declaration, the family's own number for an amendment under a
 * number of its own; nothing for others, which are their own only version.
 */
export function partOf({ split, amendments = [], firstDeclarationId }: Pick<Subject, "split" | "amendments" | "firstDeclarationId">): string | undefined {
  if (split !== undefined) return `part-${split.number}`;
  return amendments.length > 0 ? firstDeclarationId : undefined;
}
