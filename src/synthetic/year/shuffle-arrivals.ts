import { quote } from "../../core/issue.js";
import { createTimeQueue } from "../../history/time-queue.js";
import { createRandom } from "../random.js";
import { msOf } from "./instant-of.js";
import type { YearRecord } from "./year-record.js";

const STREAM_ARRIVAL = 24;
const MOST_HOURS = 2_400;
const HOUR_MS = 3_600_000;

/**
 * Records of a year as they arrive when each is under way for up to so many hours: an amendment may come before what it amends.
 * Only what is under way is kept.
 * @throws {RangeError} at once, if `hours` is not from 0 to 2,400
 */
export function shuffleArrivals(records: Iterable<YearRecord>, seed: number, hours: number): Generator<YearRecord, void, undefined> {
  if (!(hours >= 0 && hours <= MOST_HOURS)) throw new RangeError(`hours: expected a number from 0 to ${MOST_HOURS}, received ${quote(hours)}`);
  return hours === 0 ? inOrder(records) : shuffle(records, seed, hours * HOUR_MS);
}

function* inOrder(records: Iterable<YearRecord>): Generator<YearRecord, void, undefined> {
  yield* records;
}

function* shuffle(records: Iterable<YearRecord>, seed: number, longest: number): Generator<YearRecord, void, undefined> {
  const underWay = createTimeQueue<YearRecord>();
  let index = 0;
  for (const record of records) {
    const at = msOf(record.declaration.registeredAt);
    for (const { value } of underWay.take(at)) yield value;
    underWay.push(at + Math.floor(longest * createRandom(seed, index, STREAM_ARRIVAL).next()), record);
    index += 1;
  }
  for (const { value } of underWay.take(Number.MAX_VALUE)) yield value;
}
