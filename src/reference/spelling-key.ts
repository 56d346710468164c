/** Digits that stand in for letters, and letters that look alike: one for each group. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "l"],
  ["i", "l"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["8", "b"],
]);

/**
 * A word of folded text as it sounds or looks: `ph` as `f` and `th` as `t`, doubled letters as one, and unless `isPlain` digits
 * that stand for letters as these, and `i` as `l`. Words are compared by it, never shown. Idempotent.
 */
export function spellingKey(word: string, isPlain = false): string {
  let key = "";
  for (const letter of word) {
    const seen = isPlain ? letter : (ALIKE.get(letter) ?? letter);
    const last = key.at(-1);
    if (seen === "h" && last === "p") key = append(key.slice(0, -1), "f");
    else if (seen !== "h" || last !== "t") key = append(key, seen);
  }
  return key;
}

function append(key: string, letter: string): string {
  return key.endsWith(letter) ? key : key + letter;
}
