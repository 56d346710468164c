import { expectation } from "../core/expectation.js";
import { createIssue } from "../core/issue.js";
import type { RowResult } from "./row-result.js";

/** Bytes or text in pieces of any size, such as a file's stream. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** The longest line in bytes; a longer one is refused by itself. */
export const MAX_LINE_BYTES: number = 8 * 1024 * 1024;

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a UTF-8 text, pulled one by one; a byte order mark and the line ends (LF or CRLF) are taken off.
 * A line that is no UTF-8 or too long is refused by itself, the rest goes on.
 */
export async function* readLines(chunks: Chunks): AsyncGenerator<RowResult<string>> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let line = 0;
  for await (const bytes of toBytes(chunks)) {
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE, start); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      line += 1;
      yield decodeLine([...pending, bytes.subarray(start, end)], line);
      pending = [];
      length = 0;
      start = end + 1;
    }
    // an endless line must not fill the memory: beyond the limit only the fact that it is too long is kept
    if (start < bytes.length && length <= MAX_LINE_BYTES) {
      pending.push(bytes.slice(start));
      length += bytes.length - start;
    }
  }
  if (pending.length > 0) yield decodeLine(pending, line + 1);
}

/** All chunks as bytes; a surrogate pair that two pieces of text share is put together again. */
export async function* toBytes(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let half = "";
  for await (const chunk of chunks) {
    if (typeof chunk !== "string") yield chunk;
    else {
      const text = half + chunk;
      const cut = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
      half = text.slice(cut);
      yield encode(text.slice(0, cut));
    }
  }
  if (half !== "") yield encode(half);
}

/** UTF-8; a lone surrogate becomes a byte that UTF-8 does not have, so that its line is refused and not quietly mended. */
function encode(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (text.isWellFormed()) return encoder.encode(text);
  return join(text.split(LONE_SURROGATE).flatMap((part, index) => (index === 0 ? [encoder.encode(part)] : [NOT_UTF8, encoder.encode(part)])));
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const NOT_UTF8 = Uint8Array.of(0xff);

function decodeLine(parts: readonly Uint8Array[], line: number): RowResult<string> {
  const bytes = join(parts);
  if (bytes.length > MAX_LINE_BYTES) {
    const issue = createIssue("value.tooLarge", {
      ...expectation([], `a line of at most ${MAX_LINE_BYTES} bytes`, "a longer one", "split the record"),
      limit: MAX_LINE_BYTES,
    });
    return { ok: false, line, raw: decodeLossy(bytes.subarray(0, 1_000)), issues: [issue] };
  }
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  try {
    // a byte order mark belongs to the first line only; elsewhere it is a character of the text
    return { ok: true, line, value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: line > 1 }).decode(bytes.subarray(0, end)) };
  } catch {
    const raw = decodeLossy(bytes.subarray(0, end));
    return { ok: false, line, raw, issues: [createIssue("value.illFormedText", expectation([], "UTF-8", raw, "convert the file to UTF-8"))] };
  }
}

function decodeLossy(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
