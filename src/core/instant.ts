/**
 * An instant: RFC 3339 with an offset and at most milliseconds, `2026-11-21T08:30:00.000+07:00`.
 * Years 1900 to 2199; seconds 00 to 59 (a leap second is refused); the offset at most 14 hours.
 */
export type Instant = string;

/** A calendar date without time, `2026-11-21`. Years 1900 to 2199. */
export type CalendarDate = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(Z|([+-])(\d{2}):(\d{2}))$/;

/** Days since 1970-01-01 of a real calendar date, else `undefined`. */
export function parseDate(text: string): number | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  const milliseconds = Date.UTC(year, month - 1, day);
  const rolled = new Date(milliseconds);
  return rolled.getUTCMonth() === month - 1 && rolled.getUTCDate() === day ? milliseconds / 86_400_000 : undefined;
}

/** Milliseconds since 1970-01-01T00:00Z of a valid {@link Instant}, else `undefined`. */
export function parseInstant(text: string): number | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const days = parseDate(match[1] ?? "");
  const hour = Number(match[2]);
  const minute = Number(match[3]);
  const second = Number(match[4]);
  const millisecond = Number((match[5] ?? "").padEnd(3, "0"));
  const offset = offsetMinutes(match[6] ?? "");
  if (days === undefined || offset === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return days * 86_400_000 + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond;
}

/** Minutes east of UTC of an offset such as `+07:00` or `Z`, else `undefined`. */
export function offsetMinutes(offset: string): number | undefined {
  if (offset === "Z") return 0;
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (Number(match[3]) > 59 || minutes > 14 * 60) return undefined;
  return (match[1] === "-" ? -minutes : minutes) + 0;
}

/** The hour of day, 0 to 23, that a valid instant shows in its own offset. */
export function localHour(instant: Instant): number {
  return Number(instant.slice(11, 13));
}

/** The day of the week, 1 (Monday) to 7 (Sunday), that a valid instant shows in its own offset (ISO 8601). */
export function localWeekday(instant: Instant): number {
  const days = parseDate(instant.slice(0, 10)) ?? 0;
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** 00:00, in the offset of a valid instant, of the day so many days after its own: `2021-01-02T00:00:00+09:00`. */
export function startOfDayAfter(instant: Instant, days: number): Instant {
  const day = (parseDate(instant.slice(0, 10)) ?? 0) + days;
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(instant)?.[0] ?? "Z";
  return `${new Date(day * 86_400_000).toISOString().slice(0, 10)}T00:00:00${offset}`;
}

/** A half-open period: in force iff `from <= asOf < to`, to the millisecond; without `to` it has no end. */
export interface Period {
  readonly from: Instant;
  readonly to?: Instant;
}

/** A {@link Period} in milliseconds; an open end is `Infinity`. */
export interface PeriodMs {
  readonly from: number;
  readonly to: number;
}

/** A period as milliseconds; without a period, all of time. Both ends are valid instants. */
export function toPeriodMs(period: Period | undefined): PeriodMs {
  if (period === undefined) return { from: -Infinity, to: Infinity };
  return {
    from: parseInstant(period.from) ?? Number.NaN,
    to: period.to === undefined ? Infinity : (parseInstant(period.to) ?? Number.NaN),
  };
}

/** Whether a moment lies in a half-open period. */
export function isInForce(period: PeriodMs, at: number): boolean {
  return period.from <= at && at < period.to;
}
