import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { own } from "../core/own.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import type { FactSet, Facts } from "../indicators/facts.js";

/** What one indicator's facts were, over headers or items. */
export interface IndicatorBackground {
  /** How many facts had a value. */
  readonly stated: number;
  /** Of codes and booleans: how often each value was there, the most frequent first, at most 1,000. A set counts once for every member. */
  readonly values?: readonly (readonly [value: string, count: number])[];
  /** Of numbers: at most 1,001 of them in order, evenly spaced in rank from the least to the greatest. */
  readonly numbers?: readonly number[];
}

/** What past facts were like, by indicator: plain JSON, to tell how common a value is. Texts are not counted. */
export interface Background {
  readonly declarations: number;
  readonly indicators: Readonly<Record<string, IndicatorBackground>>;
}

/** How common a value is among the past facts that state it. */
export type Commonness =
  /** The share that had this very code or boolean; of a set of codes, its rarest member. */
  | { readonly kind: "same"; readonly share: number; readonly of: number; readonly value?: string }
  /** The shares that had this number or less, and this number or more. */
  | { readonly kind: "rank"; readonly atMost: number; readonly atLeast: number; readonly of: number };

const MOST_VALUES = 1_000;

/** Counts the values of past facts, as an archive keeps them. The same facts in another order give the same background. */
export function createBackground(past: Iterable<Facts>): Background {
  const columns = new Map<string, Column>();
  let declarations = 0;
  for (const facts of past) {
    declarations += 1;
    for (const set of [facts.header, ...facts.items.map((item) => item.values)]) addSet(columns, set);
  }
  const indicators = [...columns].sort(([a], [b]) => compareText(a, b)).map(([id, column]) => [id, summarise(column)] as const);
  return deepFreeze({ declarations, indicators: Object.fromEntries(indicators) });
}

/** How common a fact is; `undefined` where it is missing, a text, or of an indicator that no past fact states. */
export function commonnessOf({ indicators }: Background, indicator: string, fact: Fact): Commonness | undefined {
  const known = own(indicators, indicator);
  if (known === undefined || isMissing(fact)) return undefined;
  const { numbers, values, stated } = known;
  if (typeof fact === "number") {
    if (numbers === undefined) return undefined;
    const share = (fits: (value: number) => boolean): number => numbers.filter(fits).length / numbers.length;
    return { kind: "rank", atMost: share((value) => value <= fact), atLeast: share((value) => value >= fact), of: stated };
  }
  if (values === undefined) return undefined;
  const counts = new Map(values);
  if (typeof fact !== "object") return { kind: "same", share: (counts.get(String(fact)) ?? 0) / stated, of: stated };
  const [rarest] = fact.map((code) => [code, counts.get(code) ?? 0] as const).sort((a, b) => a[1] - b[1] || compareText(a[0], b[0]));
  return rarest === undefined ? undefined : { kind: "same", share: rarest[1] / stated, of: stated, value: rarest[0] };
}

interface Column {
  stated: number;
  readonly numbers: number[];
  readonly values: Map<string, number>;
}

/** Longer texts are descriptions, which hardly ever repeat. */
const LONGEST_VALUE = 64;

function addSet(columns: Map<string, Column>, set: FactSet): void {
  for (const [id, fact] of Object.entries(set)) {
    if (isMissing(fact) || (typeof fact === "string" && fact.length > LONGEST_VALUE)) continue;
    const column = columns.get(id) ?? { stated: 0, numbers: [], values: new Map<string, number>() };
    columns.set(id, column);
    column.stated += 1;
    if (typeof fact === "number") column.numbers.push(fact);
    else for (const value of typeof fact === "object" ? fact : [String(fact)]) column.values.set(value, (column.values.get(value) ?? 0) + 1);
  }
}

function summarise({ stated, numbers, values }: Column): IndicatorBackground {
  const frequent = [...values].sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, MOST_VALUES);
  return {
    stated,
    ...(frequent.length === 0 ? {} : { values: frequent }),
    ...(numbers.length === 0 ? {} : { numbers: spaced(Float64Array.from(numbers).sort()) }),
  };
}

/** Of many sorted numbers some, evenly spaced in rank, both ends among them. */
function spaced(sorted: Float64Array): readonly number[] {
  if (sorted.length <= MOST_VALUES + 1) return [...sorted];
  return Array.from({ length: MOST_VALUES + 1 }, (_, step) => sorted[Math.round((step * (sorted.length - 1)) / MOST_VALUES)] ?? 0);
}
