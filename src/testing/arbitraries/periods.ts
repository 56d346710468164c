import fc from "fast-check";
import type { Instant, Period } from "../../core/instant.js";

/** Instants in order, some a millisecond apart, some the same moment in another offset. */
export const INSTANTS: readonly Instant[] = [
  "2025-12-31T23:59:59.999Z",
  "2026-01-01T00:00:00Z",
  "2026-01-01T07:00:00.001+07:00",
  "2026-06-30T12:00:00+02:00",
  "2026-11-21T08:29:59.999+07:00",
  "2026-11-21T08:30:00+07:00",
];

/** A period that starts and ends at instants of {@link INSTANTS}, or is open. */
export const period: fc.Arbitrary<Period> = fc.tuple(fc.nat({ max: INSTANTS.length - 2 }), fc.nat({ max: INSTANTS.length })).map(([start, length]) => {
  const from = INSTANTS[start] ?? "";
  const to = INSTANTS[start + 1 + length];
  return to === undefined ? { from } : { from, to };
});
