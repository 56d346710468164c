/** What one family says of one key beside that it was seen: whether inspected and whether with a finding. */
export const INSPECTED = 1;
export const FOUND = 2;
const MARKS = 4;

/**
 * That a family was seen under a key: the moment in milliseconds and the mark in one number, in order of the moments.
 * Most keys are seen once or twice, and a list of numbers takes a fraction of the room of a list of objects.
 */
export type Sighting = number;

export function sightingOf(seenAt: number, mark: number): Sighting {
  return seenAt * MARKS + mark;
}

/** When: milliseconds. An infinity stays what it is. */
export function momentOfSighting(sighting: Sighting): number {
  return Math.floor(sighting / MARKS);
}

/** The mark: {@link INSPECTED} and {@link FOUND}. */
export function markOfSighting(sighting: Sighting): number {
  return sighting - momentOfSighting(sighting) * MARKS;
}

/** The index of the first of some sorted sightings that is not before `sighting`. */
export function lowerBound(sightings: readonly Sighting[], sighting: Sighting): number {
  let low = 0;
  let high = sightings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sightings[middle] ?? Infinity) < sighting) low = middle + 1;
    else high = middle;
  }
  return low;
}
