/**
 * An instant: RFC 3339 with an offset and at most milliseconds, `2026-11-21T08:30:00.000+07:00`.
 * Years 1900 to 2199; seconds 00 to 59 (a leap second is refused); the offset at most 14 hours.
 */
export type Instant = string;

/** A calendar date without time, `2026-11-21`. Years 1900 to 2199. */
export type CalendarDate = string;

/** Days since 1970-01-01 of a real calendar date, else `undefined`. */
export function parseDate(text: string): number | undefined {
  const days = daysAt(text);
  return days !== undefined && text.length === 10 ? days : undefined;
}

/** The instant parsed last: declarations are mostly assessed as of one moment, or many times as of theirs. */
const last: { text: string; at: number | undefined } = { text: "", at: undefined };

/** Milliseconds since 1970-01-01T00:00Z of a valid {@link Instant}, else `undefined`. */
export function parseInstant(text: string): number | undefined {
  if (text === last.text) return last.at;
  const at = readInstant(text);
  if (at !== undefined) {
    last.text = text;
    last.at = at;
  }
  return at;
}

function readInstant(text: string): number | undefined {
  const days = daysAt(text);
  if (days === undefined) return undefined;
  const hour = digitsAt(text, 11, 2);
  const minute = digitsAt(text, 14, 2);
  const second = digitsAt(text, 17, 2);
  if (hour === -1 || minute === -1 || second === -1 || hour > 23 || minute > 59 || second > 59) return undefined;
  if (text.charCodeAt(10) !== T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return undefined;
  let zone = 19;
  let millisecond = 0;
  if (text.charCodeAt(19) === DOT) {
    let scale = 100;
    for (zone = 20; zone < 23 && digitsAt(text, zone, 1) !== -1; zone += 1) {
      millisecond += scale * digitsAt(text, zone, 1);
      scale /= 10;
    }
    if (zone === 20) return undefined;
  }
  const offset = offsetMinutesAt(text, zone);
  return offset === undefined ? undefined : days * 86_400_000 + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond;
}

const [ZERO, DASH, PLUS, COLON, DOT, T, Z] = [0x30, 0x2d, 0x2b, 0x3a, 0x2e, 0x54, 0x5a];

/** The number that some decimal digits make, -1 if one of them is none. */
function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let index = start; index < start + length; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    // beyond the end there is NaN
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = 10 * value + digit;
  }
  return value;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days since 1970-01-01 of the calendar date that a text starts with. */
function daysAt(text: string): number | undefined {
  // code in plain JavaScript can give anything
  if (typeof text !== "string") return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const before = DAYS_BEFORE_MONTH[month - 1] ?? 0;
  const length = (DAYS_BEFORE_MONTH[month] ?? 0) - before + (isLeap && month === 2 ? 1 : 0);
  if (day > length) return undefined;
  const years = year - 1;
  // 719,162 days lie between 0001-01-01 and 1970-01-01
  const days = 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) - 719_162;
  return days + before + (isLeap && month > 2 ? 1 : 0) + day - 1;
}

/** Minutes east of UTC of an offset such as `+07:00` or `Z`, else `undefined`. */
export function offsetMinutes(offset: string): number | undefined {
  return typeof offset === "string" ? offsetMinutesAt(offset, 0) : undefined;
}

/** The offset that a text holds from a position to its end. */
function offsetMinutesAt(text: string, start: number): number | undefined {
  const sign = text.charCodeAt(start);
  if (sign === Z) return text.length === start + 1 ? 0 : undefined;
  const hours = digitsAt(text, start + 1, 2);
  const minutes = digitsAt(text, start + 4, 2);
  const isOffset = (sign === PLUS || sign === DASH) && hours !== -1 && text.charCodeAt(start + 3) === COLON && minutes !== -1 && text.length === start + 6;
  if (!isOffset || minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (sign === DASH ? -1 : 1) * (hours * 60 + minutes) + 0;
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
