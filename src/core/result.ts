import { formatIssue, type Issue } from "./issue.js";

/** A non-empty list of issues. */
export type Issues = readonly [Issue, ...Issue[]];

/** The outcome of anything that bad input can make fail: a value, or at least one issue. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: Issues };

/** Wraps a value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps one or more issues. */
export function failure(first: Issue, ...rest: readonly Issue[]): { readonly ok: false; readonly issues: Issues } {
  return { ok: false, issues: [first, ...rest] };
}

/** The value if there are no errors among the issues, else the issues. */
export function settle<T>(issues: readonly Issue[], value: () => T): Result<T> {
  const errors = issues.filter((issue) => issue.severity === "error");
  const [first, ...rest] = errors;
  // a literal, not `failure(...)`: a long list spread into arguments overflows the stack
  return first === undefined ? success(value()) : { ok: false, issues: [first, ...rest] };
}

/** What the `...OrThrow` doors throw: an `Error` that carries the issues. */
export class IssueError extends Error {
  override readonly name = "IssueError";
  readonly issues: Issues;
  constructor(issues: Issues) {
    super(issues.slice(0, 5).map(formatIssue).join("; ") + (issues.length > 5 ? `; and ${issues.length - 5} more` : ""));
    this.issues = issues;
  }
}

/**
 * The value of a result.
 * @throws {IssueError} if the result holds issues
 */
export function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new IssueError(result.issues);
}
