import { type Issue, prefixIssue } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import { failure, type Issues, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { advanceChange, type DeltaHeader, deltaHeader, eventChange, type HistoryChange, outcomeChange } from "./change.js";
import { incompleteIssue } from "./history-issue.js";

const DEPTH = 8;

/**
 * Reads a delta: pieces of text that each hold whole lines, one or many. The first line that does not fit refuses it, with its
 * number first in the path; so does a delta that holds fewer or more changes than its first line announces. Whether the events
 * and outcomes are sound is told where they are applied.
 */
export function readDelta(pieces: Iterable<string>): Result<readonly HistoryChange[]> {
  let header: DeltaHeader | undefined;
  const changes: HistoryChange[] = [];
  let line = 0;
  for (const piece of pieces) {
    for (const text of piece.replace(/\r?\n$/, "").split("\n")) {
      line += 1;
      const json = parseJson(text, DEPTH);
      const parsed = !json.ok ? json : header === undefined ? parseWith(deltaHeader, json.value) : readChange(json.value);
      if (!parsed.ok) return { ok: false, issues: atLine(parsed.issues, line) };
      if ("schema" in parsed.value) header = parsed.value;
      else changes.push(parsed.value);
    }
  }
  if (header === undefined) return failure(incompleteIssue("delta", "a first line with the schema", "nothing"));
  return header.changes === changes.length ? success(changes) : failure(incompleteIssue("delta", `${header.changes} changes`, String(changes.length)));
}

/**
 * {@link readDelta} that throws.
 * @throws {IssueError} if the delta cannot be read
 */
export function readDeltaOrThrow(pieces: Iterable<string>): readonly HistoryChange[] {
  return orThrow(readDelta(pieces));
}

function readChange(value: unknown): Result<HistoryChange> {
  if (hasKey(value, "event")) return parseWith(eventChange, value);
  return hasKey(value, "outcome") ? parseWith(outcomeChange, value) : parseWith(advanceChange, value);
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function atLine([first, ...rest]: Issues, line: number): Issues {
  const at = (issue: Issue): Issue => prefixIssue(issue, "line", line);
  return [at(first), ...rest.map(at)];
}
