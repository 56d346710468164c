import { escapeControls } from "../../core/issue.js";
import { jsonLine } from "../files.js";

/** Writes lines for people to standard output; what a terminal could take for a command is escaped. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(`${lines.map(escapeControls).join("\n")}\n`);
}

/** Writes one JSON document to standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${jsonLine(value)}\n`);
}
