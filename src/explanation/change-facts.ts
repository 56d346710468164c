import { type Fact, type FactValue, isMissing } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";

/** Where a fact stands: an indicator of the header, or of the item on a line. */
export interface FactPlace {
  readonly indicator: string;
  /** The item's line number; absent for a header indicator. */
  readonly item?: number;
}

/** A fact given another value. */
export interface FactChange extends FactPlace {
  readonly from: Fact;
  readonly to: Fact;
}

/** The fact at a place; `undefined` where it is not named. */
export function factAt(facts: Facts, { indicator, item }: FactPlace): Fact | undefined {
  const values = item === undefined ? facts.header : facts.items.find((candidate) => candidate.item === item)?.values;
  return values !== undefined && Object.hasOwn(values, indicator) ? values[indicator] : undefined;
}

/** The same facts with some of them changed; a place on a line that there is not is left alone. */
export function changeFacts(facts: Facts, changes: readonly (FactPlace & { readonly to: Fact })[]): Facts {
  if (changes.length === 0) return facts;
  const at = (line: number | undefined): Record<string, Fact> =>
    Object.fromEntries(changes.filter(({ item }) => item === line).map(({ indicator, to }) => [indicator, to]));
  const lines = new Set(changes.map(({ item }) => item));
  return {
    ...facts,
    header: lines.has(undefined) ? { ...facts.header, ...at(undefined) } : facts.header,
    items: facts.items.map((entry) => (lines.has(entry.item) ? { item: entry.item, values: { ...entry.values, ...at(entry.item) } } : entry)),
  };
}

/** Whether a fact has a value. */
export function hasValue(fact: Fact | undefined): fact is FactValue {
  return fact !== undefined && !isMissing(fact);
}

/** A copy, since results are frozen and the facts are the caller's. */
export function copyFact(fact: Fact): Fact {
  if (isMissing(fact)) return { ...fact };
  return typeof fact === "object" ? [...fact] : fact;
}
