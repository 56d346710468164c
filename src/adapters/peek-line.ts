import { type Chunks, toBytes } from "./read-lines.js";

/** The start of an input, and the input with it. */
export interface PeekedInput {
  /** The first line that is not empty, as far as it was looked at; what is no UTF-8 in it is replaced. */
  readonly line: string;
  /** The whole input, the start included. */
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** How much of an input is looked at. */
const PEEK_BYTES = 65_536;

/** Looks at the first line of an input that is not empty, to tell what it is. */
export async function peekLine(chunks: Chunks): Promise<PeekedInput> {
  const bytes = toBytes(chunks);
  const seen: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < PEEK_BYTES && !/\S[^\n]*\n/.test(text)) {
    const next = await bytes.next();
    if (next.done === true) break;
    seen.push(next.value);
    text += decoder.decode(next.value.subarray(0, PEEK_BYTES), { stream: true });
  }
  return { line: /\S[^\n]*/.exec(text)?.[0].trimEnd() ?? "", chunks: rejoin(seen, bytes) };
}

async function* rejoin(seen: readonly Uint8Array[], rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* seen;
    yield* rest;
  } finally {
    // a caller that stops early lets go of the source
    await rest.return(undefined);
  }
}
