import { canonicalJson } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { prefixIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { mayKnow, type Viewer } from "../intelligence/viewer.js";
import { type AuditEntry, auditBody, auditSalt, digestOf, hashOf, NO_ENTRY } from "./audit-entry.js";

/** Where entries are kept; the caller's. */
export interface AuditStore {
  /** The last entry; `undefined` where there is none. */
  readonly last: () => AuditEntry | undefined;
  /** Adds an entry at the end; once it returns, the entry is kept. */
  readonly append: (entry: AuditEntry) => void;
  /** All entries in order. */
  readonly entries: () => Iterable<AuditEntry>;
}

/** A store that lasts as long as the program. */
export function createMemoryAuditStore(): AuditStore {
  const entries: AuditEntry[] = [];
  return {
    last: () => entries.at(-1),
    append: (entry) => {
      entries.push(entry);
    },
    entries: () => entries.values(),
  };
}

/**
 * Logs what was done. `salt` is a random text of at least 16 characters that the caller draws anew for every entry: the library draws none. Throws what the
 * store throws.
 */
export function recordAudit(store: AuditStore, input: unknown, salt: string): Result<AuditEntry> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const body = parseWith(auditBody, snapshot.value);
  if (!body.ok) return body;
  const salted = parseWith(auditSalt, salt);
  if (!salted.ok) return failure(prefixIssue(salted.issues[0], "salt"));
  const last = store.last();
  const link = { index: last === undefined ? 0 : last.index + 1, previous: last?.hash ?? NO_ENTRY, digest: digestOf(body.value, salt) };
  const entry = deepFreeze({ ...link, hash: hashOf(link), salt, body: body.value });
  store.append(entry);
  return success(entry);
}

/**
 * {@link recordAudit} that throws.
 * @throws {IssueError} if the input is nothing that can be logged
 */
export function recordAuditOrThrow(store: AuditStore, input: unknown, salt: string): AuditEntry {
  return orThrow(recordAudit(store, input, salt));
}

/**
 * The log as a viewer may read it: officers and analysts of the administration read the entries all of whose markings they may know of; of the others,
 * and for everybody else, only index and hashes are left. It verifies like the whole log. That something was logged is still to be seen.
 */
export function* auditFor(entries: Iterable<AuditEntry>, viewer: Viewer, administration: string): Generator<AuditEntry, void, undefined> {
  const isHome = viewer.organisation === administration && (viewer.role === "officer" || viewer.role === "analyst");
  for (const entry of entries) {
    const { body, salt: _, ...envelope } = entry;
    const isKnown = isHome && (body?.markings ?? []).every((marked) => mayKnow(viewer, marked, administration));
    yield isKnown ? entry : Object.freeze(envelope);
  }
}

/** An entry as one line of a file, without its end. */
export function auditLine(entry: AuditEntry): string {
  return canonicalJson(entry);
}
