import { evaluate } from "../../conditions/evaluate.js";
import type { PreparedCondition, PreparedLeaf } from "../../conditions/prepare.js";
import type { Fact } from "../../indicators/fact.js";

/** The truths that a condition can have, as a sum of bits. */
export const CAN_BE_FALSE = 1;
export const CAN_BE_UNKNOWN = 2;
export const CAN_BE_TRUE = 4;

/** One scope of facts, some of which are free, that is may be anything. */
export interface FreeScope {
  readonly header: ReadonlyMap<string, Fact>;
  readonly items: readonly ReadonlyMap<string, Fact>[];
  /** The index of the item at hand; absent for the header. */
  readonly item?: number;
  /** Whether a fact may be anything; `item` is an index, absent for a fact of the header. */
  readonly isFree: (indicator: string, item: number | undefined) => boolean;
  /** What a free fact may be: a value, or missing too. */
  readonly free: "value" | "anything";
}

/**
 * A set that holds every truth that a condition can have while the free facts take any value: it can hold one too many where two parts of a
 * condition rest on one free fact.
 */
export function possibleTruths(condition: PreparedCondition, scope: FreeScope): number {
  switch (condition.kind) {
    case "leaf":
      return leafTruths(condition, scope);
    case "not":
      return negate(possibleTruths(condition.of, scope));
    case "atLeast":
      return countTruths(
        condition.count,
        condition.of.map((child) => possibleTruths(child, scope)),
      );
    case "items":
      return countTruths(
        condition.count,
        scope.items.map((_, item) => possibleTruths(condition.where, { ...scope, item })),
      );
  }
}

function leafTruths(leaf: PreparedLeaf, scope: FreeScope): number {
  if (scope.isFree(leaf.indicator, leaf.level === "item" ? scope.item : undefined)) {
    if (scope.free === "anything") return CAN_BE_FALSE + CAN_BE_UNKNOWN + CAN_BE_TRUE;
    return leaf.test.kind === "present" ? CAN_BE_TRUE : CAN_BE_FALSE + CAN_BE_TRUE;
  }
  const item = scope.item === undefined ? undefined : scope.items[scope.item];
  const truth = evaluate(leaf, { header: scope.header, items: scope.items, ...(item === undefined ? {} : { item }) });
  return truth === true ? CAN_BE_TRUE : truth === false ? CAN_BE_FALSE : CAN_BE_UNKNOWN;
}

function negate(truths: number): number {
  return (truths & CAN_BE_UNKNOWN) + ((truths & CAN_BE_TRUE) === 0 ? 0 : CAN_BE_FALSE) + ((truths & CAN_BE_FALSE) === 0 ? 0 : CAN_BE_TRUE);
}

/** Whether at least so many hold, by the least and greatest number of those that do and of those that may. */
function countTruths(count: number, parts: readonly number[]): number {
  let mustHold = 0;
  let canHold = 0;
  let mustNotFail = 0;
  let canNotFail = 0;
  let canBeUnknown = false;
  for (const part of parts) {
    if (part === CAN_BE_TRUE) mustHold += 1;
    if ((part & CAN_BE_TRUE) !== 0) canHold += 1;
    if ((part & CAN_BE_FALSE) === 0) mustNotFail += 1;
    if (part !== CAN_BE_FALSE) canNotFail += 1;
    if ((part & CAN_BE_UNKNOWN) !== 0) canBeUnknown = true;
  }
  return (
    (canHold >= count ? CAN_BE_TRUE : 0) +
    (mustNotFail < count ? CAN_BE_FALSE : 0) +
    (canBeUnknown && mustHold < count && canNotFail >= count ? CAN_BE_UNKNOWN : 0)
  );
}
