import { deepFreeze } from "../core/freeze.js";
import { createIssue, type Issue, quote } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type AuditEntry, auditEntry, digestOf, hashOf, NO_ENTRY } from "./audit-entry.js";
import { auditLine } from "./audit-log.js";

/** The last entry of a log, as somebody else keeps it. */
export interface AuditHead {
  readonly index: number;
  readonly hash: string;
}

/** What was found in a log that holds. */
export interface AuditVerification {
  readonly entries: number;
  /** The last entry; absent in an empty log. */
  readonly head?: AuditHead;
  /** A last line without its end, as a write that was cut off leaves it: what is before it holds. */
  readonly incomplete?: { readonly entry: number; readonly bytes: number };
}

/**
 * Verifies a chain and names the first entry that does not hold. Somebody who can write the log can make all hashes anew from some entry on, or take entries from
 * its end: against that `head`, one that is kept elsewhere, must stand in it.
 */
export function verifyAudit(entries: Iterable<unknown>, head?: AuditHead): Result<AuditVerification> {
  const chain = startChain(head);
  for (const entry of entries) {
    const issue = chain.take(entry);
    if (issue !== undefined) return failure(issue);
  }
  return chain.end();
}

/**
 * Verifies the bytes of a log in lines, as a file keeps it. Every byte counts: also a line that says the same in other bytes is broken. A last line
 * without its end is reported as incomplete; with a head that stands in it, it is broken.
 */
export function verifyAuditBytes(bytes: Uint8Array, head?: AuditHead): Result<AuditVerification> {
  const chain = startChain(head);
  let start = 0;
  for (let end = bytes.indexOf(NEW_LINE, start); end !== -1; end = bytes.indexOf(NEW_LINE, start)) {
    const issue = chain.take(entryOf(bytes.subarray(start, end)));
    if (issue !== undefined) return failure(issue);
    start = end + 1;
  }
  const done = chain.end();
  if (!done.ok || start === bytes.length) return done;
  return success(deepFreeze({ ...done.value, incomplete: { entry: done.value.entries, bytes: bytes.length - start } }));
}

const NEW_LINE = 0x0a;

/** The entries of verified bytes; a last line without its end is left out. */
export function* auditEntriesOf(bytes: Uint8Array): Generator<AuditEntry, void, undefined> {
  const text = new TextDecoder().decode(bytes);
  for (const line of text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .slice(0, -1))
    yield deepFreeze(JSON.parse(line) as AuditEntry);
}

/** The value of a line, if it is written as an entry is; else a text that is no entry. */
function entryOf(bytes: Uint8Array): unknown {
  try {
    const line = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(line);
    return auditLine(value as AuditEntry) === line ? value : "a line in another form";
  } catch {
    return "a line that is not JSON";
  }
}

interface Chain {
  readonly take: (input: unknown) => Issue | undefined;
  readonly end: () => Result<AuditVerification>;
}

function startChain(head: AuditHead | undefined): Chain {
  let count = 0;
  let previous = NO_ENTRY;
  return {
    take: (input) => {
      const fault = faultOf(input, count, previous, head);
      if (typeof fault === "string") return broken(count, fault, input);
      count += 1;
      previous = fault.hash;
      return undefined;
    },
    end: () => {
      if (head !== undefined && head.index >= count) return failure(broken(count, `an entry: there were ${head.index + 1}`, undefined));
      return success(deepFreeze(count === 0 ? { entries: 0 } : { entries: count, head: { index: count - 1, hash: previous } }));
    },
  };
}

/** What is expected of an entry and not so, else the entry. */
function faultOf(input: unknown, index: number, previous: string, head: AuditHead | undefined): string | AuditEntry {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  const parsed = snapshot.ok ? parseWith(auditEntry, snapshot.value) : snapshot;
  if (!parsed.ok) return `an entry as it is written: ${parsed.issues[0].message}`;
  const entry = parsed.value;
  if (entry.index !== index) return `the entry ${index}, not ${entry.index}`;
  if (entry.previous !== previous) return "the hash of the entry before it";
  if (entry.hash !== hashOf(entry)) return "the hash of its own link";
  if ((entry.body === undefined) !== (entry.salt === undefined)) return "body and salt, or neither";
  if (entry.body !== undefined && entry.salt !== undefined && entry.digest !== digestOf(entry.body, entry.salt)) return "the digest of its own body";
  if (head?.index === index && head.hash !== entry.hash) return "the hash that is kept elsewhere";
  return entry;
}

function broken(entry: number, expected: string, received: unknown): Issue {
  const shown = quote(received);
  return createIssue("audit.broken", {
    path: [entry],
    message: `entry ${entry} does not hold: expected ${expected}`,
    expected,
    received: shown,
    remedy: "compare with a copy; nothing from this entry on can be trusted",
    entry,
  });
}
