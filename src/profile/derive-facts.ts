import { evaluate } from "../conditions/evaluate.js";
import type { ListEntries, PreparedCondition } from "../conditions/prepare.js";
import { prepareCondition } from "../conditions/prepare.js";
import type { Vocabulary } from "../conditions/vocabulary.js";
import { type Decimal, differenceScaled, fromScaled, ratioScaled, roundDecimals, sumScaled, toScaled } from "../core/decimal.js";
import { ABSENT, type Fact, failed } from "../indicators/fact.js";
import type { DerivedIndicator, Fallback } from "./derived.js";

/** The facts of one declaration by indicator, derived ones added as they are computed. */
export interface FactMaps {
  readonly header: Map<string, Fact>;
  readonly items: readonly Map<string, Fact>[];
}

/** Computes one derived indicator into the maps of facts. */
export type Derivation = (facts: FactMaps) => void;

const OVERFLOW = failed("the result leaves the exact range");

/** Prepares a checked derived indicator; those that it reads are derived before it. */
export function prepareDerivation(id: string, derived: DerivedIndicator, vocabulary: Vocabulary, lists: ListEntries): Derivation {
  const decimalsOf = (indicator: string): number => vocabulary.get(indicator)?.decimals ?? 0;
  const result = (scaled: number | undefined): Fact => (scaled === undefined ? OVERFLOW : fromScaled(scaled, derived.decimals));
  if (derived.kind === "sum" || derived.kind === "share") {
    const where = derived.where === undefined ? undefined : prepareCondition(derived.where, vocabulary, lists);
    const decimals = decimalsOf(derived.of);
    return (facts) => {
      facts.header.set(id, overItems(derived, where, decimals, facts));
    };
  }
  const [left, right] = derived.kind === "ratio" ? [derived.numerator, derived.denominator] : [derived.minuend, derived.subtrahend];
  const combine = (a: Decimal, b: Decimal): Fact => {
    if (derived.kind === "difference") return result(differenceScaled(a, b, derived.decimals));
    return b.scaled === 0 ? fallbackFact(derived.ifZeroDivisor, derived.decimals) : result(ratioScaled(a, b, derived.decimals));
  };
  const compute = (read: (indicator: string) => Fact): Fact => {
    const a = asDecimal(read(left), decimalsOf(left));
    const b = asDecimal(read(right), decimalsOf(right));
    return a === undefined || b === undefined ? fallbackFact(derived.ifMissing, derived.decimals) : combine(a, b);
  };
  const isItem = vocabulary.get(id)?.level === "item";
  return (facts) => {
    if (!isItem)
      facts.header.set(
        id,
        compute((indicator) => facts.header.get(indicator) ?? ABSENT),
      );
    else
      for (const item of facts.items)
        item.set(
          id,
          compute((indicator) => item.get(indicator) ?? facts.header.get(indicator) ?? ABSENT),
        );
  };
}

function overItems(
  derived: Extract<DerivedIndicator, { readonly kind: "sum" | "share" }>,
  where: PreparedCondition | undefined,
  decimals: number,
  facts: FactMaps,
): Fact {
  const whole: number[] = [];
  const part: number[] = [];
  for (const item of facts.items) {
    const belongs = where === undefined ? true : evaluate(where, { header: facts.header, items: facts.items, item });
    const value = asDecimal(item.get(derived.of) ?? ABSENT, decimals)?.scaled;
    // a sum does not need the values of items that do not belong to it
    const needed = derived.kind === "share" || belongs !== false;
    if (needed && (value === undefined || belongs === "unknown")) {
      if (typeof derived.ifMissing !== "number" || derived.kind === "share") return fallbackFact(derived.ifMissing, derived.decimals);
      const stand = toScaled(derived.ifMissing, decimals);
      if (stand === undefined) return OVERFLOW;
      part.push(stand);
    } else if (value !== undefined) {
      whole.push(value);
      if (belongs === true) part.push(value);
    }
  }
  const partSum = sumScaled(part);
  const wholeSum = sumScaled(whole);
  if (partSum === undefined || wholeSum === undefined) return OVERFLOW;
  if (derived.kind === "sum") {
    const sum = differenceScaled({ scaled: partSum, decimals }, { scaled: 0, decimals: 0 }, derived.decimals);
    return sum === undefined ? OVERFLOW : fromScaled(sum, derived.decimals);
  }
  if (wholeSum === 0) return fallbackFact(derived.ifZeroDivisor, derived.decimals);
  const share = ratioScaled({ scaled: partSum, decimals }, { scaled: wholeSum, decimals }, derived.decimals);
  return share === undefined ? OVERFLOW : fromScaled(share, derived.decimals);
}

function asDecimal(fact: Fact, decimals: number): Decimal | undefined {
  const scaled = typeof fact === "number" ? toScaled(fact, decimals) : undefined;
  return scaled === undefined ? undefined : { scaled, decimals };
}

function fallbackFact(fallback: Fallback, decimals: number): Fact {
  return typeof fallback === "number" ? (roundDecimals(fallback, decimals) ?? OVERFLOW) : { missing: fallback };
}
