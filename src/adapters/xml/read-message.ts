import type { Issue } from "../../core/issue.js";
import type { Result } from "../../core/result.js";
import { toPlain, withSource } from "./sourced.js";

/** Parses a tree of sourced values with a parser of the model; issues name the model's path and the place in the message. */
export function parseTree<T>(tree: unknown, parse: (input: unknown) => Result<T>): Result<T> {
  const { input, sources } = toPlain(tree);
  const result = parse(input);
  if (result.ok) return result;
  const [first, ...rest] = result.issues;
  return { ok: false, issues: [withSource(first, sources), ...rest.map((issue) => withSource(issue, sources))] };
}

/** The value of a result, unless something else was wrong with the message; all issues of both. */
export function together<T>(issues: readonly Issue[], result: Result<T>): Result<T> {
  const [first, ...rest] = issues;
  if (first === undefined) return result;
  return { ok: false, issues: [first, ...rest, ...(result.ok ? [] : result.issues)] };
}
