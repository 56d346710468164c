import * as z from "zod";
import type { Condition } from "../conditions/condition.js";
import { condition } from "../conditions/condition-schema.js";
import { identifier, localizedText } from "../core/fields.js";
import type { LocalizedText } from "../core/language.js";
import { exactly } from "../core/schema.js";

/** What a derived indicator gives where its rule has no answer: a number, or a missing fact of one kind. */
export type Fallback = number | "absent" | "failed" | "notApplicable";

interface DerivedBase {
  readonly meaning: LocalizedText;
  readonly unit: string;
  /** Decimals of the result, 0 to 6; rounded once, half away from zero. */
  readonly decimals: number;
}

/** `numerator / denominator`. */
export interface RatioIndicator extends DerivedBase {
  readonly kind: "ratio";
  readonly numerator: string;
  readonly denominator: string;
  readonly ifMissing: Fallback;
  readonly ifZeroDivisor: Fallback;
}

/** `minuend - subtrahend`. */
export interface DifferenceIndicator extends DerivedBase {
  readonly kind: "difference";
  readonly minuend: string;
  readonly subtrahend: string;
  readonly ifMissing: Fallback;
}

/** The sum of an item indicator over the items, or over those that meet a condition. A header indicator. */
export interface SumIndicator extends DerivedBase {
  readonly kind: "sum";
  readonly of: string;
  readonly where?: Condition;
  /** Where an item's value, or whether the item belongs, is missing. */
  readonly ifMissing: Fallback;
}

/** The part of a sum that the items meeting a condition make up, 0 to 1 for values that are not negative. A header indicator. */
export interface ShareIndicator extends DerivedBase {
  readonly kind: "share";
  readonly of: string;
  readonly where: Condition;
  readonly ifMissing: Fallback;
  /** Where the whole sum is 0. */
  readonly ifZeroDivisor: Fallback;
}

/** An indicator that is computed from others, as data. A ratio or difference is an item indicator if a side of it is. */
export type DerivedIndicator = RatioIndicator | DifferenceIndicator | SumIndicator | ShareIndicator;

const fallback: z.ZodType<Fallback> = z.union([z.number(), z.enum(["absent", "failed", "notApplicable"])]);
const base = { meaning: localizedText, unit: z.string().min(1).max(64), decimals: z.int().min(0).max(6) };

export const derivedIndicator: z.ZodType<DerivedIndicator> = exactly<DerivedIndicator>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ ...base, kind: z.literal("ratio"), numerator: identifier, denominator: identifier, ifMissing: fallback, ifZeroDivisor: fallback }),
    z.strictObject({ ...base, kind: z.literal("difference"), minuend: identifier, subtrahend: identifier, ifMissing: fallback }),
    z.strictObject({ ...base, kind: z.literal("sum"), of: identifier, where: z.exactOptional(condition), ifMissing: fallback }),
    z.strictObject({ ...base, kind: z.literal("share"), of: identifier, where: condition, ifMissing: fallback, ifZeroDivisor: fallback }),
  ]),
);

/** The indicators that a derived indicator reads directly, those of its condition aside. */
export function operandsOf(derived: DerivedIndicator): readonly { readonly key: string; readonly indicator: string }[] {
  switch (derived.kind) {
    case "ratio":
      return [
        { key: "numerator", indicator: derived.numerator },
        { key: "denominator", indicator: derived.denominator },
      ];
    case "difference":
      return [
        { key: "minuend", indicator: derived.minuend },
        { key: "subtrahend", indicator: derived.subtrahend },
      ];
    default:
      return [{ key: "of", indicator: derived.of }];
  }
}
