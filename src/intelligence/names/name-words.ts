import { asciiText } from "./ascii-text.js";

/**
 * The words of a name: runs of letters and digits of the folded, transliterated text. Apostrophes go, and so do dots between single letters
 * (`S.A.` is one word); `&` is a word.
 */
export function nameWords(name: string): readonly string[] {
  const text = asciiText(name);
  const words: string[] = [];
  let word = "";
  // letters since the last dot: `s.a.l.` stays one word, `ekc.ag` becomes two
  let sinceDot = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) {
      word += text.charAt(at);
      sinceDot += 1;
    } else if (code === DOT && sinceDot === 1) sinceDot = 0;
    else if (code !== APOSTROPHE && code !== BACKTICK) {
      if (word !== "") words.push(word);
      if (code === AMPERSAND) words.push("and");
      word = "";
      sinceDot = 0;
    }
  }
  return words;
}

const DOT = 46;
const APOSTROPHE = 39;
const BACKTICK = 96;
const AMPERSAND = 38;
