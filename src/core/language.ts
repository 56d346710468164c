import { own } from "./own.js";

/** A text in one or more languages, keyed by BCP 47 tag (`en`, `vi`). */
export type LocalizedText = Readonly<Record<string, string>>;

/** The text in a language, else in its base language, else English, else the first by tag. */
export function localize(text: LocalizedText, language: string): string {
  const base = language.split("-")[0] ?? language;
  const [first = ""] = Object.keys(text).sort();
  return own(text, language) ?? own(text, base) ?? own(text, "en") ?? own(text, first) ?? "";
}
