import type { Catalogue } from "../indicators/define-catalogue.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { AnyIndicator } from "../indicators/indicator.js";
import type {
  AnyItemCondition,
  AtLeastCondition,
  BetweenCondition,
  CompareCondition,
  Condition,
  ContainsAnyCondition,
  CountItemsCondition,
  EqCondition,
  GroupCondition,
  InCondition,
  NotCondition,
  PrefixCondition,
  PresentCondition,
  Values,
} from "./condition.js";

/** The ids of the indicators of some types. */
type IdOf<I extends AnyIndicator, T extends IndicatorType> = Extract<I, { readonly type: T }>["id"];

/** The value that an indicator's `eq` compares with. */
type ComparableOf<I extends AnyIndicator, Id extends string> = Extract<I, { readonly id: Id }>["type"] extends "number"
  ? number
  : Extract<I, { readonly id: Id }>["type"] extends "boolean"
    ? boolean
    : string;

type Some = readonly [Condition, ...Condition[]];

/** Typed builders of conditions: an unknown indicator, or an operator or value of another type, does not compile. */
export interface ConditionBuilder<I extends AnyIndicator> {
  eq<Id extends IdOf<I, "code" | "number" | "boolean">>(indicator: Id, value: ComparableOf<I, Id>): EqCondition;
  in(indicator: IdOf<I, "code" | "codes">, values: Values): InCondition;
  prefix(indicator: IdOf<I, "code">, values: Values): PrefixCondition;
  containsAny(indicator: IdOf<I, "text">, values: Values): ContainsAnyCondition;
  between(indicator: IdOf<I, "number">, min: number, max: number): BetweenCondition;
  gt(indicator: IdOf<I, "number">, value: number): CompareCondition;
  gte(indicator: IdOf<I, "number">, value: number): CompareCondition;
  lt(indicator: IdOf<I, "number">, value: number): CompareCondition;
  lte(indicator: IdOf<I, "number">, value: number): CompareCondition;
  present(indicator: I["id"]): PresentCondition;
  anyItem(where: Condition): AnyItemCondition;
  countItems(where: Condition, atLeast: number): CountItemsCondition;
  all(...of: Some): GroupCondition;
  any(...of: Some): GroupCondition;
  atLeast(count: number, ...of: Some): AtLeastCondition;
  not(of: Condition): NotCondition;
}

/**
 * Builders for the indicators of a catalogue. They give exactly the JSON that an analyst writes by hand; whether it
 * makes sense (levels, lists, contradictions) is checked when the profile is compiled.
 */
export function conditionsFor<I extends AnyIndicator>(_catalogue: Catalogue<I>): ConditionBuilder<I> {
  return {
    eq: (indicator, value) => ({ op: "eq", indicator, value }),
    in: (indicator, values) => ({ op: "in", indicator, values }),
    prefix: (indicator, values) => ({ op: "prefix", indicator, values }),
    containsAny: (indicator, values) => ({ op: "containsAny", indicator, values }),
    between: (indicator, min, max) => ({ op: "between", indicator, min, max }),
    gt: (indicator, value) => ({ op: "gt", indicator, value }),
    gte: (indicator, value) => ({ op: "gte", indicator, value }),
    lt: (indicator, value) => ({ op: "lt", indicator, value }),
    lte: (indicator, value) => ({ op: "lte", indicator, value }),
    present: (indicator) => ({ op: "present", indicator }),
    anyItem: (where) => ({ op: "anyItem", where }),
    countItems: (where, atLeast) => ({ op: "countItems", where, atLeast }),
    all: (...of) => ({ op: "all", of }),
    any: (...of) => ({ op: "any", of }),
    atLeast: (count, ...of) => ({ op: "atLeast", count, of }),
    not: (of) => ({ op: "not", of }),
  };
}
