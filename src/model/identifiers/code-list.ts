/** The members of a packed list: words between single spaces. */
export function codesOf(packed: string): ReadonlySet<string> {
  return new Set(packed.split(" "));
}
