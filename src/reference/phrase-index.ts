import { foldLookalikes } from "../core/lookalikes.js";
import { foldText } from "../core/text.js";
import { spellingKey } from "./spelling-key.js";

/** A phrase of a list found in a text. */
export interface PhraseHit<T> {
  readonly value: T;
  /** The phrase as the list writes it. */
  readonly phrase: string;
  /** The words found, as they read once folded. */
  readonly words: string;
  /** Whether the text hides it: letters of other alphabets, digits for letters, letters spread out. */
  readonly isDisguised: boolean;
}

/** Phrases prepared for search in many texts. */
export interface PhraseIndex<T> {
  /** The phrases of a text from left to right, of overlapping ones the one that starts first, then the longest; each value once. */
  readonly find: (text: string) => readonly PhraseHit<T>[];
}

interface Listed<T> {
  readonly phrase: string;
  /** Absent for a phrase that only hides those it begins with. */
  readonly value?: T;
  /** The letters and digits in their plain spelling. */
  readonly plain: string;
  readonly wordCount: number;
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const LETTERS_OR_DIGITS = /\p{L}+|\p{N}+/gu;
/** Shorter words are figures and letters of chemical names, which do not change places. */
const MIN_SWAPPED = 3;
const SIGN_IN_WORD = /(?<=\p{L})[@$](?=\p{L})/gu;

/**
 * Prepares phrases for search. A phrase is found as whole words, whatever the case, accents, width, invisible characters, letters of
 * other alphabets that look alike, digits and signs in the place of letters, doubled letters, and spaces, hyphens or dots within or between
 * its words; of two words in either order. `others` are phrases of other things that begin with a listed one.
 */
export function indexPhrases<T>(phrases: Iterable<readonly [phrase: string, value: T]>, others: Iterable<string> = []): PhraseIndex<T> {
  const byKey = new Map<string, Listed<T>>();
  const beginnings = new Set<string>();
  const add = (words: readonly string[], phrase: string, value?: T): void => {
    const joined = words.join("");
    const key = spellingKey(joined);
    if (byKey.has(key)) return;
    byKey.set(key, { phrase, ...(value === undefined ? {} : { value }), plain: spellingKey(joined, true), wordCount: words.length });
    for (let end = 1; end <= key.length; end += 1) {
      beginnings.add(key.slice(0, end));
      // the p of an f that is written ph may stand at the end of a word
      if (key[end] === "f") beginnings.add(`${key.slice(0, end)}p`);
    }
    if (key.startsWith("f")) beginnings.add("p");
  };
  const list = [...phrases];
  for (const [phrase, value] of list) add(wordsOf(foldLookalikes(phrase)), phrase, value);
  for (const phrase of others) add(wordsOf(foldLookalikes(phrase)), phrase);
  for (const [phrase, value] of list) {
    const [first, second, ...more] = foldLookalikes(phrase).split(NOT_WORD);
    if (first !== undefined && second !== undefined && more.length === 0 && Math.min(first.length, second.length) >= MIN_SWAPPED) {
      add([second, first], phrase, value);
    }
  }
  return { find: (text) => findIn(text, byKey, beginnings) };
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(LETTERS_OR_DIGITS) ?? [];
}

/** A text prepared for search: its words, and each word's key. */
interface PreparedText {
  readonly text: string;
  readonly words: readonly string[];
  readonly keys: readonly string[];
}

/** The text prepared last: a description is searched with one list after the other. */
let last: PreparedText = { text: "", words: [], keys: [] };

function prepareText(text: string): PreparedText {
  if (last.text !== text) {
    const words = wordsOf(foldLookalikes(text).replace(SIGN_IN_WORD, (sign) => (sign === "@" ? "a" : "s")));
    last = { text, words, keys: words.map((word) => spellingKey(word)) };
  }
  return last;
}

function findIn<T>(text: string, byKey: ReadonlyMap<string, Listed<T>>, beginnings: ReadonlySet<string>): readonly PhraseHit<T>[] {
  const { words, keys } = prepareText(text);
  const hits = new Map<T, PhraseHit<T>>();
  let letters: string | undefined;
  for (let start = 0; start < words.length; start += 1) {
    if (!beginnings.has(keys[start] as string)) continue;
    const found = longestFrom(start, words, byKey, beginnings);
    if (found === undefined) continue;
    const { listed, end } = found;
    if (listed.value !== undefined && !hits.has(listed.value)) {
      const taken = words.slice(start, end);
      letters ??= foldText(text).replace(NOT_WORD, "");
      hits.set(listed.value, { value: listed.value, phrase: listed.phrase, words: taken.join(" "), isDisguised: isDisguised(taken, listed, letters) });
    }
    start = end - 1;
  }
  return [...hits.values()];
}

function longestFrom<T>(
  start: number,
  words: readonly string[],
  byKey: ReadonlyMap<string, Listed<T>>,
  beginnings: ReadonlySet<string>,
): { readonly listed: Listed<T>; readonly end: number } | undefined {
  let found: { readonly listed: Listed<T>; readonly end: number } | undefined;
  let joined = "";
  for (let end = start; end < words.length; end += 1) {
    joined += words[end];
    const key = spellingKey(joined);
    if (!beginnings.has(key)) break;
    const listed = byKey.get(key);
    if (listed !== undefined) found = { listed, end: end + 1 };
  }
  return found;
}

/** Spaces, hyphens and British or American spelling disguise nothing. */
function isDisguised<T>(taken: readonly string[], { plain, wordCount }: Listed<T>, letters: string): boolean {
  const joined = taken.join("");
  return !letters.includes(joined) || spellingKey(joined, true) !== plain || taken.length > wordCount + 1;
}
