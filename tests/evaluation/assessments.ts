import type { Assessment, RuleOutcome } from "../../src/assessment/assessment.js";

/** An assessment with one domain `revenue`, for what evaluation reads of it. */
export function assessmentOf(
  id: string,
  given: {
    readonly channel?: string;
    readonly micropoints?: number;
    readonly rules?: Readonly<Record<string, RuleOutcome>>;
    readonly asOf?: string;
    readonly selection?: Assessment["selection"];
  } = {},
): Assessment {
  const { channel = "green", micropoints = 0, rules = {}, asOf = "2026-03-01T00:00:00Z" } = given;
  return {
    id,
    asOf,
    channel,
    selection: given.selection ?? { probability: 0, mechanisms: [] },
    profile: { id: "p", version: "1", fingerprint: "sha256:0" },
    domains: { revenue: { micropoints, probability: 0.5, calibrated: false, channel, items: [], contributions: [], rules } },
    engine: { version: "0" },
    catalogue: { version: "0" },
    issues: [],
  };
}
