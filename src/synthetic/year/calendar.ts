import { type CalendarDate, parseDate } from "../../core/instant.js";
import type { Random } from "../random.js";
import { nth } from "./nth.js";

/** The days of a synthetic year: how much trade each has, and moments on them. */
export interface Calendar {
  readonly days: number;
  /** How many of so many records come before the end of a day: all of them at the last. */
  readonly recordsUntil: (day: number, records: number) => number;
  /** A day at or soon after the one wanted, drawn as trade falls on days: hardly ever a Sunday or holiday. */
  readonly workingDay: (day: number, random: Random) => number;
  /** Milliseconds since 1970-01-01T00:00Z of 00:00 in Vietnam on a day; days before the first and after the last count on. */
  readonly startOf: (day: number) => number;
  /** A moment of a day: mostly office hours, some evenings, few nights. */
  readonly moment: (day: number, random: Random) => number;
}

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
/** Shares by weekday, Monday first; invented. */
const WEEKDAYS = [1, 1.02, 1, 1, 0.98, 0.55, 0.18] as const;
const HOLIDAY = 0.12;
/** The first day of the lunar year (from memory); trade rests a week around it and is brisk before. */
const LUNAR_NEW_YEARS = ["2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03"].map(
  (date) => parseDate(date) as number,
);
/** Fixed holidays of Vietnam, month and day (from memory). */
const HOLIDAYS: ReadonlySet<string> = new Set(["01-01", "04-30", "05-01", "09-02"]);

/** The calendar of so many days from a real date on. */
export function createCalendar(from: CalendarDate, days: number): Calendar {
  const first = parseDate(from) as number;
  const weights = Array.from({ length: days }, (_, day) => weightOf(first + day));
  let running = 0;
  const cumulative = weights.map((weight) => {
    running += weight;
    return running;
  });
  const startOf = (day: number): number => (first + day) * DAY_MS - OFFSET_MS;
  return {
    days,
    startOf,
    recordsUntil: (day, records) => (day >= days - 1 ? records : Math.round((records * (cumulative[day] ?? 0)) / running)),
    workingDay: (day, random) => {
      let at = day;
      while (!random.chance(weightOf(first + at) / 1.3)) at += 1;
      return at;
    },
    moment: (day, random) => startOf(day) + secondOfDay(random) * 1_000,
  };
}

function weightOf(day: number): number {
  const date = new Date(day * DAY_MS).toISOString().slice(5, 10);
  const sinceTet = Math.min(...LUNAR_NEW_YEARS.map((start) => (day - start >= -28 && day - start < 5 ? day - start : 99)));
  if (HOLIDAYS.has(date) || (sinceTet >= -2 && sinceTet < 5)) return HOLIDAY;
  const season = sinceTet < -2 ? 1.15 : date >= "09-15" && date < "12-20" ? 1.12 : 1;
  return season * nth(WEEKDAYS, (((day + 3) % 7) + 7) % 7);
}

function secondOfDay(random: Random): number {
  const shift = random.next();
  const hour = shift < 0.86 ? random.integer(7, 17) : shift < 0.96 ? random.integer(18, 21) : random.integer(22, 28) % 24;
  return hour * 3_600 + random.integer(0, 3_599);
}
