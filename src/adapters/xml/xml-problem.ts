import { expectation } from "../../core/expectation.js";
import { createIssue, type IssueOf } from "../../core/issue.js";

/** Why an XML text is refused, before it is known where. */
export interface XmlProblem {
  readonly expected: string;
  readonly received: unknown;
  readonly remedy: string;
  /** Whether it is the character after the last one that was read. */
  readonly isAhead?: boolean;
}

/** The issue of a text that is refused at a place; line and column from 1. */
export function xmlIssue({ expected, received, remedy }: XmlProblem, line: number, column: number): IssueOf<"xml.invalid"> {
  return createIssue("xml.invalid", { ...expectation([], expected, received, remedy), source: `line ${line}, column ${column}`, line, column });
}
