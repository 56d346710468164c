import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import type { HistoryOutcome } from "../../history/event.js";

/** An issue about data that cannot be learned from. */
function unusable(path: readonly string[], expected: string, received: unknown, remedy: string, columns: readonly string[] = []): Issue {
  return createIssue("fit.data", { ...expectation(path, expected, received, remedy), columns });
}

/** A declaration that came twice. */
export function repeatedDeclaration(id: string): Issue {
  return createIssue("value.duplicate", {
    ...expectation(["declarations", id], "each declaration once", "a repetition", "keep the version that was inspected"),
    key: id,
  });
}

/** An outcome known before its declaration was registered. */
export function earlyOutcome({ declarationId, knownAt }: HistoryOutcome, registeredAt: string): Issue {
  const expected = `an outcome known no earlier than the registration, ${registeredAt}`;
  return unusable(["outcomes", declarationId], expected, knownAt, "mend the instant, or leave the outcome out");
}

/** An outcome of an item that its declaration does not have. */
export function outcomeOfNoItem({ declarationId, item }: HistoryOutcome): Issue {
  return unusable(["outcomes", declarationId], "the line number of an item of the declaration", item, "mend the number, or leave the outcome out");
}

/** An outcome whose declaration is not there. */
export function outcomeOfNothing(id: string): Issue {
  return unusable(["outcomes", id], "the declaration of the outcome", undefined, "add the declaration, or leave the outcome out");
}

/** Rows of which all or none have a finding. */
export function singleClass(rows: number, findings: number, purpose: string): Issue {
  const received = `${rows} rows, ${findings} of them with a finding`;
  return unusable(["outcomes"], `rows ${purpose} with and without a finding`, received, "add declarations with outcomes of both kinds");
}

/** An indicator of a term that says nothing, or the same of every row. */
export function emptyColumn(indicator: string, expected: string, received: string): Issue {
  return unusable(["terms"], `${expected} in \`${indicator}\``, received, "leave the term out, or add declarations that state it", [indicator]);
}

/** A fold that nothing can be learned or measured on. */
export function poorFold(folds: number): Issue {
  return unusable(["penalty", "folds"], "folds with rows, and both classes outside each", `${folds} folds`, "use fewer folds, or add declarations");
}

/** A slice held back for calibration that does not suffice for it. */
export function poorSlice(rows: number): Issue {
  const expected = "a slice with both outcomes, ranked in the right direction";
  return unusable(["calibration"], expected, `${rows} rows`, "hold back a larger share, or leave the calibration out");
}

/** A fit that ran out of steps. */
export function notConverged(iterations: number): Issue {
  return createIssue("fit.notConverged", {
    ...expectation(["penalty"], "a fit that settles", `${iterations} iterations`, "use a stronger penalty, or fewer and wider levels"),
  });
}
