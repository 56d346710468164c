import { formatIssue } from "../core/issue.js";
import type { Issues, Result } from "../core/result.js";

/** Ends a command: `1` a record refused or a file unreadable, `2` wrong usage. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The value of a result, else the command ends with its issues, under the name of what was read. */
export function orFail<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value;
  throw new CommandFailure(describeIssues(result.issues, what), 1);
}

/** Issues as lines, each under the name of what was read. */
export function describeIssues(issues: Issues, what: string): string {
  return issues.map((issue) => `${what}: ${formatIssue(issue)}`).join("\n");
}
