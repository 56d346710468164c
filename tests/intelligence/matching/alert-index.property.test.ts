import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alert } from "../../../src/intelligence/alert.js";
import { createAlertIndex } from "../../../src/intelligence/matching/alert-index.js";
import { AT, makeAlert, makeDeclaration, USE } from "../support.js";

const NAMES = ["Dai Phat Logistics", "Công ty Đại Phát Logistics", "Hoang Long Trading", "Hoang Lan Trading", "Nguyen Van A"];
const subject = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => ({ type: "company", names: [name] })),
  fc.constantFrom("2933", "30", "0901").map((prefix) => ({ type: "hs", prefixes: [prefix] })),
  fc.constantFrom("LA", "CN").map((departureCountryCode) => ({ type: "route", departureCountryCode })),
  fc.constant({ type: "container", values: ["CSQU3054383"] }),
  fc.constant({ type: "address", values: ["12 Nguyen Hue, Q1"] }),
);
const alert: fc.Arbitrary<Alert> = fc
  .record({
    id: fc.constantFrom("A", "B", "C", "D", "E", "F"),
    subjects: fc.array(subject, { minLength: 1, maxLength: 3 }),
    combine: fc.constantFrom("any", "all"),
    validUntil: fc.constantFrom("2026-02-15T00:00:00Z", "2026-06-01T00:00:00Z"),
  })
  .map(makeAlert);
const declaration = fc
  .record({ name: fc.constantFrom(...NAMES), departureCountryCode: fc.constantFrom("LA", "CN", "TH"), hsCode: fc.constantFrom("293339", "300490", "090111") })
  .map(({ name, departureCountryCode, hsCode }) =>
    makeDeclaration({
      parties: { importer: { name, address: "12 Nguyễn Huệ, Quận 1" } },
      transport: { departureCountryCode, equipment: [{ id: "CSQU3054383" }] },
      items: [
        { lineNumber: 1, hsCode },
        { lineNumber: 2, hsCode: "090111" },
      ],
    }),
  );
const step = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), alert }),
  fc.record({ kind: fc.constant("remove" as const), id: fc.constantFrom("A", "B", "C") }),
  fc.record({ kind: fc.constant("revoke" as const), id: fc.constantFrom("A", "B", "C"), at: fc.constantFrom("2026-02-20T00:00:00Z", "2026-04-01T00:00:00Z") }),
);

describe("an index that is changed step by step", () => {
  it("gives what an index gives that is made of the alerts that are left, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(alert, { maxLength: 6 }), fc.array(step, { maxLength: 8 }), declaration, (start, steps, subject) => {
        const index = createAlertIndex(start, USE);
        const left = new Map(start.map((one) => [one.id, one]));
        for (const one of steps) {
          index.matches(subject, AT);
          if (one.kind === "add") {
            index.add(one.alert);
            left.set(one.alert.id, one.alert);
          } else if (one.kind === "remove") expect(index.remove(one.id)).toBe(left.delete(one.id));
          else {
            const known = left.get(one.id);
            expect(index.revoke(one.id, one.at)).toBe(known !== undefined);
            if (known !== undefined) left.set(one.id, { ...known, revokedAt: one.at });
          }
        }
        expect(index.matches(subject, AT)).toEqual(createAlertIndex([...left.values()].reverse(), USE).matches(subject, AT));
      }),
      { numRuns: 200 },
    );
  });

  it("gives every alert what it gives it alone", () => {
    fc.assert(
      fc.property(fc.uniqueArray(alert, { selector: ({ id }) => id }), declaration, (alerts, subject) => {
        const alone = [...alerts].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((one) => createAlertIndex([one], USE).matches(subject, AT));
        expect(createAlertIndex(alerts, USE).matches(subject, AT)).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});
