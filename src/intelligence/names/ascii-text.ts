import anyAscii from "any-ascii";
import { latinLookalike } from "../../core/lookalikes.js";
import { foldText } from "../../core/text.js";

const PLAIN = /^[ -~]*$/;
const WORD = /[\p{L}\p{N}]+/gu;
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const LATIN = /\p{Script=Latin}/gu;

// Han characters and Hangul syllables are words of their own; the table leaves out the long a of Arabic.
const SYLLABLE = /[\p{Script=Han}\p{Script=Hangul}]/gu;
const ALIF = /[\u0622\u0623\u0625\u0627]/gu;
// Words of Arabic names that the table would leave without the vowels that make them out.
const ARABIC: ReadonlyMap<string, string> = new Map([
  ["عبد", "abd"],
  ["ابو", "abu"],
  ["أبو", "abu"],
  ["بن", "bin"],
  ["ابن", "ibn"],
  ["الله", "allah"],
  ["الدين", "aldin"],
  ["و", "wa"],
]);
const UNVOWELLED = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether a text is written without its short vowels (in Arabic or Hebrew letters). */
export function isVowelless(text: string): boolean {
  return !PLAIN.test(text) && UNVOWELLED.test(text);
}

/**
 * A text in lower-case ASCII: folded; letters of other alphabets that pass for Latin ones in a Latin word read as these; the rest
 * transliterated, with every Han character and Hangul syllable a word.
 */
export function asciiText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const folded = foldText(text).replace(WORD, (word) => ARABIC.get(word) ?? unmask(word));
  return anyAscii(folded.replace(ALIF, "a").replace(SYLLABLE, " $& ")).toLowerCase();
}

/** Only in words that are Latin otherwise: a name in another alphabet is transliterated. */
function unmask(word: string): string {
  const foreign = word.match(CYRILLIC_OR_GREEK)?.length ?? 0;
  if (foreign === 0 || (word.match(LATIN)?.length ?? 0) <= foreign) return word;
  return word.replace(CYRILLIC_OR_GREEK, latinLookalike);
}
