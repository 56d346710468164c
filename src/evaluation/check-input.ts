import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";

/** The most issues that one call reports. */
const MAX_ISSUES = 10;

/** A value of the wrong type. */
export function wrongType(path: readonly PathStep[], expected: string, received: unknown, remedy: string): Issue {
  return createIssue("value.type", expectation(path, expected, received, remedy));
}

/** A value of the right type that cannot be used. */
export function invalid(path: readonly PathStep[], expected: string, received: unknown, remedy: string): Issue {
  return createIssue("value.invalid", expectation(path, expected, received, remedy));
}

/** A number out of its bounds, or not a number. */
export function outOfRange(path: readonly PathStep[], expected: string, received: unknown, remedy = "keep within the bounds"): Issue {
  return createIssue("value.range", expectation(path, expected, received, remedy));
}

/** Two members that share an id. */
function duplicateId(path: readonly PathStep[], id: string): Issue {
  return createIssue("value.duplicate", { ...expectation(path, "each id once", id, "leave one of them out"), key: id });
}

/** The first ten issues as a failure, or the value. */
export function conclude<T>(issues: readonly Issue[], value: () => T): Result<T> {
  const [first, ...rest] = issues;
  return first === undefined ? success(value()) : failure(first, ...rest.slice(0, MAX_ISSUES - 1));
}

/** No issue if `value` is a finite number of at least `min` (and at most `max`), else one. */
export function checkNumber(value: unknown, path: readonly PathStep[], min: number, max: number = Infinity, integer = false): readonly Issue[] {
  if (typeof value === "number" && Number.isFinite(value) && value >= min && value <= max && (!integer || Number.isSafeInteger(value))) return [];
  const kind = integer ? "an integer" : "a finite number";
  return [outOfRange(path, max === Infinity ? `${kind} of at least ${min}` : `${kind} from ${min} to ${max}`, value)];
}

/** No issue if `value` is an integer that can seed draws, else one. */
export function checkSeed(seed: unknown): readonly Issue[] {
  return Number.isSafeInteger(seed) ? [] : [outOfRange(["seed"], "a safe integer", seed, "pass a seed; the same seed gives the same result")];
}

/** One issue per id that came before. */
export function checkUnique(ids: readonly string[], path: (index: number) => readonly PathStep[]): readonly Issue[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [duplicateId(path(index), id)];
    seen.add(id);
    return [];
  });
}
