import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMicropoints } from "../../src/core/micropoints.js";
import { planThresholds, planThresholdsOrThrow } from "../../src/evaluation/plan-thresholds.js";

describe("planThresholds", () => {
  const scores = [50, 40, 40, 30, 20, 20, 20, 10].map((points) => points * 1_000_000);

  it("finds the lowest points that stay within the capacity of each channel", () => {
    const capacities = [
      { channel: "red", perDay: 1.5 },
      { channel: "yellow", perDay: 1 },
    ];
    expect(planThresholdsOrThrow({ scores, days: 2, capacities })).toEqual([
      { channel: "red", points: 40, micropoints: 40_000_000, declarations: 3, perDay: 1.5, capacityPerDay: 1.5 },
      { channel: "yellow", points: 30, micropoints: 30_000_000, declarations: 1, perDay: 0.5, capacityPerDay: 1 },
    ]);
  });

  it("does not divide equal scores: what does not fit stays below", () => {
    const [red] = planThresholdsOrThrow({ scores, days: 1, capacities: [{ channel: "red", perDay: 2 }] });
    expect(red).toMatchObject({ micropoints: 50_000_000, declarations: 1 });
  });

  it("puts the threshold above all where nothing fits", () => {
    const [red, yellow] = planThresholdsOrThrow({
      scores: [5, 5, 3],
      days: 1,
      capacities: [
        { channel: "red", perDay: 1 },
        { channel: "yellow", perDay: 2 },
      ],
    });
    expect(red).toMatchObject({ micropoints: 6, declarations: 0 });
    expect(yellow).toMatchObject({ micropoints: 5, declarations: 2 });
  });

  it("leaves nothing for a lower channel where the higher one can take all", () => {
    const capacities = ["red", "yellow"].map((channel) => ({ channel, perDay: 100 }));
    expect(planThresholdsOrThrow({ scores, days: 1, capacities })).toMatchObject([{ declarations: 8 }, { declarations: 0, points: 10 }]);
  });

  it("keeps what the thresholds select within the capacities, and could not go lower", () => {
    const list = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 5 }), (values, forRed, forYellow, days) => {
        const plan = planThresholdsOrThrow({
          scores: values,
          days,
          capacities: [
            { channel: "red", perDay: forRed },
            { channel: "yellow", perDay: forYellow },
          ],
        });
        const [red, yellow] = plan.map((threshold) => toMicropoints(threshold.points));
        const reach = (least = 0) => values.filter((score) => score >= least).length;
        const lower = (least = 0) => Math.max(...values.filter((score) => score < least));
        expect(reach(red)).toBe(plan[0]?.declarations);
        expect(reach(yellow) - reach(red)).toBe(plan[1]?.declarations);
        expect(reach(red)).toBeLessThanOrEqual(forRed * days);
        expect(reach(yellow) - reach(red)).toBeLessThanOrEqual(forYellow * days);
        if (lower(red) > -Infinity) expect(reach(lower(red))).toBeGreaterThan(forRed * days);
        if (lower(yellow) > -Infinity) expect(reach(lower(yellow)) - reach(red)).toBeGreaterThan(forYellow * days);
      }),
    );
  });

  it.each([
    [{ scores: [], days: 1, capacities: [] }],
    [{ scores: [1], days: 0, capacities: [] }],
    [{ scores: [1], days: 1, capacities: [{ channel: "red", perDay: -1 }] }],
    [{ scores: [1.5], days: 1, capacities: [] }],
  ])("refuses %j", (plan) => {
    expect(planThresholds(plan).ok).toBe(false);
    expect(() => planThresholdsOrThrow(plan)).toThrow();
  });
});
