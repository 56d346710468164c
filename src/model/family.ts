import type { Subject } from "./subject.js";

/** What identifies the family of a declaration: the number of its first declaration, which is its own where none is stated. */
export function familyOf(declaration: Pick<Subject, "id" | "firstDeclarationId">): string {
  return declaration.firstDeclarationId ?? declaration.id;
}
