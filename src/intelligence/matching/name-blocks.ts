import type { NameToken, PreparedName } from "../names/prepared-name.js";

/** Consonants that romanisations and ears confuse share a letter; vowels, `h` and what may be a vowel say nothing. */
const CLASSES: Readonly<Record<string, string>> = {
  b: "b",
  p: "b",
  f: "b",
  d: "t",
  t: "t",
  k: "k",
  g: "k",
  x: "k",
  s: "s",
  S: "s",
  z: "s",
  c: "s",
  C: "s",
  j: "s",
  l: "l",
  r: "r",
  m: "n",
  n: "n",
};
const CODE_LENGTH = 4;
const RARE = 0.25;
/** Of a name, the words that say most make the pairs. */
const PAIRED_WORDS = 5;

/** What a word sounds like, roughly: its first consonants. Empty for words of vowels. */
function soundCode(key: string): string {
  let code = "";
  for (const letter of key) {
    const group = CLASSES[letter];
    if (group !== undefined && !code.endsWith(group)) code += group;
    if (code.length === CODE_LENGTH) break;
  }
  return code;
}

/** The blocks of a name. */
export interface NameBlocks {
  /** One for every pair of the words that say most. */
  readonly pairs: readonly string[];
  /** One for every word that says enough. */
  readonly singles: readonly string[];
  /** How many words could stand alone. */
  readonly weighty: number;
  /** The whole name without spaces: finds names whose words are joined or split. */
  readonly whole: string;
}

/**
 * The blocks that a name falls under. Two names are compared only if they share a block, so that nobody is compared with every alert: names of several words
 * share two words by sound, names that hang on one word share that, and joined or split names share their beginning.
 */
export function nameBlocks(name: PreparedName): NameBlocks {
  const coded = name.tokens.filter((token) => token.weight > RARE).map((token) => ({ token, code: blockOf(token) }));
  const heaviest = [...coded].sort((a, b) => b.token.weight - a.token.weight).slice(0, PAIRED_WORDS);
  const pairs = new Set<string>();
  for (const [at, one] of heaviest.entries()) {
    for (const other of heaviest.slice(at + 1)) pairs.add(one.code < other.code ? `2${one.code} ${other.code}` : `2${other.code} ${one.code}`);
  }
  const singles = new Set((coded.length === 0 ? name.tokens.map((token) => ({ token, code: blockOf(token) })) : coded).map(({ code }) => `1${code}`));
  const whole = soundsOf(name.tokens);
  return { pairs: [...pairs], singles: [...singles], weighty: coded.filter(({ token }) => token.weight >= 0.6).length, whole: `0${whole}` };
}

function blockOf(token: NameToken): string {
  if (token.wordClass === "number") return token.text;
  const code = soundCode(token.key);
  return code === "" ? token.key.charAt(0) : code;
}

const WHOLE_LENGTH = 7;

function soundsOf(tokens: readonly NameToken[]): string {
  let sounds = "";
  for (const { key } of tokens) for (const letter of key) sounds += CLASSES[letter] ?? (/\d/.test(letter) ? letter : "");
  return sounds.slice(0, WHOLE_LENGTH);
}
