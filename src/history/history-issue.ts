import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, quote } from "../core/issue.js";
import { instantText } from "./instant-text.js";

export function lateIssue(effectiveAt: number, watermark: number, latenessMs: number): Issue {
  const from = instantText(watermark - latenessMs);
  return createIssue("history.late", {
    path: ["knownAt"],
    message: `takes effect at ${instantText(effectiveAt)}, before the lateness window that starts at ${from}`,
    expected: `at or after ${from}`,
    received: instantText(effectiveAt),
    remedy: "build the history anew with it, or widen the lateness window",
  });
}

export function closedIssue(id: string, name: string): Issue {
  return createIssue("history.closed", {
    path: [name],
    message: `the declaration ${quote(id)} is closed: it is folded into the tallies for good`,
    expected: "a declaration within the retention",
    received: quote(id),
    remedy: "build the history anew, or widen the retention",
    declaration: id,
  });
}

export function conflictIssue(id: string, stated: string, observed: string): Issue {
  return createIssue("history.conflict", {
    path: ["familyId"],
    message: `the declaration ${quote(id)} is stated to be of the family ${quote(stated)}, but stands in the family ${quote(observed)}`,
    expected: quote(observed),
    received: quote(stated),
    remedy: "state the family's first declaration the same way in every event",
    declaration: id,
  });
}

export function orphanIssue(declarationId: string, knownAt: number): Issue {
  return createIssue("history.orphan", {
    path: ["declarationId"],
    message: `the outcome known at ${instantText(knownAt)} is of the declaration ${quote(declarationId)}, which was never observed; it is dropped`,
    expected: "an outcome of a declaration observed within the retention",
    received: quote(declarationId),
    remedy: "observe the declaration first",
    declaration: declarationId,
  });
}

export function beforeWatermarkIssue(asOf: number, watermark: number, name: string): Issue {
  return createIssue("history.beforeWatermark", {
    path: [name],
    message: `${instantText(asOf)} is before the watermark ${instantText(watermark)}`,
    expected: `at or after ${instantText(watermark)}`,
    received: instantText(asOf),
    remedy: "read and advance in time order",
  });
}

export function tooManyIssue(name: string, limit: number): Issue {
  return createIssue("value.tooLarge", {
    path: [name],
    message: `expected at most ${limit} ${name} of one family`,
    expected: `at most ${limit}`,
    received: "more",
    remedy: "state the families of the declarations as they are",
    limit,
  });
}

export function windowIssue(days: number, windowDays: number, name: string): Issue {
  const say = expectation(
    [name],
    `whole days from 1 to the history's windowDays (${windowDays})`,
    days,
    "ask for fewer days, or build the history with longer windows",
  );
  return createIssue("value.range", say);
}

export function incompleteIssue(what: "snapshot" | "delta", expected: string, received: string): Issue {
  return createIssue("history.incomplete", {
    path: [],
    message: `expected ${expected}, received ${quote(received)}`,
    expected,
    received,
    remedy: `the ${what} was cut short or mixed up; write it anew`,
  });
}
