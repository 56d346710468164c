import { describe, expect, it } from "vitest";
import { parseInstant } from "../../../src/core/instant.js";
import { generateYear, shuffleArrivals } from "../../../src/synthetic/index.js";

const options = { seed: 5, declarations: 600, days: 20 };
const inOrder = [...generateYear(options)].map(({ declaration }) => declaration);
const shuffled = [...shuffleArrivals(generateYear(options), 9, 72)].map(({ declaration }) => declaration);

describe("shuffleArrivals", () => {
  it("loses and adds nothing", () => {
    expect(shuffled.map(({ id }) => id).sort()).toEqual(inOrder.map(({ id }) => id).sort());
  });

  it("lets no record arrive after one that was registered so many hours later, and some after one registered later", () => {
    let latest = 0;
    let delayed = 0;
    for (const { registeredAt } of shuffled) {
      const at = parseInstant(registeredAt) ?? Number.NaN;
      expect(latest - at).toBeLessThanOrEqual(72 * 3_600_000);
      if (at < latest) delayed += 1;
      latest = Math.max(latest, at);
    }
    expect(delayed).toBeGreaterThan(200);
  });

  it("gives the same order for the same seed, and another for another", () => {
    const order = (seed: number): readonly string[] => [...shuffleArrivals(generateYear(options), seed, 72)].map(({ declaration }) => declaration.id);
    expect(order(9)).toEqual(shuffled.map(({ id }) => id));
    expect(order(10)).not.toEqual(order(9));
  });

  it("leaves the order as it is for 0 hours", () => {
    expect([...shuffleArrivals(generateYear(options), 9, 0)].map(({ declaration }) => declaration.id)).toEqual(inOrder.map(({ id }) => id));
  });

  it("asks for a record when one is wanted and no earlier than it must", () => {
    const first = shuffleArrivals(generateYear({ seed: 1, declarations: 10_000_000 }), 1, 1).next();
    expect(first.done).toBe(false);
  });

  it.each([-1, 2_401, Number.NaN])("refuses %d hours at once", (hours) => {
    expect(() => shuffleArrivals([], 1, hours)).toThrow(RangeError);
  });
});
