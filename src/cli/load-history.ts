import type { History } from "../history/history.js";
import { readHistoryStream } from "../history/read-history.js";
import { orFail } from "./failure.js";
import { isFileError, openInput, unreadable } from "./files.js";

/** Reads a snapshot of history. */
export async function loadHistory(path: string): Promise<History> {
  try {
    return orFail(await readHistoryStream(wholeLines(openInput(path))), path);
  } catch (error) {
    throw isFileError(error) ? unreadable(path, error) : error;
  }
}

/** Text in pieces that end with a line. */
async function* wholeLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf("\n") + 1;
    if (end > 0) yield text.slice(0, end);
    rest = text.slice(end);
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
