import { type CalendarDate, type Instant, parseInstant } from "../core/instant.js";
import { DAY_MS } from "./days.js";

// An offset can push an instant of the first or last day over the edge of the years that instants have.
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1) - 1;

// Histories ask for the same days and the same instant again and again: a day's text and the last answer are kept.
const dayTexts = new Map<number, string>();
let lastInstant = "";
let lastMoment: number | undefined;

/** A moment in milliseconds as an instant in UTC, without milliseconds where there are none; the year is 1900 to 2199. */
export function instantText(milliseconds: number): Instant {
  const day = Math.floor(milliseconds / DAY_MS);
  const inDay = milliseconds - day * DAY_MS;
  const seconds = Math.floor(inDay / 1000);
  const fraction = inDay - seconds * 1000;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${dayText(day)}T${time}${fraction === 0 ? "" : `.${String(fraction).padStart(3, "0")}`}Z`;
}

/** The milliseconds of an instant that {@link instantText} can write too; else `undefined`. */
export function momentOf(instant: Instant): number | undefined {
  if (instant === lastInstant) return lastMoment;
  const milliseconds = parseInstant(instant);
  lastMoment = milliseconds === undefined || milliseconds < EARLIEST || milliseconds > LATEST ? undefined : milliseconds;
  lastInstant = instant;
  return lastMoment;
}

/** A day, counted from 1970-01-01, as a date. */
export function dayText(day: number): CalendarDate {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  return text;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
