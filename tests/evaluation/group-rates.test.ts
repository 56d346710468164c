import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/core/wilson.js";
import { type GroupedCase, groupRates, groupRatesOrThrow } from "../../src/evaluation/group-rates.js";

function group(name: string, size: number, inspected = 0, findings = 0): readonly GroupedCase[] {
  return Array.from({ length: size }, (_, index) => ({
    group: name,
    selected: index < inspected,
    ...(index < inspected ? { label: index < findings ? 1 : 0 } : {}),
  }));
}

describe("groupRates", () => {
  it("gives selection and hit rates with their intervals, by name", () => {
    const report = groupRatesOrThrow([...group("VN", 40, 20, 5), ...group("CN", 30, 12, 6)]);
    expect(report.minimum).toBe(10);
    expect(report.suppressed).toBeUndefined();
    expect(report.groups).toEqual([
      {
        group: "CN",
        declarations: 30,
        selected: 12,
        selectionRate: { rate: 0.4, ...wilsonInterval(12, 30) },
        hitRate: { rate: 0.5, ...wilsonInterval(6, 12) },
        inspected: 12,
        findings: 6,
      },
      {
        group: "VN",
        declarations: 40,
        selected: 20,
        selectionRate: { rate: 0.5, ...wilsonInterval(20, 40) },
        hitRate: { rate: 0.25, ...wilsonInterval(5, 20) },
        inspected: 20,
        findings: 5,
      },
    ]);
  });

  it("does not show a hit rate of fewer inspections than the minimum", () => {
    expect(groupRatesOrThrow(group("VN", 40, 9, 5)).groups[0]).toMatchObject({ selected: 9, hitRate: undefined, inspected: undefined, findings: undefined });
  });

  it("merges small groups, and a larger one with a single small one", () => {
    const merged = groupRatesOrThrow([...group("A", 9), ...group("B", 8), ...group("C", 40)]);
    expect(merged.groups.map((shown) => shown.group)).toEqual(["C"]);
    expect(merged.suppressed).toMatchObject({ groups: 2, declarations: 17 });
    const joined = groupRatesOrThrow([...group("A", 9), ...group("B", 30), ...group("C", 40)]);
    expect(joined.groups.map((shown) => shown.group)).toEqual(["C"]);
    expect(joined.suppressed).toMatchObject({ groups: 2, declarations: 39 });
    const few = groupRatesOrThrow([...group("A", 2), ...group("B", 3), ...group("C", 40), ...group("D", 50)]);
    expect(few.groups.map((shown) => shown.group)).toEqual(["D"]);
    expect(few.suppressed).toMatchObject({ groups: 3, declarations: 45 });
  });

  it("shows nothing where there is nothing large enough", () => {
    expect(groupRatesOrThrow(group("A", 9))).toEqual({ minimum: 10, groups: [], suppressed: undefined });
    expect(groupRatesOrThrow([])).toEqual({ minimum: 10, groups: [], suppressed: undefined });
  });

  it("never shows a number about fewer than the minimum, nor one group as what is left of the total", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 15 }), (counts, minimum) => {
        const report = groupRatesOrThrow(
          counts.flatMap((count, index) => group(`g${index}`, count)),
          minimum,
        );
        for (const shown of report.groups) expect(shown.declarations).toBeGreaterThanOrEqual(minimum);
        const hidden = counts.length - report.groups.length;
        if (report.groups.length > 0) expect(hidden).not.toBe(1);
        if (report.suppressed !== undefined) expect(report.suppressed.declarations).toBeGreaterThanOrEqual(minimum);
        else if (report.groups.length > 0) expect(hidden).toBe(0);
      }),
    );
  });

  it("refuses labels and minimums that are none", () => {
    expect(groupRates([{ group: "A", selected: true, label: 2 }]).ok).toBe(false);
    expect(groupRates([], 0).ok).toBe(false);
    expect(() => groupRatesOrThrow([], 0.5)).toThrow("at least 1");
  });
});
