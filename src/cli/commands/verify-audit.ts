import { existsSync } from "node:fs";
import { readAuditHead } from "../../adapters/audit-file.js";
import { escapeControls } from "../../core/issue.js";
import { type AuditHead, verifyAuditBytes } from "../../operations/verify-audit.js";
import { CommandFailure, orFail } from "../failure.js";
import { readBytes } from "../files.js";

/** `audit verify`: says how many entries of a log hold and what its head is, or names the first that does not. */
export async function verifyAuditLog(path: string, { head: kept }: { readonly head?: string }): Promise<void> {
  const head = kept === undefined ? orFail(readAuditHead(path), `${path}.head`) : parseHead(kept);
  const { entries, head: last, incomplete } = orFail(verifyAuditBytes(await readBytes(path), head), path);
  const beside = existsSync(`${path}.head`) ? "against the head beside it" : "without a head to hold it against";
  process.stdout.write(`${entries} entries hold, ${kept === undefined ? beside : "against the head that was given"}\n`);
  if (last !== undefined) process.stdout.write(`head ${last.index}:${last.hash}\n`);
  if (incomplete === undefined) return;
  const where = `the last line, of entry ${incomplete.entry}, was cut off after ${incomplete.bytes} bytes; what is before it holds`;
  throw new CommandFailure(`${escapeControls(path)}: ${where}`, 1);
}

function parseHead(text: string): AuditHead {
  const [, index, hash] = /^(\d{1,15}):(sha256:[0-9a-f]{64})$/.exec(text) ?? [];
  if (index !== undefined && hash !== undefined) return { index: Number(index), hash };
  throw new CommandFailure(`--head: expected INDEX:sha256:HASH, received \`${escapeControls(text)}\``, 2);
}
