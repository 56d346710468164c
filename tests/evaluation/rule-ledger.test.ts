import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../src/core/wilson.js";
import type { AssessedCase } from "../../src/evaluation/inspection-outcome.js";
import { ruleLedger, ruleLedgerOrThrow } from "../../src/evaluation/rule-ledger.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { assessmentOf } from "./assessments.js";

const rule = (id: string) => ({ id }) as RiskProfile["domains"][string]["rules"][number];
const profile: Pick<RiskProfile, "domains"> = {
  domains: { revenue: { title: { en: "Revenue" }, rules: [rule("b"), rule("a"), rule("idle")], thresholds: {} } },
};

const cases: readonly AssessedCase[] = [
  { assessment: assessmentOf("1", { rules: { a: "fired" }, asOf: "2026-03-01T01:00:00+07:00" }), outcome: { finding: true } },
  { assessment: assessmentOf("2", { rules: { a: "fired", b: "fired" }, asOf: "2026-02-28T23:00:00Z" }), outcome: { finding: true, domains: ["revenue"] } },
  { assessment: assessmentOf("3", { rules: { a: "fired", b: "superseded" }, asOf: "2026-05-01T00:00:00Z" }), outcome: { finding: false } },
  { assessment: assessmentOf("4", { rules: { a: "fired", b: "undetermined", idle: "notApplicable" } }) },
  { assessment: assessmentOf("5", { rules: { a: "fired" } }), outcome: { finding: true, domains: ["wildlife"] } },
];

describe("ruleLedger", () => {
  const ledger = ruleLedgerOrThrow(profile, cases);

  it("records what each rule did, by id", () => {
    expect(ledger.declarations).toBe(5);
    expect(ledger.inspected).toBe(4);
    expect(ledger.rules.map((record) => record.rule)).toEqual(["a", "b", "idle"]);
    expect(ledger.rules[0]).toEqual({
      domain: "revenue",
      rule: "a",
      fires: 5,
      undetermined: 0,
      superseded: 0,
      inspected: 4,
      hits: 2,
      uniqueHits: 1,
      precision: { rate: 0.5, ...wilsonInterval(2, 4) },
      lastHit: "2026-02-28T23:00:00Z",
      overlaps: [{ rule: "b", declarations: 1, share: 0.2 }],
    });
  });

  it("does not count what was superseded or undetermined as fired", () => {
    expect(ledger.rules[1]).toMatchObject({ fires: 1, superseded: 1, undetermined: 1, hits: 1, uniqueHits: 0, overlaps: [{ rule: "a", share: 1 }] });
  });

  it("lists the rules that never fired", () => {
    expect(ledger.neverFired).toEqual([{ domain: "revenue", rule: "idle" }]);
    expect(ledger.rules[2]).toMatchObject({ fires: 0, precision: undefined, lastHit: undefined, overlaps: [] });
  });

  it("keeps domains apart, by id", () => {
    const two = { domains: { wildlife: { ...profile.domains.revenue, rules: [rule("w")] }, revenue: { ...profile.domains.revenue, rules: [rule("r")] } } };
    const { neverFired } = ruleLedgerOrThrow(two as unknown as Pick<RiskProfile, "domains">, []);
    expect(neverFired).toEqual([
      { domain: "revenue", rule: "r" },
      { domain: "wildlife", rule: "w" },
    ]);
  });

  it("has rules that only the assessments name as well", () => {
    const { rules } = ruleLedgerOrThrow({ domains: {} }, cases);
    expect(rules.map((record) => [record.rule, record.fires])).toEqual([
      ["a", 5],
      ["b", 1],
      ["idle", 0],
    ]);
  });

  it("orders overlaps by how frequent they are, then by id", () => {
    const together = ["x", "y"].map((id) => ({ assessment: assessmentOf(id, { rules: { a: "fired", c: "fired", b: "fired" } }) }));
    const more = { assessment: assessmentOf("z", { rules: { a: "fired", c: "fired" } }) };
    expect(ruleLedgerOrThrow({ domains: {} }, together).rules[0]?.overlaps.map((overlap) => overlap.rule)).toEqual(["b", "c"]);
    expect(ruleLedgerOrThrow({ domains: {} }, [...together, more]).rules[0]?.overlaps.map((overlap) => overlap.rule)).toEqual(["c", "b"]);
  });

  it("refuses a declaration that is stated twice", () => {
    const twice = [...cases, ...cases.slice(0, 1)];
    expect(ruleLedger(profile, twice).ok).toBe(false);
    expect(() => ruleLedgerOrThrow(profile, twice)).toThrow("each id once");
  });
});
