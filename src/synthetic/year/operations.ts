import { createRandom } from "../random.js";
import { ALL_SCHEMES } from "./schemes/all-schemes.js";
import type { Plot, Scheme, SchemeId } from "./schemes/scheme.js";
import type { World } from "./world.js";

const STREAM_OPERATION = 13;

/** A plot with what it belongs to; its index stays whatever schemes are planted. */
export interface PlacedPlot {
  readonly index: number;
  readonly plot: Plot;
  readonly scheme: Scheme;
  /** For honest trade: what it looks like. */
  readonly variety?: string;
}

/** A consignment of an operation that falls on a day. */
export interface DueConsignment {
  readonly placed: PlacedPlot;
  readonly operation: number;
  readonly index: number;
  readonly size: number;
  readonly since: number;
}

const PLOTS: readonly PlacedPlot[] = ALL_SCHEMES.flatMap((scheme) => [
  { plot: scheme.plot, scheme },
  ...scheme.nearMisses.map((plot) => ({ plot, scheme, variety: plot.variety })),
]).map((placed, index) => ({ ...placed, index }));

/** The number of an operation among those of all plots. */
export function operationSerial(plot: number, operation: number): number {
  return plot * 10_000_000 + operation;
}

/** Gives the consignments of all operations day by day; only those of operations under way are kept. */
export function createOperations(world: World, schemes: readonly SchemeId[], intensity: number): (day: number) => readonly DueConsignment[] {
  const buckets = new Map<number, DueConsignment[]>();
  const cursors = PLOTS.filter(({ scheme }) => schemes.includes(scheme.id)).map((placed) => startsOf(world, placed, intensity));
  return (day) => {
    for (const starts of cursors) {
      for (let next = starts(day); next !== undefined; next = starts(day)) plan(world, next.placed, next.operation, next.start, buckets);
    }
    const due = buckets.get(day) ?? [];
    buckets.delete(day);
    return due;
  };
}

interface Start {
  readonly placed: PlacedPlot;
  readonly operation: number;
  readonly start: number;
}

/** Gives one after the other the operations of a plot that begin on or before a day: evenly over the year, some under way when it begins. */
function startsOf({ seed, declarations, calendar: { days } }: World, placed: PlacedPlot, intensity: number): (day: number) => Start | undefined {
  const { share, meanSize, spanDays } = placed.plot;
  const length = days + spanDays;
  const count = Math.round(((share * intensity * declarations) / meanSize) * (length / days));
  let operation = 0;
  return (day) => {
    if (operation >= count) return undefined;
    const random = createRandom(seed, operationSerial(placed.index, operation), STREAM_OPERATION);
    const start = Math.floor(((operation + random.next()) * length) / count) - spanDays;
    if (start > day) return undefined;
    operation += 1;
    return { placed, operation: operation - 1, start };
  };
}

function plan(world: World, placed: PlacedPlot, operation: number, start: number, buckets: Map<number, DueConsignment[]>): void {
  const random = createRandom(world.seed, operationSerial(placed.index, operation), STREAM_OPERATION + 1);
  const days = placed.plot.plan(random).map((offset) => world.calendar.workingDay(start + offset, random));
  days.sort((a, b) => a - b);
  for (const [index, day] of days.entries()) {
    if (day < 0) continue;
    const due = { placed, operation, index, size: days.length, since: start };
    const bucket = buckets.get(day);
    if (bucket === undefined) buckets.set(day, [due]);
    else bucket.push(due);
  }
}
