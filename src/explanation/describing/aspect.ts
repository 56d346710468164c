import type { LocalizedText } from "../../core/language.js";
import { own } from "../../core/own.js";
import type { TextTree } from "../../page/document.js";
import type { ProfileWords } from "./words/words.js";

/** One thing that a part of a profile says, in words, and what it is in the document. */
export interface Aspect {
  /** Unique within its part, whatever the language. */
  readonly key: string;
  readonly name: string;
  readonly value: readonly TextTree[];
  readonly raw: unknown;
}

/** An aspect that is one line. */
export function lineAspect(key: string, name: string, text: string, raw: unknown): Aspect {
  return { key, name, value: [leaf(text)], raw };
}

/** A line with nothing below it. */
export function leaf(text: string): TextTree {
  return { text, of: [] };
}

/** A text of an author, one aspect per language that it is in. */
export function textAspects(key: string, name: string, text: LocalizedText | undefined, words: ProfileWords): readonly Aspect[] {
  return Object.keys(text ?? {})
    .sort()
    .map((language) => {
      const said = own(text ?? {}, language) ?? "";
      return lineAspect(`${key}.${language}`, words.inLanguage(name, language), said, said);
    });
}

/** Lines with what stands below them in brackets, as one. */
export function inOneLine(value: readonly TextTree[]): string {
  return value.map(({ text, of }) => (of.length === 0 ? text : `${text} (${inOneLine(of)})`)).join("; ");
}

/** Points with their sign, to the last decimal that they are stated with: `+12`, `-0.25`, `0`. */
export function signed(points: number): string {
  return `${points > 0 ? "+" : ""}${points}`.replace("-", "\u2212");
}

/** A share of 0 to 1 in percent, with three digits. */
export function percentOf(share: number): string {
  return `${Number((100 * share).toPrecision(3))}%`;
}
