import { hmacSha256 } from "../core/digest.js";
import { expectation } from "../core/expectation.js";
import { createIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";

/** A secret that random inspections are drawn with. It holds the secret in a closure: it cannot be printed or serialised. */
export interface SelectionKey {
  /** Names the key without telling it: 16 hexadecimal digits derived from it. */
  readonly id: string;
  /** A number in 0 to 2^53 - 1, uniform to whoever lacks the key, the same for the same message. */
  readonly draw: (message: string) => number;
}

/** The least length of a secret in bytes. */
export const MIN_KEY_BYTES = 16;

/** Makes a selection key of a secret of at least 16 bytes. */
export function createSelectionKey(secret: Uint8Array): Result<SelectionKey> {
  if (!(secret instanceof Uint8Array) || secret.length < MIN_KEY_BYTES) {
    const length = secret instanceof Uint8Array ? secret.length : 0;
    return failure(createIssue("selection.key", expectation(["selectionKey"], `a secret of at least ${MIN_KEY_BYTES} bytes`, length, "use 32 random bytes")));
  }
  const mac = hmacSha256(secret.slice());
  const id = [...mac("consignment-risk/key-id@1").subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return success(Object.freeze({ id, draw: (message: string) => first53Bits(mac(message)) }));
}

/**
 * {@link createSelectionKey} that throws.
 * @throws {IssueError} if the secret is too short
 */
export function createSelectionKeyOrThrow(secret: Uint8Array): SelectionKey {
  return orThrow(createSelectionKey(secret));
}

/** The first 53 bits of a digest as an integer. */
function first53Bits(digest: Uint8Array): number {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  return view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11);
}
