import { foldText } from "../../core/text.js";
import { joinArabicCompounds } from "./arabic-compounds.js";
import { isVowelless } from "./ascii-text.js";
import { commonness, type WordClass } from "./common-words.js";
import { type CompanyForm, companyFormAt } from "./company-forms.js";
import { nameWords } from "./name-words.js";
import { romanisedKey } from "./romanise.js";
import { isVietnamese } from "./vietnamese.js";

/** One word of a name, ready to compare. */
export interface NameToken {
  /** The word in folded ASCII. */
  readonly text: string;
  /** The sounds that its letters stand for. */
  readonly key: string;
  readonly wordClass: WordClass | "number" | "initial";
  /** How much the word says about whom it names, 0 to 1. */
  readonly weight: number;
  readonly isVowelless: boolean;
}

/** A name, ready to compare. */
export interface PreparedName {
  /** The folded words, with one space between; the folded text itself where there are no words. */
  readonly text: string;
  /** The words without company forms. */
  readonly tokens: readonly NameToken[];
  readonly forms: readonly CompanyForm[];
  /**
   * `yes` for names that are surely Vietnamese, `maybe` for names of syllables. Vietnamese is written in Latin letters of its own: another
   * vowel is another name (Lan and Loan), not another romanisation.
   */
  readonly isVietnamese: "yes" | "maybe" | "no";
}

/** The most characters of a name that are read: what is longer is cut, so that a hostile name costs no more than a long one. */
const MAX_NAME = 400;
/** The most words of a name that are compared. */
const MAX_TOKENS = 24;
/** The most letters of a word that are compared. */
export const MAX_KEY = 40;

/** The most letters of a Vietnamese syllable but for `nghieng`. */
const LONGEST_SYLLABLE = 6;

const CLASS_WEIGHT: Readonly<Record<WordClass, number>> = { particle: 0.08, veryCommon: 0.3, common: 0.5, organisation: 0.5, plain: 1 };
const LENGTH_WEIGHT: readonly number[] = [0, 0.2, 0.4, 0.6, 0.75, 0.9];
const NUMBER_WEIGHT = 0.6;
const INITIAL_WEIGHT = 0.1;

/** Reads a name once for any number of comparisons. Only its first 400 characters and 24 words count. */
export function prepareName(name: string): PreparedName {
  const raw = name.length > MAX_NAME ? name.slice(0, MAX_NAME).toWellFormed() : name;
  const words = joinArabicCompounds(nameWords(raw));
  const { rest, forms } = withoutForms(words);
  const unvowelled = isVowelless(raw);
  return {
    text: words.length === 0 ? foldText(raw).trim() : words.join(" "),
    tokens: rest.slice(0, MAX_TOKENS).map((word) => nameToken(word, unvowelled)),
    forms,
    isVietnamese: isVietnamese(raw, words) ? "yes" : words.every((word) => word.length <= LONGEST_SYLLABLE) ? "maybe" : "no",
  };
}

/** Takes the company forms out; a name that consists of nothing else keeps its words. Forms of one or two letters count at the edges only. */
function withoutForms(words: readonly string[]): { readonly rest: readonly string[]; readonly forms: readonly CompanyForm[] } {
  const forms: CompanyForm[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as string;
    const found = companyFormAt(words, at);
    const isAtEdge = found !== undefined && (at === 0 || at + found.words >= words.length || forms.length > 0);
    if (found === undefined || (word.length <= 2 && found.words === 1 && !isAtEdge)) {
      rest.push(word);
      at += 1;
    } else {
      forms.push(found.form);
      at += found.words;
    }
  }
  return rest.length === 0 ? { rest: words, forms: [] } : { rest, forms };
}

/** Roman numbers from ii to xxxix, but for those that are names. */
const ROMAN_NUMBER = /^(?:x{1,3}(?:i[vx]|vi{0,3}|i{1,3})|i[vx]|vi{1,3}|i{2,3})$/;

function nameToken(text: string, isVowelless: boolean): NameToken {
  const first = text.charCodeAt(0);
  const isNumber = (first >= 48 && first <= 57) || ROMAN_NUMBER.test(text);
  if (isNumber) return { text, key: text, wordClass: "number", weight: NUMBER_WEIGHT, isVowelless };
  const bare = isVowelless && text.length > 4 && text.startsWith("al") ? text.slice(2) : text;
  const key = servantKey(romanisedKey(bare)).slice(0, MAX_KEY);
  if (text.length === 1) return { text, key, wordClass: "initial", weight: INITIAL_WEIGHT, isVowelless };
  const wordClass = commonness(text, key, isVowelless);
  return { text, key, wordClass, weight: CLASS_WEIGHT[wordClass] * (LENGTH_WEIGHT[text.length] ?? 1), isVowelless };
}

const SERVANT = /^abd[aeiou]l?(?=[a-zSC]{3})/;

/** Abdul Rahman, Abdel Rahman and Abdurrahman begin alike. */
function servantKey(key: string): string {
  return key.startsWith("abd") ? key.replace(SERVANT, "abd") : key;
}
