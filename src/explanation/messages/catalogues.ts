import type { ExplanationLanguage } from "../explanation.js";
import { ENGLISH } from "./en.js";
import type { Messages } from "./messages.js";
import { VIETNAMESE } from "./vi.js";

const CATALOGUES: { readonly [L in ExplanationLanguage]: Messages } = { en: ENGLISH, vi: VIETNAMESE };

/** The message catalogue of a language. */
export function messagesOf(language: ExplanationLanguage): Messages {
  return CATALOGUES[language];
}

/** Whether there is a message catalogue for a language. */
export function isExplanationLanguage(language: unknown): language is ExplanationLanguage {
  return language === "en" || language === "vi";
}
