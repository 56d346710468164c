import type { RowResult } from "../../src/adapters/row-result.js";
import { formatPath } from "../../src/core/issue.js";

/** All results of a stream. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for await (const result of stream) results.push(result);
  return results;
}

/** A result in short: the line and the value, or the line and the issues as `code path`. */
export function short<T>(result: RowResult<T>): readonly [number, unknown] {
  return result.ok ? [result.line, result.value] : [result.line, result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`)];
}

/** UTF-8 bytes of a text. */
export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Pieces one after the other, as bytes. */
export function concat(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytes(part)] : [...part])));
}

/** Bytes or a text cut at some places; places beyond its end are passed over. */
export function cut<T extends Uint8Array | string>(whole: T, places: readonly number[]): readonly T[] {
  const ends = [...new Set([...places.filter((place) => place < whole.length), whole.length])].sort((a, b) => a - b);
  return ends.map((end, index) => whole.slice(index === 0 ? 0 : ends[index - 1], end) as T);
}

/** A source that counts what is pulled from it, and knows whether it was let go of. */
export function watched(chunks: readonly string[]): { readonly source: AsyncIterable<string>; readonly state: { pulled: number; released: boolean } } {
  const state = { pulled: 0, released: false };
  async function* pull(): AsyncGenerator<string> {
    try {
      for (const chunk of chunks) {
        state.pulled += 1;
        yield chunk;
      }
    } finally {
      state.released = true;
    }
  }
  return { source: pull(), state };
}
