import { type Condition, childrenOf } from "../../conditions/condition.js";
import { type ConditionWording, describeGroup } from "../../conditions/describe.js";
import type { Period } from "../../core/instant.js";
import { localize } from "../../core/language.js";
import { own } from "../../core/own.js";
import type { TextTree } from "../../page/document.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { unitOf } from "../evidence.js";
import type { ExplanationLanguage } from "../explanation.js";
import { messagesOf } from "../messages/catalogues.js";
import { channelName, shownUnit } from "../wording.js";
import { ENGLISH } from "./words/en.js";
import { VIETNAMESE } from "./words/vi.js";
import type { ProfileWords } from "./words/words.js";

/** What parts of a profile are described with. */
export interface DescribingContext {
  readonly profile: CompiledProfile;
  readonly language: ExplanationLanguage;
  readonly words: ProfileWords;
  readonly channel: (id: string) => string;
  readonly period: (period: Period | undefined) => string;
  /** A condition in full: every value, units, lists by their names. */
  readonly condition: (condition: Condition) => TextTree;
}

const WORDS: { readonly [L in ExplanationLanguage]: ProfileWords } = { en: ENGLISH, vi: VIETNAMESE };

/** The sentences of a language. */
export function profileWordsOf(language: ExplanationLanguage): ProfileWords {
  return WORDS[language];
}

/** What the parts of a profile are described with in a language. */
export function describingContext(profile: CompiledProfile, language: ExplanationLanguage): DescribingContext {
  const words = profileWordsOf(language);
  const messages = messagesOf(language);
  const { lists } = profile.document;
  const wording: ConditionWording = {
    values: Number.POSITIVE_INFINITY,
    list: (id) => {
      const list = own(lists, id);
      return list === undefined ? id : words.listName(localize(list.title, language), id, list.entries.length);
    },
    unit: (indicator) => shownUnit(unitOf(indicator, profile)),
  };
  const inWords = (condition: Condition): TextTree => ({
    text: describeGroup(condition, language, wording),
    of: childrenOf(condition).map((child) => inWords(child.condition)),
  });
  return {
    profile,
    language,
    words,
    channel: (id) => channelName(id, messages),
    period: (period) => (period === undefined ? words.always : words.period(period.from, period.to)),
    condition: inWords,
  };
}
