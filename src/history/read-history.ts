import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import { failure, type Issues, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { type Accumulator, createAccumulator } from "./accumulator.js";
import { eventOfRecord, keyOfRecord } from "./change.js";
import type { History } from "./history.js";
import { incompleteIssue } from "./history-issue.js";
import { resolveHistoryOptions } from "./history-options.js";
import { closedRecord, type FamilyRecord, familyRecord, type HistoryHeader, historyHeader, orphanRecord, tallyRecord } from "./record.js";

const DEPTH = 8;

/**
 * Reads a snapshot back: pieces of text that each hold whole lines, one or many, such as the lines of a file or its whole text.
 * The first line that does not fit refuses the snapshot, with its number first in the path (`line[12].family`); so does a
 * snapshot that holds fewer or more records than its first line announces.
 */
export function readHistory(pieces: Iterable<string>): Result<History> {
  const reader = createSnapshotReader();
  for (const piece of pieces) {
    const issues = reader.read(piece);
    if (issues !== undefined) return { ok: false, issues };
  }
  return reader.finish();
}

/**
 * {@link readHistory} that throws.
 * @throws {IssueError} if the snapshot cannot be read
 */
export function readHistoryOrThrow(pieces: Iterable<string>): History {
  return orThrow(readHistory(pieces));
}

/** {@link readHistory} from pieces that come in time, such as the lines of a stream. */
export async function readHistoryStream(pieces: AsyncIterable<string>): Promise<Result<History>> {
  const reader = createSnapshotReader();
  for await (const piece of pieces) {
    const issues = reader.read(piece);
    if (issues !== undefined) return { ok: false, issues };
  }
  return reader.finish();
}

interface SnapshotReader {
  /** Takes in one or more whole lines; the issues of the first that does not fit. */
  readonly read: (piece: string) => Issues | undefined;
  readonly finish: () => Result<History>;
}

/** What has been read so far. */
interface Progress {
  readonly header: HistoryHeader;
  readonly accumulator: Accumulator;
  readonly counts: { tallies: number; families: number; orphans: number; closed: number };
}

function createSnapshotReader(): SnapshotReader {
  let line = 0;
  let progress: Progress | undefined;

  const readLine = (text: string): Result<unknown> => {
    const json = parseJson(text, DEPTH);
    if (!json.ok) return json;
    if (progress !== undefined) return readRecord(json.value, progress);
    const started = start(json.value);
    if (started.ok) progress = started.value;
    return started;
  };

  return {
    read(piece) {
      for (const text of piece.replace(/\r?\n$/, "").split("\n")) {
        line += 1;
        const result = readLine(text);
        if (!result.ok) return atLine(result.issues, line);
      }
      return undefined;
    },
    finish() {
      if (progress === undefined) return failure(incompleteIssue("snapshot", "a first line with the schema", "nothing"));
      const { header, accumulator, counts } = progress;
      for (const kind of ["tallies", "families", "orphans", "closed"] as const) {
        if (counts[kind] !== header.counts[kind])
          return failure(incompleteIssue("snapshot", `${header.counts[kind]} records of ${kind}`, String(counts[kind])));
      }
      return success(accumulator.history);
    },
  };
}

function start(value: unknown): Result<Progress> {
  const parsed = parseWith(historyHeader, value);
  if (!parsed.ok) return parsed;
  const { latenessDays, retentionDays, maxKeys, maxClosed, windowDays = 0, undetailedOutcome, watermark, dropped } = parsed.value;
  if (retentionDays !== undefined && retentionDays < latenessDays) {
    return failure(
      createIssue(
        "value.range",
        expectation(["retentionDays"], `at least latenessDays (${latenessDays})`, retentionDays, "keep a family as long as it may change"),
      ),
    );
  }
  const options = {
    latenessDays,
    maxClosed,
    windowDays,
    undetailedOutcome,
    ...(retentionDays === undefined ? {} : { retentionDays }),
    ...(maxKeys === undefined ? {} : { maxKeys }),
  };
  const accumulator = createAccumulator(resolveHistoryOptions(options));
  accumulator.restoreState(watermark, dropped);
  return success({ header: parsed.value, accumulator, counts: { tallies: 0, families: 0, orphans: 0, closed: 0 } });
}

function readRecord(value: unknown, { accumulator, counts }: Progress): Result<unknown> {
  if (hasKey(value, "key")) {
    const parsed = parseWith(tallyRecord, value);
    if (!parsed.ok) return parsed;
    counts.tallies += 1;
    return settled(accumulator.restoreTally(keyOfRecord(parsed.value.key), parsed.value));
  }
  if (hasKey(value, "family")) {
    const parsed = parseWith(familyRecord, value);
    if (!parsed.ok) return parsed;
    counts.families += 1;
    return readFamily(parsed.value, accumulator);
  }
  if (hasKey(value, "orphan")) {
    const parsed = parseWith(orphanRecord, value);
    if (!parsed.ok) return parsed;
    counts.orphans += 1;
    return once(accumulator.restoreOutcome(parsed.value.orphan), ["orphan"]);
  }
  const parsed = parseWith(closedRecord, value);
  if (!parsed.ok) return parsed;
  counts.closed += 1;
  for (const id of parsed.value.closed) {
    const issue = accumulator.restoreClosed(id);
    if (issue !== undefined) return failure(issue);
  }
  return parsed;
}

function readFamily({ family, events, outcomes }: FamilyRecord, accumulator: Accumulator): Result<unknown> {
  const ids = new Set(events.map((event) => event.declarationId));
  for (const [index, event] of events.entries()) {
    const taken = once(accumulator.restoreEvent(eventOfRecord(family, event)), ["events", index]);
    if (!taken.ok) return taken;
  }
  for (const [index, outcome] of outcomes.entries()) {
    const path = ["outcomes", index] as const;
    if (!ids.has(outcome.declarationId)) {
      const say = expectation([...path, "declarationId"], "a declaration of the family", outcome.declarationId, "write the snapshot anew");
      return failure(createIssue("value.invalid", say));
    }
    const taken = once(accumulator.restoreOutcome(outcome), path);
    if (!taken.ok) return taken;
  }
  return success(undefined);
}

/** A result that is an issue also where the very same was there before. */
function once(result: Result<"added" | "repeated">, path: readonly (string | number)[]): Result<unknown> {
  if (!result.ok) {
    const [first, ...rest] = result.issues;
    return failure(prefixIssue(first, ...path), ...rest.map((issue) => prefixIssue(issue, ...path)));
  }
  if (result.value === "added") return result;
  const say = expectation(path, "each event and outcome once", "a repetition", "write the snapshot anew");
  return failure(createIssue("value.duplicate", { ...say, key: "" }));
}

function settled(issue: Issue | undefined): Result<unknown> {
  return issue === undefined ? success(undefined) : failure(issue);
}

function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function atLine([first, ...rest]: Issues, line: number): Issues {
  return [prefixIssue(first, "line", line), ...rest.map((issue) => prefixIssue(issue, "line", line))];
}
