import { expect, test } from "vitest";
import { smoothedFindingRate } from "../../src/history/finding-rate.js";

test("a rate is smoothed by ten clean inspections unless told", () => {
  expect(smoothedFindingRate({ inspected: 0, findings: 0 })).toBe(0);
  expect(smoothedFindingRate({ inspected: 1, findings: 1 })).toBe(1 / 11);
  expect(smoothedFindingRate({ inspected: 90, findings: 45 })).toBe(0.45);
});

test("it can be drawn to a prior rate instead, as strongly as wanted", () => {
  expect(smoothedFindingRate({ inspected: 0, findings: 0 }, { prior: 0.2 })).toBe(0.2);
  expect(smoothedFindingRate({ inspected: 10, findings: 5 }, { adjustment: 10, prior: 0.1 })).toBe(0.3);
  expect(smoothedFindingRate({ inspected: 4, findings: 1 }, { adjustment: 0 })).toBe(0.25);
  expect(smoothedFindingRate({ inspected: 0, findings: 0 }, { adjustment: 0 })).toBe(0);
});
