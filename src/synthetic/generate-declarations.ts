import { deepFreeze } from "../core/freeze.js";
import { type CalendarDate, parseDate } from "../core/instant.js";
import { quote } from "../core/issue.js";
import type { SuppliedValue } from "../indicators/extract-facts.js";
import type { Declaration } from "../model/declaration.js";
import { inventDeclaration, type SyntheticPeriod } from "./invent-declaration.js";
import { drawOutcome, type SyntheticOutcome } from "./outcome.js";
import { createRandom } from "./random.js";
import { traitsOf } from "./trait.js";

/** One invented declaration with what an inspection of it would find. */
export interface SyntheticDeclaration {
  readonly declaration: Declaration;
  /** What only a history could tell, to be supplied to the extraction of facts: `importerPriorDeclarations`. */
  readonly supplied: readonly SuppliedValue[];
  readonly outcome: SyntheticOutcome;
}

/** What to generate. */
export interface GenerateOptions {
  /** Any safe integer that is not negative; the same seed gives the same declarations. */
  readonly seed: number;
  /** How many, 0 to 100,000,000. */
  readonly count: number;
  /** The first day of registration; 2026-01-01 unless told. */
  readonly from?: CalendarDate;
  /** How many days the registrations spread over, 1 to 3,660; 180 unless told. */
  readonly days?: number;
}

/** The most declarations of one seed: their numbers have eight digits of their own. */
export const MAX_SYNTHETIC_COUNT = 100_000_000;
const MAX_DAYS = 3_660;
const STREAM_DECLARATION = 1;
const STREAM_OUTCOME = 2;

/**
 * Generates invented Vietnamese-looking import declarations one by one, with outcomes drawn by a documented risk process.
 * Record `i` depends on seed, period and `i` alone, not on `count`. Registration instants are not in order.
 * @throws {RangeError} at once, if an option is out of its range
 */
export function generateDeclarations(options: GenerateOptions): Generator<SyntheticDeclaration, void, undefined> {
  const { seed, count, from = "2026-01-01", days = 180 } = options;
  checkInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger("count", count, 0, MAX_SYNTHETIC_COUNT);
  checkInteger("days", days, 1, MAX_DAYS);
  const first = parseDate(from);
  const last = parseDate("2189-01-01") ?? 0;
  if (first === undefined || first > last) throw new RangeError(`from: expected a real date from 1900-01-01 to 2189-01-01, received ${quote(from)}`);
  return generate(seed, count, { from, days });
}

function* generate(seed: number, count: number, period: SyntheticPeriod): Generator<SyntheticDeclaration, void, undefined> {
  for (let index = 0; index < count; index += 1) yield generateOne(seed, index, period);
}

function generateOne(seed: number, index: number, period: SyntheticPeriod): SyntheticDeclaration {
  const { declaration, priorDeclarations } = inventDeclaration(seed, index, period, createRandom(seed, index, STREAM_DECLARATION));
  const outcome = drawOutcome(traitsOf(declaration, priorDeclarations), createRandom(seed, index, STREAM_OUTCOME));
  const supplied: readonly SuppliedValue[] = [
    { indicator: "importerPriorDeclarations", value: priorDeclarations, source: "synthetic-history", knownAt: declaration.registeredAt },
  ];
  return deepFreeze({ declaration, supplied, outcome });
}

function checkInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new RangeError(`${name}: expected an integer from ${min} to ${max}, received ${quote(value)}`);
}
