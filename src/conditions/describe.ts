import { type Condition, childrenOf, type Values } from "./condition.js";

/** The words of one language that conditions are described with. */
interface Words {
  readonly all: string;
  readonly any: string;
  readonly not: string;
  readonly atLeast: (count: number) => string;
  readonly anyItem: string;
  readonly countItems: (count: number) => string;
  readonly list: string;
  readonly more: (count: number) => string;
  readonly between: (min: string, max: string) => string;
  readonly ops: { readonly [Op in "eq" | "in" | "prefix" | "containsAny" | "gt" | "gte" | "lt" | "lte" | "present"]: string };
}

const ENGLISH: Words = {
  all: "all of",
  any: "any of",
  not: "not",
  atLeast: (count) => `at least ${count} of`,
  anyItem: "some item has",
  countItems: (count) => `at least ${count} items have`,
  list: "the list",
  more: (count) => `and ${count} more`,
  between: (min, max) => `is from ${min} to ${max}`,
  ops: {
    eq: "is",
    in: "is one of",
    prefix: "starts with",
    containsAny: "contains",
    gt: "is more than",
    gte: "is at least",
    lt: "is less than",
    lte: "is at most",
    present: "is stated",
  },
};

const VIETNAMESE: Words = {
  all: "tất cả",
  any: "ít nhất một trong",
  not: "không phải",
  atLeast: (count) => `ít nhất ${count} trong`,
  anyItem: "có dòng hàng với",
  countItems: (count) => `ít nhất ${count} dòng hàng có`,
  list: "danh sách",
  more: (count) => `và ${count} giá trị khác`,
  between: (min, max) => `từ ${min} đến ${max}`,
  ops: {
    eq: "là",
    in: "thuộc",
    prefix: "bắt đầu bằng",
    containsAny: "chứa",
    gt: "lớn hơn",
    gte: "không nhỏ hơn",
    lt: "nhỏ hơn",
    lte: "không lớn hơn",
    present: "được khai",
  },
};

const SHOWN_VALUES = 5;

/** How much a description of a condition says. */
export interface ConditionWording {
  /** The most values that are written out; the rest is counted. */
  readonly values: number;
  /** The name of a list of the profile. */
  readonly list: (id: string) => string;
  /** The unit of an indicator; `undefined` where it has none. */
  readonly unit: (indicator: string) => string | undefined;
}

const BRIEF: ConditionWording = { values: SHOWN_VALUES, list: (id) => id, unit: () => undefined };

/** What conditions are described with: the words of a language, and how much they say. */
interface Wording extends ConditionWording {
  readonly words: Words;
}

/** A condition in words: English, or Vietnamese for the language `vi`. */
export function describeCondition(condition: Condition, language: string): string {
  return describe(condition, { ...BRIEF, words: wordsOf(language) });
}

/** What a condition asks of those inside it, in words, such as `all of`; of one that has none inside, all of it. */
export function describeGroup(condition: Condition, language: string, wording: ConditionWording = BRIEF): string {
  return describeHead(condition, { ...wording, words: wordsOf(language) });
}

function wordsOf(language: string): Words {
  return language === "vi" || language.startsWith("vi-") ? VIETNAMESE : ENGLISH;
}

function describe(condition: Condition, wording: Wording): string {
  const inside = childrenOf(condition).map((child) => describe(child.condition, wording));
  return inside.length === 0 ? describeHead(condition, wording) : `${describeHead(condition, wording)} (${inside.join("; ")})`;
}

function describeHead(condition: Condition, wording: Wording): string {
  const { words } = wording;
  const unit = "indicator" in condition ? wording.unit(condition.indicator) : undefined;
  const amount = (value: string | number | boolean): string => (typeof value === "number" && unit !== undefined ? `${value} ${unit}` : String(value));
  switch (condition.op) {
    case "all":
    case "any":
    case "not":
    case "anyItem":
      return words[condition.op];
    case "atLeast":
      return words.atLeast(condition.count);
    case "countItems":
      return words.countItems(condition.atLeast);
    case "between":
      return `${condition.indicator} ${words.between(String(condition.min), amount(condition.max))}`;
    case "present":
      return `${condition.indicator} ${words.ops.present}`;
    case "in":
    case "prefix":
    case "containsAny":
      return `${condition.indicator} ${words.ops[condition.op]} ${describeValues(condition.values, wording)}`;
    default:
      return `${condition.indicator} ${words.ops[condition.op]} ${amount(condition.value)}`;
  }
}

function describeValues(values: Values, { words, list, values: most }: Wording): string {
  if ("list" in values) return `${words.list} ${list(values.list)}`;
  const shown = values.slice(0, most).join(", ");
  return values.length > most ? `${shown} ${words.more(values.length - most)}` : shown;
}
