/**
 * The audit log as a file, for Node: the entry point `consignment-risk/audit-file`.
 */
import { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { expectation } from "../core/expectation.js";
import { createIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { type AuditStore, auditLine } from "../operations/audit-log.js";
import { type AuditHead, type AuditVerification, auditEntriesOf, verifyAuditBytes } from "../operations/verify-audit.js";

/** An audit log in a file, open for writing. */
export interface AuditFile extends AuditStore {
  /** What a write that was cut off had left at the end, and was taken away when the file was opened; absent where nothing was. */
  readonly recovered?: { readonly entry: number; readonly bytes: number };
  readonly close: () => void;
}

/**
 * Opens a log, verified as a whole, for one writer; makes it where there is none. Each entry is one line of canonical JSON, on the disk before `append` returns; then its index
 * and hash go to a second file, `PATH.head`. A last line that was cut off belongs to an entry that nobody was told is kept: it is taken away, and
 * said in `recovered`. A log that does not hold, or lacks the entry that the head names, is refused and left as it is. `append` throws where the file
 * cannot be written, or was changed by somebody else since.
 */
export function openAuditFile(path: string): Result<AuditFile> {
  const exists = existsSync(path);
  const bytes = exists ? new Uint8Array(readFileSync(path)) : new Uint8Array();
  const head = readAuditHead(path);
  if (!head.ok) return head;
  const verified = verifyAuditBytes(bytes, head.value);
  if (!verified.ok) return verified;
  const { incomplete } = verified.value;
  const file = openSync(path, exists ? "r+" : "wx+");
  let size = bytes.length - (incomplete?.bytes ?? 0);
  if (incomplete !== undefined) {
    ftruncateSync(file, size);
    fsyncSync(file);
  }
  const entries = [...auditEntriesOf(bytes)];
  return success({
    ...(incomplete === undefined ? {} : { recovered: incomplete }),
    last: () => entries.at(-1),
    entries: () => entries.values(),
    append: (entry) => {
      if (fstatSync(file).size !== size) throw new Error(`${path} was changed by somebody else since it was opened`);
      const line = new TextEncoder().encode(`${auditLine(entry)}\n`);
      try {
        writeAll(file, line, size);
        fsyncSync(file);
      } catch (error) {
        ftruncateSync(file, size);
        throw error;
      }
      size += line.length;
      entries.push(entry);
      writeHead(path, { index: entry.index, hash: entry.hash });
    },
    close: () => closeSync(file),
  });
}

/**
 * {@link openAuditFile} that throws.
 * @throws {IssueError} if the log does not hold
 */
export function openAuditFileOrThrow(path: string): AuditFile {
  return orThrow(openAuditFile(path));
}

/** Verifies a log in a file against the head beside it; changes nothing. */
export function verifyAuditFile(path: string): Result<AuditVerification> {
  const head = readAuditHead(path);
  return head.ok ? verifyAuditBytes(new Uint8Array(readFileSync(path)), head.value) : head;
}

/** The head that stands beside a log; `undefined` where none does. */
export function readAuditHead(path: string): Result<AuditHead | undefined> {
  const headPath = `${path}.head`;
  if (!existsSync(headPath)) return success(undefined);
  const text = readFileSync(headPath, "utf8");
  const [, index, hash] = /^(\d{1,15}) (sha256:[0-9a-f]{64})\n$/.exec(text) ?? [];
  if (index !== undefined && hash !== undefined) return success({ index: Number(index), hash });
  return failure(createIssue("value.invalid", expectation(["head"], "an index and a hash", text, "compare with a copy of the head")));
}

function writeHead(path: string, { index, hash }: AuditHead): void {
  // a name of its own, then a change of names: the head is always a whole one
  const file = openSync(`${path}.head.partial`, "w");
  try {
    writeAll(file, new TextEncoder().encode(`${index} ${hash}\n`), 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.head.partial`, `${path}.head`);
}

function writeAll(file: number, bytes: Uint8Array, position: number): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written, position + written);
}
