/**
 * Folding of free text for comparison. What a declarant writes may be decomposed, full-width, accented or laced with
 * invisible characters; the folded form is the same for all of these.
 */

// Default-ignorable code points (Unicode DerivedCoreProperties), which a reader does not see.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const MARK = /\p{Mn}/gu;
const ASCII = /^[\0-\x7f]*$/;
const NOT_WORD = /[^\p{L}\p{N}]+/u;

/** Letters that Unicode does not decompose but a reader takes for a base letter. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ["đ", "d"],
  ["ð", "d"],
  ["ł", "l"],
  ["ø", "o"],
  ["ı", "i"],
  ["ħ", "h"],
  ["ŧ", "t"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ß", "ss"],
  ["þ", "th"],
]);
const PLAIN_PATTERN = /[đðłøıħŧæœßþ]/gu;

/**
 * Folds a text: NFKC, without default-ignorable characters, lower case, without diacritics (đ counts as d).
 * Idempotent: folding twice changes nothing.
 */
export function foldText(text: string): string {
  if (text !== last.text) last = { text, folded: fold(text) };
  return last.folded;
}

/** What was folded last: a text is mostly folded several times in a row. */
let last = { text: "", folded: "" };

function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // NFKC before and after: stripping an invisible character can bring two composable characters together.
  const plain = text
    .replace(IGNORABLE, "")
    .normalize("NFKD")
    .replace(IGNORABLE, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(MARK, "")
    .replace(PLAIN_PATTERN, (letter) => PLAIN.get(letter) ?? letter);
  return plain.normalize("NFKC");
}

/** The words of a text: runs of letters and digits of its folded form. */
export function foldWords(text: string): readonly string[] {
  return foldText(text)
    .split(NOT_WORD)
    .filter((word) => word !== "");
}

/** The folded words with one space between and around, so that a whole-word phrase is a substring: ` red phosphorus `. */
export function foldPhrase(text: string): string {
  return ` ${foldWords(text).join(" ")} `;
}

/** Whether a text holds characters that a reader does not see (zero-width, tag and other default-ignorable characters). */
export function hasHiddenCharacters(text: string): boolean {
  return text.search(IGNORABLE) !== -1;
}
