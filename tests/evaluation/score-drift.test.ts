import { describe, expect, it } from "vitest";
import type { Assessment } from "../../src/assessment/assessment.js";
import { numericDriftOrThrow } from "../../src/evaluation/drift.js";
import { scoreDrift, scoreDriftOrThrow } from "../../src/evaluation/score-drift.js";

function assessed(points: number, channel = "green", domain = "revenue"): Assessment {
  return {
    id: `${points}`,
    asOf: "2026-01-01T00:00:00Z",
    channel,
    selection: { probability: 0, mechanisms: [] },
    profile: { id: "p", version: "1", fingerprint: "f" },
    domains: { [domain]: { micropoints: points * 1e6, probability: 0.5, calibrated: false, channel, items: [], contributions: [], rules: {} } },
    engine: { version: "1" },
    catalogue: { version: "1" },
    issues: [],
  };
}

const LOW = [1, 2, 3, 4, 5, 6, 7, 8].map((points) => assessed(points));
const HIGH = [5, 6, 7, 8, 9, 10].map((points) => assessed(points, points > 8 ? "red" : "green"));

describe("scoreDrift", () => {
  it("is the index of the points of each domain and of the channels", () => {
    const { domains, channel } = scoreDriftOrThrow(LOW, HIGH, { bins: 4 });
    expect(domains).toEqual([{ domain: "revenue", ...numericDriftOrThrow([1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 9, 10], { bins: 4 }), signal: "large" }]);
    expect(channel.bins).toMatchObject([
      { label: "green", reference: 8, current: 4 },
      { label: "(other)", reference: 0, current: 2 },
    ]);
  });

  it("passes over a domain that only one of the lists has", () => {
    expect(scoreDriftOrThrow(LOW, [assessed(1, "green", "security")]).domains).toEqual([]);
  });

  it("refuses an empty list, and options that are none", () => {
    expect(scoreDrift([], HIGH)).toMatchObject({ ok: false, issues: [{ path: ["reference"] }] });
    expect(scoreDrift(LOW, [])).toMatchObject({ ok: false, issues: [{ path: ["current"] }] });
    expect(scoreDrift(LOW, HIGH, { bins: 1 })).toMatchObject({ ok: false, issues: [{ path: ["bins"] }] });
    expect(() => scoreDriftOrThrow([], [])).toThrow(/at least one value/);
  });
});
