import type { CalendarDate, Instant } from "../../core/instant.js";

const OFFSET_MS = 7 * 3_600_000;

/** A moment in milliseconds as an instant of Vietnam, to the second: `2026-11-21T08:30:00+07:00`. */
export function instantOf(ms: number): Instant {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

/** The milliseconds of an instant that this generator wrote. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The date in Vietnam of a moment in milliseconds. */
export function dateOf(ms: number): CalendarDate {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10);
}
