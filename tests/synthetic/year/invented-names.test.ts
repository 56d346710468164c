import { describe, expect, it } from "vitest";
import { parseInstant } from "../../../src/core/instant.js";
import { airWaybillNumber } from "../../../src/model/identifiers/air-waybill-number.js";
import { identifierFault } from "../../../src/model/identifiers/identifier.js";
import { postalItemNumber } from "../../../src/model/identifiers/postal-item-number.js";
import { createRandom } from "../../../src/synthetic/random.js";
import { airWaybill, billDigits, postalNumber } from "../../../src/synthetic/year/bill-numbers.js";
import { createCalendar } from "../../../src/synthetic/year/calendar.js";
import { inventAddress, inventPhone, spellAddress, spellName, spellPhone } from "../../../src/synthetic/year/contacts.js";
import { dateOf, instantOf } from "../../../src/synthetic/year/instant-of.js";
import { foreignCompanyName, foreignPersonName, vietnameseCompanyName, vietnamesePersonName } from "../../../src/synthetic/year/names.js";
import { amendedNumber, createNumbering } from "../../../src/synthetic/year/numbering.js";
import { scramble } from "../../../src/synthetic/year/scramble.js";

const random = createRandom(1, 2, 3);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe("scramble", () => {
  it("gives every number once, and neighbours far from each other", () => {
    const mixed = upTo(600).map((serial) => scramble(serial, { high: 30, low: 20 }, 5));
    expect([...mixed].sort((a, b) => a - b)).toEqual(upTo(600));
    expect(mixed.filter((value, at) => Math.abs(value - (mixed[at + 1] ?? 0)) < 3).length).toBeLessThan(20);
  });
});

describe("the numbers of documents", () => {
  it("have right check digits and differ", () => {
    const bills = upTo(500).map((serial) => billDigits(serial));
    expect(new Set(bills).size).toBe(500);
    expect(bills.every((digits) => /^\d{10}$/.test(digits))).toBe(true);
    for (const serial of upTo(200)) {
      expect(identifierFault(airWaybillNumber, airWaybill(serial))).toBeUndefined();
      expect(identifierFault(postalItemNumber, postalNumber("EE", serial, "DE"))).toBeUndefined();
    }
  });

  it("go on in order for each direction, and count amendments in their last digit", () => {
    const next = createNumbering(8);
    const numbers = upTo(50).map(() => next("import"));
    expect(numbers.every((number) => /^10\d{9}0$/.test(number))).toBe(true);
    expect([...numbers].sort()).toEqual(numbers);
    expect([next("export").slice(0, 2), next("transit").slice(0, 2)]).toEqual(["30", "50"]);
    expect(amendedNumber("101234567890", 2)).toBe("101234567892");
  });
});

describe("invented names", () => {
  it("hardly repeat, and are the same for the same serial", () => {
    expect(new Set(upTo(2_000).map((serial) => vietnameseCompanyName(serial))).size).toBeGreaterThan(1_990);
    expect(vietnameseCompanyName(77)).toBe(vietnameseCompanyName(77));
    expect(new Set(upTo(300).map((serial) => vietnamesePersonName(serial))).size).toBeGreaterThan(290);
  });

  it("are in Latin letters abroad, with an ending of the country where it has one", () => {
    for (const country of ["CN", "KR", "JP", "TH", "DE", "BR"]) {
      for (const serial of upTo(20)) {
        expect(foreignCompanyName(country, serial)).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)? [A-Z]/);
        expect(foreignPersonName(country, serial)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      }
    }
    expect(upTo(20).every((serial) => /GmbH$/.test(foreignCompanyName("DE", serial)))).toBe(true);
  });
});

describe("ways to write", () => {
  it("an address, a telephone and a name differ in writing and not in what they say", () => {
    const address = inventAddress(random, "service");
    const digits = inventPhone(random);
    expect(new Set(upTo(5).map((way) => spellAddress(address, way))).size).toBe(5);
    expect(new Set(upTo(4).map((way) => spellPhone(digits, way))).size).toBe(4);
    for (const way of upTo(4)) expect(spellPhone(digits, way).replace(/\D/g, "").slice(-9)).toBe(digits);
    const names = upTo(5).map((way) => spellName("Hạnh Quân", way));
    expect(names.slice(0, 3)).toEqual(["Hạnh Quân", "Hanh Quan", "HANH QUAN"]);
    expect(names.slice(3).map((name) => name.length)).toEqual([10, 8]);
  });

  it("an address says what kind of place it is", () => {
    expect(inventAddress(random, "industrial")).toMatch(/^Lô [A-L]\d+, /);
    expect(inventAddress(random, "street")).toMatch(/^Số \d/);
    expect(inventAddress(random, "service")).toMatch(/^Tầng \d/);
  });
});

describe("the calendar", () => {
  const calendar = createCalendar("2026-01-01", 365);
  const share = (day: number): number => calendar.recordsUntil(day, 1_000_000) - calendar.recordsUntil(day - 1, 1_000_000);

  it("spreads all records over the days, few on Sundays and at the lunar new year, more in autumn", () => {
    expect(upTo(365).reduce((sum, day) => sum + share(day), 0)).toBe(1_000_000);
    const [sunday, monday, autumn, newYear] = [150, 151, 277, 47].map(share) as [number, number, number, number];
    expect(new Date(calendar.startOf(150) + 7 * 3_600_000).getUTCDay()).toBe(0);
    expect(dateOf(calendar.startOf(47))).toBe("2026-02-17");
    expect(sunday).toBeLessThan(0.25 * monday);
    expect(newYear).toBeLessThan(0.15 * monday);
    expect(autumn).toBeGreaterThan(1.05 * monday);
  });

  it("draws working days at or after the one wanted, and moments within their day", () => {
    for (const _ of upTo(200)) {
      const day = calendar.workingDay(47, random);
      expect(day).toBeGreaterThanOrEqual(47);
      const at = calendar.moment(day, random);
      expect([at >= calendar.startOf(day), at < calendar.startOf(day + 1)]).toEqual([true, true]);
    }
  });

  it("tells time at the offset of Vietnam", () => {
    expect(instantOf(parseInstant("2026-03-01T17:00:00.900Z") ?? 0)).toBe("2026-03-02T00:00:00+07:00");
    expect(dateOf(parseInstant("2026-03-01T17:00:00Z") ?? 0)).toBe("2026-03-02");
  });
});
