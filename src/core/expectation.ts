import { type PathStep, quote } from "./issue.js";

/** The common fields of an issue about one value. */
interface Expectation {
  readonly path: readonly PathStep[];
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly remedy: string;
}

/** The common fields of an issue about one value: `expected X, received Y`. */
export function expectation(path: readonly PathStep[], expected: string, received: unknown, remedy: string): Expectation {
  return shownExpectation(path, expected, quote(received), remedy);
}

/** {@link expectation} of a value that is shown as it is: `quote` made it so. */
export function shownExpectation(path: readonly PathStep[], expected: string, shown: string, remedy: string): Expectation {
  return { path, message: `expected ${expected}, received ${shown}`, expected, received: shown, remedy };
}
