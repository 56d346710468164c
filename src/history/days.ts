/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The day of a moment: days since 1970-01-01, in UTC. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

/** The counts of one day: `day, declarations, inspected, findings`, four numbers for each day in one list, in order of the days. */
export type DayCounts = number[];

/** How many numbers a day takes in {@link DayCounts}. */
export const DAY_STRIDE = 4;

/** The position of the first day that is not before `day`. */
export function positionOfDay(days: DayCounts, day: number): number {
  let low = 0;
  let high = days.length / DAY_STRIDE;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle * DAY_STRIDE] ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low * DAY_STRIDE;
}

/** Counts one declaration on a day. */
export function countOnDay(days: DayCounts, day: number, inspected: number, findings: number): void {
  const at = positionOfDay(days, day);
  if (days[at] !== day) days.splice(at, 0, day, 0, 0, 0);
  days[at + 1] = (days[at + 1] ?? 0) + 1;
  days[at + 2] = (days[at + 2] ?? 0) + inspected;
  days[at + 3] = (days[at + 3] ?? 0) + findings;
}
