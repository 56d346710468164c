import { expect } from "vitest";
import type { Issue, IssueCode, PathStep } from "../../src/core/issue.js";
import type { Result } from "../../src/core/result.js";

/** The value of a result; fails the test with its issues otherwise. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, received ${JSON.stringify(result.issues, undefined, 1)}`);
  return result.value;
}

/** The issues of a refused result; fails the test if it holds a value. */
export function issuesOf(result: Result<unknown>): readonly Issue[] {
  if (result.ok) throw new Error(`expected issues, received ${JSON.stringify(result.value)}`);
  return result.issues;
}

/** What a test expects of one issue: its code and path, a part of its message, and optionally any other field. */
export interface ExpectedIssue {
  readonly code: IssueCode;
  readonly path: readonly PathStep[];
  readonly message: string | RegExp;
  readonly severity?: "error" | "warning";
  readonly [key: string]: unknown;
}

/** Asserts that there is exactly this one issue. */
export function expectOnly(issues: readonly Issue[], expected: ExpectedIssue): void {
  expect(issues.map((issue) => [issue.code, ...issue.path])).toEqual([[expected.code, ...expected.path]]);
  expectSame(issues[0], expected);
}

/** Asserts that one of the issues is this one. */
export function expectAmong(issues: readonly Issue[], expected: ExpectedIssue): void {
  const found = issues.filter((issue) => issue.code === expected.code && JSON.stringify(issue.path) === JSON.stringify(expected.path));
  expect(found, `among ${JSON.stringify(issues.map((issue) => [issue.code, issue.path]))}`).not.toEqual([]);
  expectSame(found[0], expected);
}

function expectSame(issue: Issue | undefined, { message, severity = "error", ...rest }: ExpectedIssue): void {
  expect(issue).toMatchObject({ ...rest, severity });
  if (typeof message === "string") expect(issue?.message).toContain(message);
  else expect(issue?.message).toMatch(message);
  // every issue says what was expected, what came and how to mend it
  expect(issue?.expected).not.toBe("");
  expect(issue?.received).not.toBe("");
  expect(issue?.remedy).not.toBe("");
}
