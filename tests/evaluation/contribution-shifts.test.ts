import { describe, expect, it } from "vitest";
import type { Assessment, Contribution, RuleOutcome } from "../../src/assessment/assessment.js";
import { contributionShifts } from "../../src/evaluation/contribution-shifts.js";

function assessment(id: string, contributions: readonly Contribution[], rules: Readonly<Record<string, RuleOutcome>> = {}): Assessment {
  const micropoints = contributions.reduce((sum, contribution) => sum + contribution.micropoints, 0);
  return {
    id,
    asOf: "2026-01-01T00:00:00Z",
    channel: "green",
    selection: { probability: 0, mechanisms: [] },
    profile: { id: "p", version: "1", fingerprint: "f" },
    domains: { revenue: { micropoints, probability: 0.5, calibrated: false, channel: "green", items: [], contributions, rules } },
    engine: { version: "1" },
    catalogue: { version: "1" },
    issues: [],
  };
}

const base = (micropoints: number): Contribution => ({ kind: "base", id: "base", micropoints });
const term = (id: string, micropoints: number, item?: number): Contribution => ({ kind: "model", id, micropoints, ...(item === undefined ? {} : { item }) });

describe("contributionShifts", () => {
  it("sums what each part added or took over the declarations of both lists, the one that moved most first", () => {
    const before = [assessment("A", [base(-10), term("x", 3), term("y", 1)]), assessment("B", [base(-10), term("x", 3)]), assessment("only", [base(7)])];
    const after = [assessment("B", [base(-10), term("x", -2)]), assessment("A", [base(-9), term("x", 5)]), assessment("new", [base(8)])];
    expect(contributionShifts(before, after)).toEqual([
      { domain: "revenue", kind: "model", id: "x", changed: 2, net: -3, total: 7, firedBefore: 0, firedAfter: 0 },
      { domain: "revenue", kind: "base", id: "base", changed: 1, net: 1, total: 1, firedBefore: 0, firedAfter: 0 },
      { domain: "revenue", kind: "model", id: "y", changed: 1, net: -1, total: 1, firedBefore: 0, firedAfter: 0 },
    ]);
  });

  it("takes header and item of one part together", () => {
    expect(contributionShifts([assessment("A", [term("x", 1), term("x", 2, 4)])], [assessment("A", [term("x", 3, 1)])])).toEqual([]);
  });

  it("counts on how many declarations a rule fires, also one that gives a channel and no points", () => {
    const shifts = contributionShifts(
      [assessment("A", [], {}), assessment("B", [], { ban: "undetermined" })],
      [assessment("A", [], { ban: "fired" }), assessment("B", [], { ban: "fired" })],
    );
    expect(shifts).toEqual([{ domain: "revenue", kind: "rule", id: "ban", changed: 2, net: 0, total: 0, firedBefore: 0, firedAfter: 2 }]);
    expect(contributionShifts([assessment("A", [], { ban: "fired" })], [assessment("A", [])])).toMatchObject([
      { id: "ban", changed: 1, firedBefore: 1, firedAfter: 0 },
    ]);
  });

  it("finds nothing between a list and itself", () => {
    const list = [assessment("A", [base(-10), term("x", 3)], { r: "fired" })];
    expect(contributionShifts(list, list)).toEqual([]);
  });
});
