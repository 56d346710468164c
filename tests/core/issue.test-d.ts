import { expectation } from "../../src/core/expectation.js";
import { createIssue, type Issue, type IssueCode, type IssueOf } from "../../src/core/issue.js";
import { failure, type Result } from "../../src/core/result.js";
import type { Equal } from "../../src/core/schema.js";

type Assert<T extends true> = T;

// the code decides what else an issue says
export function detail(issue: Issue): string | number {
  switch (issue.code) {
    case "value.unknownKey":
      return issue.key;
    case "indicator.unknown":
      return issue.indicator;
    case "value.tooLarge":
      return issue.limit;
    case "row.invalid":
      return issue.line;
    default:
      // @ts-expect-error an issue of another code has no key
      return issue.key;
  }
}

export type Proofs = [
  Assert<Equal<Issue["code"], IssueCode>>,
  Assert<Equal<IssueOf<"value.tooLarge">["limit"], number>>,
  Assert<Equal<IssueOf<"value.range">["severity"], "error" | "warning">>,
];

const common = expectation([], "a", 1, "b");
createIssue("value.range", common);
createIssue("value.tooLarge", { ...common, limit: 1 });
// @ts-expect-error without its limit
createIssue("value.tooLarge", common);
// @ts-expect-error a limit is a number
createIssue("value.tooLarge", { ...common, limit: "1" });
// @ts-expect-error a code that is none
createIssue("value.wrong", common);

// a failure has at least one issue, and a result has a value only where it is ok
// @ts-expect-error no issue
failure();
export function use(result: Result<number>): number {
  // @ts-expect-error not known to be ok
  const early = result.value;
  return result.ok ? result.value : early;
}
export function change(issue: Issue): void {
  // @ts-expect-error issues do not change
  issue.message = "x";
}
