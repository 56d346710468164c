import { createIssue, type PathStep, quote } from "./issue.js";
import { failure, type Result, success } from "./result.js";

/**
 * Reads JSON text strictly: beside the grammar, an object that states a key twice is refused (a lenient reader would
 * keep one of the two in silence), and so is nesting beyond `depth`, before the text is parsed.
 */
export function parseJson(text: string, depth: number): Result<unknown> {
  const tooDeep = findExcessDepth(text, depth);
  if (tooDeep !== undefined) {
    return failure(
      createIssue("value.tooLarge", {
        path: [],
        message: `expected at most ${depth} levels of nesting (offset ${tooDeep})`,
        expected: `at most ${depth} levels of nesting`,
        received: "deeper nesting",
        remedy: "flatten the document",
        limit: depth,
      }),
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure(
      createIssue("json.syntax", {
        path: [],
        message: `expected JSON: ${quote(error instanceof Error ? error.message : String(error))}`,
        expected: "JSON",
        received: quote(text),
        remedy: "mend the syntax at the place named",
      }),
    );
  }
  const duplicate = findDuplicateKey(text);
  if (duplicate === undefined) return success(value);
  return failure(
    createIssue("json.duplicateKey", {
      path: duplicate.path,
      message: `the key ${quote(duplicate.key)} stands twice in one object`,
      expected: "each key once",
      received: quote(duplicate.key),
      remedy: "keep one of the two",
      key: duplicate.key,
    }),
  );
}

/** The offset of the first bracket deeper than `depth`, outside strings. */
function findExcessDepth(text: string, depth: number): number | undefined {
  let level = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = endOfString(text, at);
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      level += 1;
      if (level > depth) return at;
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) level -= 1;
  }
  return undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** The offset of the quote that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) return at;
    at += char === BACKSLASH ? 2 : 1;
  }
  return at;
}

interface Frame {
  /** The keys seen in an object; absent for an array. */
  readonly keys?: Set<string>;
  step: PathStep;
}

/** The first key that one object of a syntactically valid JSON text states twice. */
function findDuplicateKey(text: string): { readonly path: readonly PathStep[]; readonly key: string } | undefined {
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    const frame = frames.at(-1);
    if (char === QUOTE) {
      const end = endOfString(text, at);
      if (frame?.keys !== undefined && isKey(text, end)) {
        const key = JSON.parse(text.slice(at, end + 1)) as string;
        if (frame.keys.has(key)) return { path: [...frames.slice(0, -1).map((outer) => outer.step), key], key };
        frame.keys.add(key);
        frame.step = key;
      }
      at = end;
    } else if (char === OPEN_BRACE) frames.push({ keys: new Set(), step: "" });
    else if (char === OPEN_BRACKET) frames.push({ step: 0 });
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) frames.pop();
    else if (char === COMMA && frame !== undefined && frame.keys === undefined) frame.step = Number(frame.step) + 1;
  }
  return undefined;
}

/** Whether the string that ends at `end` is a key: the next character that is not white space is a colon. */
function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === COLON;
}
