import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHistory } from "../../../src/history/create-history.js";
import { eventOf } from "../../../src/history/event-of.js";
import { parseConsignment, parseDeclaration } from "../../../src/model/parse.js";
import { generateYear, shuffleArrivals, type YearOptions } from "../../../src/synthetic/index.js";
import { ALL } from "./sample.js";

const options: fc.Arbitrary<YearOptions> = fc.record({
  seed: fc.maxSafeNat(),
  declarations: fc.integer({ min: 1, max: 120 }),
  from: fc.date({ min: new Date("1930-01-01"), max: new Date("2189-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  days: fc.integer({ min: 1, max: 900 }),
  schemes: fc.subarray([...ALL]),
  intensity: fc.double({ min: 0, max: 20, noNaN: true }),
  randomRate: fc.double({ min: 0.01, max: 1, noNaN: true }),
});

describe("generateYear", () => {
  it("gives, whatever the options, as many records as asked for, each valid and known to nobody before its time", () => {
    fc.assert(
      fc.property(options, (drawn) => {
        const records = [...generateYear(drawn)];
        expect(records).toHaveLength(drawn.declarations);
        for (const { declaration, consignments, outcome } of records) {
          expect(parseDeclaration(declaration)).toMatchObject({ ok: true });
          for (const consignment of consignments) expect(parseConsignment(consignment)).toMatchObject({ ok: true });
          if (outcome !== undefined) expect(Date.parse(outcome.knownAt)).toBeGreaterThan(Date.parse(declaration.registeredAt));
        }
      }),
      { numRuns: 25 },
    );
  });

  it("gives events and outcomes that history takes, in whatever order they arrive within its lateness, and counts each family once", () => {
    fc.assert(
      fc.property(options, fc.integer({ min: 0, max: 160 }), (drawn, hours) => {
        const history = createHistory({ latenessDays: 7 });
        const families = new Set<string>();
        for (const { declaration, outcome, truth } of shuffleArrivals(generateYear(drawn), drawn.seed, hours)) {
          expect(history.observe(eventOf(declaration))).toEqual({ ok: true, value: "added" });
          if (outcome !== undefined) expect(history.recordOutcome(outcome)).toEqual({ ok: true, value: "added" });
          families.add(truth.familyId);
        }
        expect(history.statistics().families).toBe(families.size);
      }),
      { numRuns: 15 },
    );
  });
});
