import { type PathStep, quote } from "./issue.js";

/** The common fields of an issue about one value: `expected X, received Y`. */
export function expectation(
  path: readonly PathStep[],
  expected: string,
  received: unknown,
  remedy: string,
): { readonly path: readonly PathStep[]; readonly message: string; readonly expected: string; readonly received: string; readonly remedy: string } {
  const shown = quote(received);
  return { path, message: `expected ${expected}, received ${shown}`, expected, received: shown, remedy };
}
