import { describe, expect, it } from "vitest";
import { type Grading, weighGrading } from "../../src/intelligence/grading.js";

const SYSTEMS = {
  admiralty: { source: ["A", "B", "C", "D", "E"], information: ["1", "2", "3", "4", "5"], unknownSource: "F", unknownInformation: "6" },
  "3x5x2": { source: ["1", "2", "3"], information: ["A", "B", "C", "E"], unknownSource: undefined, unknownInformation: "D" },
  "4x4": { source: ["A", "B", "C"], information: ["1", "2", "3"], unknownSource: "X", unknownInformation: "4" },
} as const;

function points(system: string, source: string, information: string): number {
  return weighGrading({ system, source, information } as Grading).points;
}

describe("the weight of a grading", () => {
  it.each(Object.entries(SYSTEMS))("grows with reliability and credibility in %s", (system, { source, information }) => {
    for (const [at, one] of source.entries()) {
      for (const [place, other] of information.entries()) {
        const better = source[at - 1];
        const surer = information[place - 1];
        if (better !== undefined) expect(points(system, better, other)).toBeGreaterThan(points(system, one, other));
        if (surer !== undefined) expect(points(system, one, surer)).toBeGreaterThan(points(system, one, other));
      }
    }
  });

  it.each(Object.entries(SYSTEMS))(
    "is low where either cannot be judged in %s, never neutral",
    (system, { source, information, unknownSource, unknownInformation }) => {
      const unknown = [
        ...(unknownSource === undefined ? [] : information.map((known) => ({ source: unknownSource, information: known }))),
        ...source.map((known) => ({ source: known, information: unknownInformation })),
        { source: unknownSource ?? source[0], information: unknownInformation },
      ];
      for (const { source, information } of unknown) {
        const weight = weighGrading({ system, source, information } as Grading);
        expect(weight.confidence).toBe("low");
        expect(weight.points).toBeLessThanOrEqual(3);
      }
    },
  );

  it("is that of the documented table", () => {
    expect(weighGrading({ system: "none" })).toEqual({ confidence: "low", points: 0 });
    expect(weighGrading({ system: "admiralty", source: "A", information: "1" })).toEqual({ confidence: "high", points: 10 });
    expect(weighGrading({ system: "admiralty", source: "B", information: "3" })).toEqual({ confidence: "medium", points: 6 });
    expect(weighGrading({ system: "admiralty", source: "F", information: "6" })).toEqual({ confidence: "low", points: 0 });
    expect(weighGrading({ system: "admiralty", source: "C", information: "4" })).toEqual({ confidence: "low", points: 3 });
    expect(weighGrading({ system: "3x5x2", source: "1", information: "D" })).toEqual({ confidence: "low", points: 3 });
    expect(weighGrading({ system: "4x4", source: "A", information: "2" })).toEqual({ confidence: "high", points: 8 });
  });
});
