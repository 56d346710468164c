import { distance } from "fastest-levenshtein";
import { MAX_KEY, type NameToken, type PreparedName } from "./prepared-name.js";
import { keyDistance } from "./token-similarity.js";

/** Two words, one of each name, taken for the same. */
export interface AlignedPair {
  readonly left: NameToken;
  readonly right: NameToken;
  /** 1 for equal words, down to 0.6. */
  readonly similarity: number;
}

/** Which words of two names stand for each other, and which for nothing. */
export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  readonly leftOver: readonly NameToken[];
  readonly rightOver: readonly NameToken[];
}

/** The least similarity at which two words are taken for the same. */
const LEAST_SIMILARITY = 0.6;
const SAME_KEY = 0.98;
const SAME_INITIAL = 0.65;

/** Aligns the words of two names, the most similar first; two neighbours that together spell a word of the other name count as one. */
export function alignNames(a: PreparedName, b: PreparedName): Alignment {
  const left = joinNeighbours(a.tokens, b.tokens);
  const right = joinNeighbours(b.tokens, a.tokens);
  const isExact = areVietnamese(a, b);
  const candidates: { readonly i: number; readonly j: number; readonly similarity: number; readonly rank: number }[] = [];
  for (let i = 0; i < left.length; i += 1) {
    const one = left[i] as NameToken;
    for (let j = 0; j < right.length; j += 1) {
      const other = right[j] as NameToken;
      const similarity = tokenSimilarity(one, other, isExact);
      if (similarity >= LEAST_SIMILARITY) candidates.push({ i, j, similarity, rank: similarity + 0.05 * (one.weight + other.weight) });
    }
  }
  if (candidates.length > 1) candidates.sort((one, other) => other.rank - one.rank || one.i + one.j - (other.i + other.j) || one.i - other.i);
  const pairs: AlignedPair[] = [];
  const takenLeft = new Uint8Array(left.length);
  const takenRight = new Uint8Array(right.length);
  for (const { i, j, similarity } of candidates) {
    if (takenLeft[i] === 1 || takenRight[j] === 1) continue;
    takenLeft[i] = 1;
    takenRight[j] = 1;
    pairs.push({ left: left[i] as NameToken, right: right[j] as NameToken, similarity });
  }
  return { pairs, leftOver: left.filter((_, i) => takenLeft[i] === 0), rightOver: right.filter((_, j) => takenRight[j] === 0) };
}

function areVietnamese(a: PreparedName, b: PreparedName): boolean {
  return (a.isVietnamese === "yes" && b.isVietnamese !== "no") || (b.isVietnamese === "yes" && a.isVietnamese !== "no");
}

/** How alike two words are, 0 to 1; what is below 0.6 may be given as 0. Of `isExact` words no spelling is tolerated but `y` and `i`. */
function tokenSimilarity(a: NameToken, b: NameToken, isExact: boolean): number {
  if (a.text === b.text) return 1;
  if (a.wordClass === "number" || b.wordClass === "number") return 0;
  if (a.wordClass === "initial" || b.wordClass === "initial") return a.text.charCodeAt(0) === b.text.charCodeAt(0) ? SAME_INITIAL : 0;
  if (isExact) return a.text.replaceAll("y", "i") === b.text.replaceAll("y", "i") ? SAME_KEY : 0;
  if (a.key === b.key) return SAME_KEY;
  const isVowelless = a.isVowelless !== b.isVowelless;
  const length = isVowelless ? Math.max(consonants(a.key), consonants(b.key), 2) : Math.max(a.key.length, b.key.length);
  if (!isVowelless && Math.abs(a.key.length - b.key.length) > length / 2) return 0;
  const limit = (1 - LEAST_SIMILARITY) * length;
  return Math.max(0, 1 - keyDistance(a.key, b.key, isVowelless, limit) / length);
}

function consonants(key: string): number {
  let count = 0;
  for (const letter of key) if (!"aeiou".includes(letter)) count += 1;
  return count;
}

/** The most neighbours that are taken for one word. */
const MOST_JOINED = 3;

function joinNeighbours(tokens: readonly NameToken[], others: readonly NameToken[]): readonly NameToken[] {
  let joined: NameToken[] | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const count = neighboursThatSpell(tokens, at, others);
    if (count > 1) {
      joined ??= tokens.slice(0, at);
      joined.push(tokens.slice(at, at + count).reduce(join));
      at += count - 1;
    } else joined?.push(tokens[at] as NameToken);
  }
  return joined ?? tokens;
}

/** How many neighbours from a word on together are a word of the other name, give or take a letter; 1 where none are. */
function neighboursThatSpell(tokens: readonly NameToken[], start: number, others: readonly NameToken[]): number {
  const first = (tokens[start] as NameToken).text.charCodeAt(0);
  if (!others.some(({ text }) => text.charCodeAt(0) === first)) return 1;
  let text = (tokens[start] as NameToken).text;
  for (let count = 2; count <= MOST_JOINED && start + count <= tokens.length; count += 1) {
    text += (tokens[start + count - 1] as NameToken).text;
    if (others.some((other) => isSpelling(text, other.text))) return count;
  }
  return 1;
}

function isSpelling(text: string, other: string): boolean {
  if (Math.abs(text.length - other.length) > 1 || text.charCodeAt(0) !== other.charCodeAt(0)) return false;
  return text === other || (text.length > 6 && distance(text, other) <= 1);
}

function join(one: NameToken, next: NameToken): NameToken {
  return {
    ...one,
    text: one.text + next.text,
    key: (one.key + next.key).slice(0, MAX_KEY),
    weight: Math.min(1, Math.max(one.weight, next.weight) + 0.1),
    wordClass: "plain",
  };
}
