import { foldPhrase } from "../../core/text.js";
import type { FactValue } from "../../indicators/fact.js";
import type { ValueTest } from "../prepare.js";
import { NO, YES } from "./class.js";

/** Writes the answers of one value to all questions that a profile asks of an indicator, one slot per question. */
export type AnswerQuestions = (value: FactValue, classes: Int32Array, firstSlot: number) => void;

/** Answers for a set of codes: each member is looked up once, however many tests name it. */
export function answersOfCodes(tests: readonly ValueTest[]): AnswerQuestions {
  const asked = new Map<string | number | boolean, number[]>();
  const always = indicesOf(tests, "present");
  for (const [index, test] of tests.entries()) {
    if (test.kind === "set") for (const member of test.set) append(asked, member, index);
  }
  return (value, classes, firstSlot) => {
    classes.fill(NO, firstSlot, firstSlot + tests.length);
    for (const index of always) classes[firstSlot + index] = YES;
    for (const member of value as readonly string[]) {
      for (const index of asked.get(member) ?? []) classes[firstSlot + index] = YES;
    }
  };
}

/** Answers for a text: it is folded once, and the phrases are looked up by its words. */
export function answersOfText(tests: readonly ValueTest[]): AnswerQuestions {
  const byFirstWord = new Map<string, { readonly phrase: string; readonly index: number }[]>();
  const always = indicesOf(tests, "present");
  for (const [index, test] of tests.entries()) {
    if (test.kind === "phrase") for (const phrase of test.phrases) append(byFirstWord, phrase.slice(1, phrase.indexOf(" ", 1)), { phrase, index });
  }
  return (value, classes, firstSlot) => {
    classes.fill(NO, firstSlot, firstSlot + tests.length);
    for (const index of always) classes[firstSlot + index] = YES;
    if (byFirstWord.size === 0) return;
    const folded = foldPhrase(value as string);
    for (let space = 0, next = folded.indexOf(" ", 1); next !== -1; space = next, next = folded.indexOf(" ", space + 1)) {
      for (const { phrase, index } of byFirstWord.get(folded.slice(space + 1, next)) ?? []) {
        if (folded.startsWith(phrase, space)) classes[firstSlot + index] = YES;
      }
    }
  };
}

function indicesOf(tests: readonly ValueTest[], kind: ValueTest["kind"]): readonly number[] {
  return tests.flatMap((test, index) => (test.kind === kind ? [index] : []));
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
