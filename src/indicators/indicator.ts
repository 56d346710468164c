import type { Instant } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";
import type { HistoryReader } from "../history/reader.js";
import type { IntelligenceReader } from "../intelligence/reader.js";
import type { Money } from "../model/codes.js";
import type { Consignment } from "../model/consignment.js";
import type { Subject, SubjectItem } from "../model/subject.js";
import type { Reference } from "../reference/reference.js";
import type { Fact, FactValueOf, IndicatorType } from "./fact.js";

/** Whether an indicator has one value per declaration or consignment, or one per goods item. */
export type Level = "header" | "item";

/** How a header indicator can move when a goods item is added and everything else stays. */
export type ItemAddedEffect = "unaffected" | "canOnlyRise" | "canOnlyFall" | "any";

/** What an indicator may read. */
export interface HeaderContext {
  /** What is scored: a declaration, or the view of a consignment. */
  readonly declaration: Subject;
  /** The consignments of a manifest that the declaration's transport documents name; absent without a manifest. */
  readonly consignments?: readonly Consignment[];
  readonly asOf: Instant;
  /** The reference lists that goods are compared with. */
  readonly reference: Reference;
  readonly history?: HistoryReader;
  readonly intelligence?: IntelligenceReader;
  /** An amount in the currency that the facts are stated in; `undefined` where no rate is known. */
  readonly convert: (money: Money) => number | undefined;
}

/** What an item indicator may read: the header's, and its own item. */
export interface ItemContext extends HeaderContext {
  readonly item: SubjectItem;
}

/** What an indicator gives: a value, `undefined` for missing as its policy says, or a missing fact with a reason of its own. */
export type Extracted<T extends IndicatorType> = FactValueOf<T> | Exclude<Fact, string | number | boolean | readonly string[]> | undefined;

/** One measurable property of a declaration or of a goods item. */
export interface Indicator<Id extends string = string, T extends IndicatorType = IndicatorType, L extends Level = Level> {
  /** Stable identifier: letters and digits, starting with a small letter. */
  readonly id: Id;
  readonly type: T;
  readonly level: L;
  /** The unit of a number: `kg`, `%`, `currency` (the currency of the facts), `count`, ...; `1` for a pure number. */
  readonly unit?: string;
  /** The decimals that a number keeps, 0 to 6: it is rounded once, half away from zero. */
  readonly decimals?: number;
  /** All fields that it reads, as paths of the model, and `history` or `intelligence`: where only fields are named, training computes it once for rows that agree in them. */
  readonly reads: readonly string[];
  /** One sentence per language that says what it means. */
  readonly meaning: LocalizedText;
  /** Its row in the table of published and proposed indicators that the catalogue follows, such as `I01`. */
  readonly tableId?: string;
  /** What honest trade looks like this too, and what to weigh it against, in a sentence per language. */
  readonly falsePositiveGuard?: LocalizedText;
  /** Where the idea or definition comes from. */
  readonly source: string;
  /** What it means that `extract` gives nothing: not stated, or not applicable here. */
  readonly missing: "absent" | "notApplicable";
  readonly whenItemAdded: L extends "item" ? "unaffected" : ItemAddedEffect;
  readonly extract: (context: L extends "item" ? ItemContext : HeaderContext) => Extracted<T>;
}

/** Any indicator, whatever its id, type and level. */
export type AnyIndicator = Indicator<string, IndicatorType, "header"> | Indicator<string, IndicatorType, "item">;

/**
 * Defines an indicator.
 * @throws {RangeError} if the id is no identifier, or decimals are missing or out of range for a number
 */
export function defineIndicator<const Id extends string, const T extends IndicatorType, const L extends Level>(
  indicator: Indicator<Id, T, L>,
): Indicator<Id, T, L> {
  if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(indicator.id)) throw new RangeError(`the id \`${indicator.id}\` is not letters and digits starting with a small letter`);
  if (indicator.type === "number") {
    const { decimals } = indicator;
    if (decimals === undefined || !Number.isInteger(decimals) || decimals < 0 || decimals > 6) {
      throw new RangeError(`the number \`${indicator.id}\` needs 0 to 6 decimals`);
    }
    if (indicator.unit === undefined) throw new RangeError(`the number \`${indicator.id}\` needs a unit`);
  }
  return Object.freeze({ ...indicator });
}
