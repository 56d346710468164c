import type { LocalizedText } from "../core/language.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { ItemAddedEffect, Level } from "../indicators/indicator.js";

/** What a condition needs to know of an indicator, catalogued or derived. */
export interface Term {
  readonly id: string;
  readonly type: IndicatorType;
  readonly level: Level;
  readonly unit?: string;
  /** Decimals of a number; 0 for other types. */
  readonly decimals: number;
  readonly meaning: LocalizedText;
  readonly whenItemAdded: ItemAddedEffect;
}

/** All indicators that a profile's conditions may read, by id. */
export type Vocabulary = ReadonlyMap<string, Term>;
