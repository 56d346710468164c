import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep, quote } from "../core/issue.js";

/** Data that cannot be used as it is. */
export function dataIssue(path: readonly PathStep[], expected: string, received: unknown, remedy: string, columns: readonly string[] = []): Issue {
  return createIssue("fit.data", { ...expectation(path, expected, received, remedy), columns });
}

function list(columns: readonly string[]): string {
  const shown = columns.slice(0, 10).map(quote).join(", ");
  return columns.length > 10 ? `${shown} and ${columns.length - 10} more` : shown;
}

/** Columns of which one is a combination of the others and the intercept: no unique maximum. */
export function rankIssue(columns: readonly string[]): Issue {
  const single = columns.length === 1;
  return createIssue("fit.noMaximum", {
    path: ["x"],
    message: single
      ? `the column ${list(columns)} is constant, so it cannot be told from the intercept`
      : `the columns ${list(columns)} are linearly dependent (with the intercept), so their coefficients are not unique`,
    expected: "columns that are linearly independent of each other and of a constant",
    received: list(columns),
    remedy: "leave a column out, or set `l2` above 0",
    columns,
  });
}

/** Columns that predict some labels without error, so that their coefficients grow without end: no finite maximum. */
export function separationIssue(kind: "complete" | "quasi", columns: readonly string[]): Issue {
  const extent = kind === "complete" ? "all labels" : "a part of the labels";
  return createIssue("fit.noMaximum", {
    path: ["x"],
    message: `the columns ${list(columns)} separate ${extent} without error (${kind === "complete" ? "complete" : "quasi-complete"} separation), so their coefficients have no finite maximum`,
    expected: "labels of both kinds on both sides of every direction",
    received: list(columns),
    remedy: "leave the columns out, join rare levels, or set `l2` above 0",
    columns,
  });
}

/** A fit that stopped before it had settled. */
export function notConverged(iterations: number): Issue {
  return createIssue("fit.notConverged", {
    path: [],
    message: `the fit has not settled after ${iterations} iterations`,
    expected: "a fit that settles",
    received: `${iterations} iterations`,
    remedy: "raise `maxIterations`, look for columns that are nearly dependent, or set `l2` above 0",
  });
}
