import { deepFreeze } from "../../core/freeze.js";
import { type CalendarDate, parseDate } from "../../core/instant.js";
import { quote } from "../../core/issue.js";
import { createTimeQueue } from "../../history/time-queue.js";
import { type Declared, declareEntry, declareFollowUp, type FollowUp } from "./declare.js";
import { type Entry, planDue, planOrdinary } from "./entry.js";
import { createNumbering } from "./numbering.js";
import { createOperations, type DueConsignment } from "./operations.js";
import { ALL_SCHEMES, OPEN_SCHEMES } from "./schemes/all-schemes.js";
import type { SchemeId } from "./schemes/scheme.js";
import { createWorld, type World } from "./world.js";
import type { YearRecord } from "./year-record.js";

/** What to generate. */
export interface YearOptions {
  /** Any safe integer that is not negative; the same options give the same records. */
  readonly seed: number;
  /** How many declarations, 1 to 10,000,000, amendments and parts of split ones included; at most 100,000 for each day. */
  readonly declarations: number;
  /** The first day, 1930-01-01 to 2189-01-01; 2026-01-01 unless told. */
  readonly from?: CalendarDate;
  /** How many days, 1 to 3,660; 365 unless told. */
  readonly days?: number;
  /** The schemes to plant, with the honest trade that looks like them; those that are not held out unless told. */
  readonly schemes?: readonly SchemeId[];
  /** What the shares of all schemes and near-misses are multiplied by, 0 to 20; 1 unless told. */
  readonly intensity?: number;
  /** The share of declarations inspected at random, above 0 and at most 1; 0.1 unless told. */
  readonly randomRate?: number;
}

/** The most declarations of one year. */
export const MAX_YEAR_DECLARATIONS = 10_000_000;
const MOST_PER_DAY = 100_000;
const MAX_DAYS = 3_660;
/** Companies are founded up to 25 years before the first day, and dates of the model begin in 1900. */
const FIRST_DAY = parseDate("1930-01-01") as number;
const LAST_DAY = parseDate("2189-01-01") as number;
/** Serials of a day: ordinary trade from 0 on, operations from here on. */
const SERIALS_PER_DAY = 1_000_000;
const FIRST_DUE = 500_000;

/**
 * Generates a year of invented Vietnamese-looking declarations in order of time: trade of a population with histories, families by
 * split and amendment, parcels, transit and temporary imports, the manifests beside them, inspections with delayed outcomes, and
 * planted schemes with the truth about them. Records are made one by one; what is kept is the population and what is under way.
 * @throws {RangeError} at once, if an option is out of its range
 */
export function generateYear(options: YearOptions): Generator<YearRecord, void, undefined> {
  const { seed, declarations, from = "2026-01-01", days = 365, schemes = OPEN_SCHEMES, intensity = 1, randomRate = 0.1 } = options;
  checkInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  checkInteger("days", days, 1, MAX_DAYS);
  checkInteger("declarations", declarations, 1, Math.min(MAX_YEAR_DECLARATIONS, MOST_PER_DAY * days));
  const first = parseDate(from) ?? Number.NaN;
  if (!(first >= FIRST_DAY && first <= LAST_DAY)) throw new RangeError(`from: expected a real date from 1930-01-01 to 2189-01-01, received ${quote(from)}`);
  const known = ALL_SCHEMES.map((scheme) => scheme.id);
  for (const scheme of schemes) if (!known.includes(scheme)) throw new RangeError(`schemes: expected some of ${known.join(", ")}, received ${quote(scheme)}`);
  if (!(intensity >= 0 && intensity <= 20)) throw new RangeError(`intensity: expected a number from 0 to 20, received ${quote(intensity)}`);
  if (!(randomRate > 0 && randomRate <= 1)) throw new RangeError(`randomRate: expected a number above 0 and at most 1, received ${quote(randomRate)}`);
  return generate(createWorld(seed, declarations, from, days), schemes, intensity, randomRate);
}

type Planned = { readonly at: number; readonly order: number } & ({ readonly entry: Entry } | { readonly followUp: FollowUp });

function* generate(world: World, schemes: readonly SchemeId[], intensity: number, randomRate: number): Generator<YearRecord, void, undefined> {
  const { calendar, declarations } = world;
  const dueOn = createOperations(world, schemes, intensity);
  const numbering = createNumbering(world.seed);
  const followUps = createTimeQueue<FollowUp>();
  let waiting: (DueConsignment | FollowUp)[] = [];
  for (let day = 0; day < calendar.days; day += 1) {
    const room = calendar.recordsUntil(day, declarations) - calendar.recordsUntil(day - 1, declarations);
    waiting.push(...followUps.take(day).map(({ value }) => value), ...dueOn(day));
    const today = planDay(world, day, room, waiting.slice(0, room));
    waiting = waiting.slice(room);
    for (const planned of today) {
      const made: Declared =
        "entry" in planned
          ? declareEntry(world, planned.entry, numbering, randomRate)
          : declareFollowUp(world, planned.followUp, planned.at, numbering, randomRate);
      for (const followUp of made.followUps) followUps.push(followUp.day, followUp);
      for (const record of made.records) yield deepFreeze(record);
    }
  }
}

/** Everything that is declared on a day, in order of time. */
function planDay(world: World, day: number, room: number, due: readonly (DueConsignment | FollowUp)[]): readonly Planned[] {
  const planned: Planned[] = [];
  const base = day * SERIALS_PER_DAY;
  for (const [at, one] of due.entries()) {
    const entry = planDue(world, day, base + FIRST_DUE + at, "placed" in one ? one : undefined);
    planned.push("placed" in one ? { at: entry.at, order: entry.serial, entry } : { at: entry.at, order: entry.serial, followUp: one });
  }
  let left = room - due.length;
  for (let serial = base; left > 0; serial += 1) {
    const entry = planOrdinary(world, day, serial, left);
    left -= entry.parts;
    planned.push({ at: entry.at, order: serial, entry });
  }
  return planned.sort((a, b) => a.at - b.at || a.order - b.order);
}

function checkInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isSafeInteger(value) || value < min || value > max)
    throw new RangeError(`${name}: expected an integer from ${min} to ${max}, received ${quote(value)}`);
}
