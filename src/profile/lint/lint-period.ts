import { expectation } from "../../core/expectation.js";
import { type Period, toPeriodMs } from "../../core/instant.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";

/** A period must end after it starts. */
export function lintPeriod(period: Period | undefined, path: readonly PathStep[]): readonly Issue[] {
  if (period === undefined) return [];
  const { from, to } = toPeriodMs(period);
  return from < to
    ? []
    : [createIssue("time.inverted", expectation([...path, "to"], `an instant after ${period.from}`, period.to, "exchange the two ends, or mend one"))];
}
