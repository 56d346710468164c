import { describe, expect, it } from "vitest";
import {
  formatCount,
  formatCutoff,
  formatDay,
  formatDecimal,
  formatInstant,
  formatInterval,
  formatPointsShort,
  formatShare,
  plural,
} from "../../../src/evaluation/report/format.js";

describe("numbers in a report", () => {
  it("are the same everywhere: commas between thousands, a true minus, no locale", () => {
    expect([formatCount(0), formatCount(999), formatCount(1234567), formatCount(-1000), formatCount(12345.67)]).toEqual([
      "0",
      "999",
      "1,234,567",
      "−1,000",
      "12,345.7",
    ]);
    expect([formatShare(0.12345), formatShare(1), formatShare(0)]).toEqual(["12.3%", "100.0%", "0.0%"]);
    expect([formatDecimal(0.68649, 3), formatDecimal(-1.5, 1)]).toEqual(["0.686", "−1.5"]);
    expect([formatPointsShort(2.954), formatPointsShort(-3.48), formatPointsShort(-0.001), formatPointsShort(0)]).toEqual(["+2.95", "−3.48", "0.00", "0.00"]);
  });

  it("are a dash where there is none", () => {
    expect([formatCount(undefined), formatShare(undefined), formatDecimal(undefined, 2), formatPointsShort(undefined), formatInterval(undefined)]).toEqual(
      Array(5).fill("–"),
    );
    expect(formatInterval({ lower: 0.1, upper: undefined })).toBe("–");
  });

  it("go with their words", () => {
    expect(formatInterval({ lower: 0.1, upper: 0.25 })).toBe("10.0% to 25.0%");
    expect([formatCutoff({ share: 0.025 }), formatCutoff({ share: 0.07 }), formatCutoff({ count: 1500 })]).toEqual(["top 2.5%", "top 7%", "top 1,500"]);
    expect([plural(1, "finding", "findings"), plural(0, "finding", "findings")]).toEqual(["1 finding", "0 findings"]);
  });

  it("leave instants at their own offset", () => {
    expect(formatInstant("2026-03-01T08:30:15.250+07:00")).toBe("2026-03-01 08:30 +07:00");
    expect(formatDay("2026-03-01T23:30:00-05:00")).toBe("2026-03-01");
  });
});
