import type { DerivedIndicator, Fallback } from "../../profile/derived.js";
import { type Aspect, lineAspect } from "./aspect.js";
import type { DescribingContext } from "./describing-context.js";

/** What a derived indicator is computed of, its meaning aside. */
export function derivedAspects(derived: DerivedIndicator, { words, condition }: DescribingContext): readonly Aspect[] {
  const { facts } = words;
  const fallback = (value: Fallback): string => (typeof value === "number" ? String(value) : words.fallbacks[value]);
  const { unit, decimals, ifMissing } = derived;
  return [
    lineAspect("formula", facts.formula, formula(derived), formula(derived)),
    ...("where" in derived && derived.where !== undefined ? [{ key: "where", name: facts.where, value: [condition(derived.where)], raw: derived.where }] : []),
    lineAspect("unit", facts.unit, unit, unit),
    lineAspect("decimals", facts.decimals, String(decimals), decimals),
    lineAspect("ifMissing", facts.ifMissing, fallback(ifMissing), ifMissing),
    ...("ifZeroDivisor" in derived ? [lineAspect("ifZeroDivisor", facts.ifZeroDivisor, fallback(derived.ifZeroDivisor), derived.ifZeroDivisor)] : []),
  ];

  function formula(of: DerivedIndicator): string {
    switch (of.kind) {
      case "ratio":
        return words.ratio(of.numerator, of.denominator);
      case "difference":
        return words.difference(of.minuend, of.subtrahend);
      default:
        return words[of.kind](of.of);
    }
  }
}
