import { canonicalJson, type JsonValue } from "../core/canonical.js";
import { expectation } from "../core/expectation.js";
import { createIssue, formatPath, type PathStep, quote } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import { failure, type Result, success } from "../core/result.js";
import { DOCUMENT_LIMITS } from "../core/snapshot.js";

/** What an implementation is asked: a line of JSON with catalogue, profile, facts and, where a draw is made, the key's bytes in hexadecimal. */
export type ConformanceRequest = Readonly<Record<string, JsonValue>>;

/** One case: what is asked, and the assessment, or `{ refused: code }`, that must come. */
export interface ConformanceCase {
  /** The line of the file that it stands in, from 1. */
  readonly line: number;
  readonly request: ConformanceRequest;
  readonly expected: JsonValue;
}

/** The least difference between probabilities that counts: they are for people, and outside the promise of exactness. */
const PROBABILITY_TOLERANCE = 1e-9;

type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Reads a file of cases: lines `{ catalogue }` and `{ profile }` hold for the lines after them, each other line is a case,
 * `{ facts, selectionKey?, expected }`.
 */
export function readConformanceCases(text: string): Result<readonly ConformanceCase[]> {
  const cases: ConformanceCase[] = [];
  const held: Record<string, JsonValue> = {};
  for (const [index, each] of text.split("\n").entries()) {
    if (each.trim() === "") continue;
    const parsed = parseJson(each, DOCUMENT_LIMITS.depth);
    const entry = parsed.ok ? asObject(parsed.value as JsonValue) : undefined;
    if (entry === undefined) return refuse(index + 1, each.slice(0, 60));
    const { expected, shows: _, ...rest } = entry;
    if (expected === undefined) Object.assign(held, rest);
    else if (held.catalogue === undefined || held.profile === undefined || rest.facts === undefined) return refuse(index + 1, Object.keys(entry).join(", "));
    else cases.push({ line: index + 1, request: { ...held, ...rest }, expected });
  }
  return success(cases);
}

function refuse(line: number, received: string): Result<never> {
  const expected = "a catalogue and a profile, then facts with what is expected of them";
  return failure(createIssue("row.invalid", { ...expectation([], expected, received, "write the cases as docs/conformance/README.md says"), line }));
}

/**
 * In what an answer differs from what is expected, in sentences. The engine is the answerer's own, a probability may
 * differ in its last digits, and of an issue only code and path count.
 */
export function differencesFrom(expected: JsonValue, answer: JsonValue): readonly string[] {
  return compare(essence(expected), essence(answer), []);
}

function essence(assessment: JsonValue): JsonValue {
  const object = asObject(assessment);
  if (object === undefined) return assessment;
  const { engine: _, issues, ...rest } = object;
  if (!Array.isArray(issues)) return issues === undefined ? rest : { ...rest, issues };
  return { ...rest, issues: issues.map((issue: JsonValue) => ({ code: asObject(issue)?.code ?? null, path: asObject(issue)?.path ?? null })) };
}

function compare(expected: JsonValue | undefined, answer: JsonValue | undefined, path: readonly PathStep[]): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(answer)) {
    const length = Math.max(expected.length, answer.length);
    return Array.from({ length }, (_, index) => compare(expected[index], answer[index], [...path, index])).flat();
  }
  const [left, right] = [asObject(expected), asObject(answer)];
  if (left !== undefined && right !== undefined) {
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => compare(left[key], right[key], [...path, key]));
  }
  const isClose =
    path.at(-1) === "probability" && typeof expected === "number" && typeof answer === "number" && Math.abs(expected - answer) <= PROBABILITY_TOLERANCE;
  return isClose || canonicalJson(expected) === canonicalJson(answer) ? [] : [`${formatPath(path)}: expected ${shown(expected)}, received ${shown(answer)}`];
}

function shown(value: JsonValue | undefined): string {
  return value === undefined ? "nothing" : quote(value);
}

function asObject(value: JsonValue | undefined): JsonObject | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}
