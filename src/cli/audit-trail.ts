import { randomBytes } from "node:crypto";
import { openAuditFile } from "../adapters/audit-file.js";
import { escapeControls } from "../core/issue.js";
import type { Alert, Marked } from "../intelligence/alert.js";
import type { AuditBody } from "../operations/audit-entry.js";
import { recordAudit } from "../operations/audit-log.js";
import { CommandFailure, orFail } from "./failure.js";

/** An audit log that a command writes to. */
export interface AuditTrail {
  readonly record: (body: AuditBody) => void;
  readonly close: () => void;
}

/** Opens the audit log of a command; says on standard error what a write that was cut off had left. */
export function openTrail(path: string): AuditTrail {
  const file = orFail(openAuditFile(path), path);
  if (file.recovered !== undefined) {
    process.stderr.write(`${escapeControls(path)}: the last line, of entry ${file.recovered.entry}, had been cut off, and is taken away\n`);
  }
  return {
    record: (body) => {
      orFail(recordAudit(file, body, randomBytes(16).toString("hex")), path);
    },
    close: file.close,
  };
}

/** The markings of alerts by their ids; one that is not known ends the command, since nobody knows who may read of it. */
export function markingsOf(alertIds: Iterable<string>, alerts: ReadonlyMap<string, Alert>): { readonly markings?: readonly Marked[] } {
  const markings = [...new Set(alertIds)].map((id): Marked => {
    const alert = alerts.get(id);
    if (alert === undefined) throw new CommandFailure(`--audit: the alert ${id} is not among those of --alerts, so that nobody knows who may read of it`, 1);
    const { originator, handling, requestedAction } = alert;
    return { originator, handling, requestedAction };
  });
  return markings.length === 0 ? {} : { markings };
}
