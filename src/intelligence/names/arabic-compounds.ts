const withVowels = (...endings: readonly string[]): readonly string[] =>
  ["", "a", "e", "i", "o", "u"].flatMap((vowel) => endings.map((ending) => vowel + ending));

/** Servant of: the first half of names such as Abd al-Rahman. */
const SERVANT: ReadonlySet<string> = new Set(["abd", "abdul", "abdel", "abdol", "abdal", "abdur", "abdus", "abdu", "abdi", "abdil", "abed"]);
const ARTICLE: ReadonlySet<string> = new Set(withVowels("l", "r", "s", "d", "n").filter((word) => word.length === 2));
/** The second half of names such as Hayat Ullah and Saif al-Din. */
const GOD_OR_FAITH: ReadonlySet<string> = new Set([...withVowels("llah", "lah", "ddin", "ddine", "ldin"), "din", "dine", "deen"]);

/** Joins Arabic names of two words that are written as one as often: Abd al-Rahman, Saif al-Din, Hayat Ullah. */
export function joinArabicCompounds(words: readonly string[]): readonly string[] {
  if (!words.some((word) => SERVANT.has(word) || GOD_OR_FAITH.has(word))) return words;
  const joined: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    const next = words[at + 1];
    const last = joined.at(-1);
    const canFollow = last !== undefined && last.length > 2;
    if (next !== undefined && SERVANT.has(word)) {
      const base = ARTICLE.has(next) ? (words[at + 2] ?? next) : next;
      joined.push(`abd${base.startsWith("a") || base.startsWith("u") ? "" : "u"}${base}`);
      at += base === next ? 1 : 2;
    } else if (canFollow && GOD_OR_FAITH.has(word)) joined[joined.length - 1] = last + word;
    else if (canFollow && next !== undefined && ARTICLE.has(word) && GOD_OR_FAITH.has(next)) {
      joined[joined.length - 1] = last + word + next;
      at += 1;
    } else joined.push(word);
  }
  return joined;
}
