import type { Declaration } from "./declaration.js";

/** What identifies the family of a declaration: the number of its first declaration, which is its own where none is stated. */
export function familyOf(declaration: Declaration): string {
  return declaration.firstDeclarationId ?? declaration.id;
}
