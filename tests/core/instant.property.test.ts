import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInForce, localHour, localWeekday, offsetMinutes, parseDate, parseInstant, startOfDayAfter, toPeriodMs } from "../../src/core/instant.js";

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/** Days since 1970-01-01 by counting, written apart from the code under test. */
function countDays(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let m = 1; m < month; m += 1) days += daysIn(year, m);
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365;
  for (let y = year; y < 1970; y += 1) days -= isLeap(y) ? 366 : 365;
  return days;
}

const parts = fc.record({ year: fc.integer({ min: 1890, max: 2210 }), month: fc.integer({ min: 0, max: 13 }), day: fc.integer({ min: 0, max: 32 }) });

describe("parseDate", () => {
  it("takes exactly the real dates of 1900 to 2199, as days since 1970", () => {
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const real = year >= 1900 && year <= 2199 && day >= 1 && day <= daysIn(year, month);
        expect(parseDate(`${pad(year, 4)}-${pad(month)}-${pad(day)}`)).toBe(real ? countDays(year, month, day) : undefined);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(["1970-01-01", "1900-01-01", "2199-12-31", "2000-02-29"])("takes %s", (text) => {
    expect(parseDate(text)).toBe(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
  });

  it.each([
    "1899-12-31",
    "2200-01-01",
    "2100-02-29",
    "2024-02-30",
    "0000-01-01",
    "01/02/2024",
    "+275760-09-13",
    "2024-1-1",
    "2024-01-01 ",
    "2024-01-01\n",
    "",
    "٢٠٢٤-01-01",
  ])("refuses %j", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe("parseInstant", () => {
  it("agrees with the platform on every RFC 3339 instant of its range", () => {
    const instant = fc
      .record({
        ms: fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2199, 11, 30) }),
        offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
        digits: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ ms, offset, digits }) => {
        const local = new Date(ms + offset * 60_000).toISOString();
        const fraction = digits === 0 ? "" : `.${local.slice(20, 20 + digits)}`;
        const sign = offset < 0 ? "-" : "+";
        const zone = `${sign}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
        return `${local.slice(0, 19)}${fraction}${zone}`;
      });
    fc.assert(
      fc.property(instant, (text) => {
        expect(parseInstant(text)).toBe(Date.parse(text));
        expect(localHour(text)).toBe(Number(text.slice(11, 13)));
        expect(localWeekday(text)).toBe(new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7);
      }),
      { numRuns: 1_000 },
    );
  });

  it("reads fractions of one to three digits as milliseconds", () => {
    expect(parseInstant("1970-01-01T00:00:00.5Z")).toBe(500);
    expect(parseInstant("1970-01-01T00:00:00.05Z")).toBe(50);
    expect(parseInstant("1970-01-01T00:00:00.005Z")).toBe(5);
    expect(parseInstant("1970-01-01T07:00:01+07:00")).toBe(1_000);
    expect(parseInstant("1969-12-31T23:59:59.999Z")).toBe(-1);
  });

  it.each([
    "2026-11-21T08:30:00",
    "2026-11-21 08:30:00Z",
    "2026-11-21T24:00:00Z",
    "2026-11-21T08:60:00Z",
    "2026-11-21T08:30:60Z",
    "2026-11-21T08:30:00.1234Z",
    "2026-11-21T08:30:00.Z",
    "2026-11-21T08:30Z",
    "2026-02-29T08:30:00Z",
    "2026-11-21T08:30:00+14:01",
    "2026-11-21T08:30:00+07:60",
    "2026-11-21T08:30:00z",
    "2026-11-21t08:30:00Z",
    "2026-11-21",
    "Infinity",
    " 2026-11-21T08:30:00Z",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it("takes the last second, minute and hour", () => {
    expect(parseInstant("2026-11-21T23:59:59.999Z")).toBe(Date.parse("2026-11-21T23:59:59.999Z"));
  });
});

describe("offsetMinutes", () => {
  it.each([
    ["Z", 0],
    ["+07:00", 420],
    ["-03:30", -210],
    ["+14:00", 840],
    ["-14:00", -840],
    ["+00:59", 59],
    ["-00:00", 0],
  ])("reads %s as %d minutes", (text, minutes) => {
    expect(Object.is(offsetMinutes(text), minutes)).toBe(true);
  });

  it.each(["+14:01", "-14:01", "+07:60", "+7:00", "07:00", "", "z", "+07:00 ", "x+07:00"])("refuses %j", (text) => {
    expect(offsetMinutes(text)).toBeUndefined();
  });
});

describe("localWeekday", () => {
  it("counts from Monday, 1, to Sunday, 7, also before 1970", () => {
    expect(["2026-11-16", "2026-11-21", "2026-11-22", "1969-12-31", "1900-01-01"].map((day) => localWeekday(`${day}T00:00:00Z`))).toEqual([1, 6, 7, 3, 1]);
  });
});

describe("startOfDayAfter", () => {
  it("is midnight of a later day in the instant's own offset", () => {
    expect(startOfDayAfter("2020-12-31T23:59:59.999+09:00", 2)).toBe("2021-01-02T00:00:00+09:00");
    expect(startOfDayAfter("2024-02-28T00:00:00Z", 1)).toBe("2024-02-29T00:00:00Z");
    expect(startOfDayAfter("2026-03-01T12:00:00-03:30", 0)).toBe("2026-03-01T00:00:00-03:30");
  });
});

describe("periods", () => {
  it("hold from their start up to their end, which they exclude, to the millisecond", () => {
    const period = toPeriodMs({ from: "2026-01-01T00:00:00Z", to: "2026-01-01T00:00:00.002Z" });
    const start = Date.UTC(2026, 0, 1);
    expect([-1, 0, 1, 2].map((ms) => isInForce(period, start + ms))).toEqual([false, true, true, false]);
  });

  it("have no end without one, and hold always without a period", () => {
    expect(toPeriodMs({ from: "1970-01-01T00:00:00.001Z" })).toEqual({ from: 1, to: Infinity });
    expect(toPeriodMs(undefined)).toEqual({ from: -Infinity, to: Infinity });
    expect(isInForce(toPeriodMs(undefined), Number.MIN_SAFE_INTEGER)).toBe(true);
  });

  it("never hold if an end is no instant", () => {
    expect(isInForce(toPeriodMs({ from: "yesterday" }), 0)).toBe(false);
    expect(isInForce(toPeriodMs({ from: "1960-01-01T00:00:00Z", to: "tomorrow" }), 0)).toBe(false);
  });
});
