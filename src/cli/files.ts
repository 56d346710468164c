import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { escapeControls } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import { DOCUMENT_LIMITS } from "../core/snapshot.js";
import { CommandFailure, orFail } from "./failure.js";

/** The bytes of a file, or of standard input for `-`. */
export function openInput(path: string): AsyncIterable<Uint8Array> {
  return path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
}

/** The bytes of a file. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A JSON document, read strictly. */
export async function readDocument(path: string): Promise<unknown> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(path));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`${path}: the file is not UTF-8`, 1);
  }
  return orFail(parseJson(text, DOCUMENT_LIMITS.depth), path);
}

/** Whether an error is one of the file system. */
export function isFileError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/** The failure that a file cannot be read or written. */
export function unreadable(path: string, error: unknown): CommandFailure {
  const reason = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  return new CommandFailure(`${escapeControls(path)}: cannot be read or written (${reason})`, 1);
}

/** A value as one line of JSON that is safe to show: what a terminal could take for a command, or a reader not see, is escaped. */
export function jsonLine(value: unknown): string {
  // only texts can hold such characters, and in a JSON text an escape means the same
  return escapeControls(JSON.stringify(value));
}

/** Where lines go: a file, which appears under its name only once it is complete, or standard output. */
export interface LineSink {
  readonly write: (line: string) => Promise<void>;
  /** Writes out what is buffered. */
  readonly flush: () => Promise<void>;
  /** Completes the output. */
  readonly close: () => Promise<void>;
  /** Drops the output: no partial file stays behind. */
  readonly discard: () => Promise<void>;
}

const BUFFER_LENGTH = 1 << 16;

/** Opens a sink for lines; without a path standard output. */
export function openSink(path: string | undefined): LineSink {
  const partial = path === undefined ? undefined : `${path}.partial`;
  const stream = partial === undefined ? process.stdout : createWriteStream(partial);
  const opened = partial === undefined ? Promise.resolve() : new Promise<void>((resolve, reject) => stream.once("open", () => resolve()).once("error", reject));
  const ready = opened.catch((error: unknown) => {
    throw unreadable(path ?? "standard output", error);
  });
  ready.catch(() => undefined);
  let buffer = "";
  const flush = async (): Promise<void> => {
    await ready;
    if (buffer === "") return;
    const text = buffer;
    buffer = "";
    await new Promise<void>((resolve, reject) => {
      stream.write(text, (error) => (error === null || error === undefined ? resolve() : reject(error)));
    });
  };
  return {
    flush,
    write: async (line) => {
      buffer += `${line}\n`;
      if (buffer.length >= BUFFER_LENGTH) await flush();
    },
    close: async () => {
      await flush();
      if (path === undefined || partial === undefined) return;
      await new Promise<void>((resolve) => stream.end(() => resolve()));
      await rename(partial, path);
    },
    discard: async () => {
      if (partial === undefined) return;
      // not before it is there: an open still under way would bring the file back
      await opened.catch(() => undefined);
      stream.destroy();
      await rm(partial, { force: true });
    },
  };
}

/** Writes lines to a file, which appears under its name only once it is complete, or to standard output. */
export async function writeLines(path: string | undefined, lines: Iterable<string>): Promise<void> {
  await writeFiles([{ path, lines }]);
}

/** What is to be written to a file; without a path to standard output. */
export interface FileOfLines {
  readonly path: string | undefined;
  readonly lines: Iterable<string>;
}

/** Writes files that belong together: none of them appears before all are written. */
export async function writeFiles(files: readonly FileOfLines[]): Promise<void> {
  const sinks = files.map(({ path, lines }) => ({ sink: openSink(path), lines }));
  try {
    for (const { sink, lines } of sinks) for (const line of lines) await sink.write(line);
    for (const { sink } of sinks) await sink.flush();
    for (const { sink } of sinks) await sink.close();
  } catch (error) {
    for (const { sink } of sinks) await sink.discard();
    throw error;
  }
}
