import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { aggregateSeizures } from "../../src/intelligence/aggregate-seizures.js";
import { parseSeizure, parseSeizureOrThrow, redactSeizure } from "../../src/intelligence/read-seizure.js";
import type { NominalSeizure } from "../../src/intelligence/seizure.js";
import { expectRefusal } from "../hostile/support.js";
import { isDeepFrozen } from "../support/frozen.js";

const PLAIN = {
  kind: "nonNominal",
  id: "S-1",
  reportedBy: "VN-CUSTOMS",
  seizedAt: "2026-01-10T00:00:00Z",
  knownAt: "2026-01-12T00:00:00Z",
  departureCountryCode: "LA",
  destinationCountryCode: "VN",
  hsCode: "293339",
  commodity: "ketamine",
  quantity: { amount: 12.5, unit: "KGM" },
  concealment: "false floor",
  transportMode: "road",
};
const NOMINAL = { ...PLAIN, kind: "nominal", subjects: [{ type: "company", names: ["CANARY Ltd"] }], documentNumbers: ["CANARY-1"], account: "CANARY said" };

describe("a seizure", () => {
  it("is nominal or not, and a non-nominal one has no room for a name", () => {
    expect(parseSeizureOrThrow(PLAIN)).toEqual(PLAIN);
    expect(parseSeizureOrThrow(NOMINAL)).toEqual(NOMINAL);
    expectRefusal(parseSeizure({ ...NOMINAL, kind: "nonNominal" }), "value.unknownKey", "subjects");
    expectRefusal(parseSeizure({ ...PLAIN, kind: "other" }), "value.invalid", "kind");
    expectRefusal(parseSeizure(null), "value.type", "(root)");
    expectRefusal(
      parseSeizure(() => 1),
      "value.notPlain",
      "(root)",
    );
    expect(() => parseSeizureOrThrow({})).toThrow(IssueError);
  });

  it("is not known before it happened", () => {
    expectRefusal(parseSeizure({ ...PLAIN, knownAt: "2026-01-09T00:00:00Z" }), "time.inverted", "knownAt");
  });

  it("loses subjects, documents and account when it is redacted, and nothing else", () => {
    const redacted = redactSeizure(parseSeizureOrThrow(NOMINAL) as NominalSeizure);
    expect(redacted).toEqual(PLAIN);
    expect(JSON.stringify(redacted)).not.toContain("CANARY");
    expect(parseSeizure(redacted).ok).toBe(true);
    expect(isDeepFrozen(redacted)).toBe(true);
  });
});

describe("seizures in sum", () => {
  const at = (fields: object) => parseSeizureOrThrow({ ...PLAIN, ...fields });

  it("are counted by route, heading and concealment, what is known by then, each once in either kind", () => {
    const patterns = aggregateSeizures(
      [
        at({}),
        at(NOMINAL),
        at({ id: "S-2", seizedAt: "2026-01-11T00:00:00Z", quantity: { amount: 2, unit: "KGM" } }),
        at({ id: "S-3", seizedAt: "2026-01-09T00:00:00Z", quantity: { amount: 7, unit: "LTR" } }),
        at({ id: "S-4", knownAt: "2026-06-01T00:00:00Z" }),
        parseSeizureOrThrow({ kind: "nonNominal", id: "S-5", reportedBy: "X", seizedAt: PLAIN.seizedAt, knownAt: PLAIN.knownAt, commodity: "pangolin scales" }),
      ],
      "2026-02-01T00:00:00Z",
    );
    expect(patterns).toEqual([
      {
        departureCountryCode: "LA",
        destinationCountryCode: "VN",
        hsHeading: "2933",
        concealment: "false floor",
        seizures: 3,
        quantities: { KGM: 14.5, LTR: 7 },
        lastSeizedAt: "2026-01-11T00:00:00Z",
      },
      { departureCountryCode: "ZZ", destinationCountryCode: "ZZ", hsHeading: "", concealment: "", seizures: 1, quantities: {}, lastSeizedAt: PLAIN.seizedAt },
    ]);
  });

  it("need a moment", () => {
    expect(() => aggregateSeizures([], "now")).toThrow(RangeError);
  });
});
