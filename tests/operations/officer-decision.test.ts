import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { formatPath } from "../../src/core/issue.js";
import { IssueError } from "../../src/core/result.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { type Decided, decisionFigures, selectionAfter } from "../../src/operations/decision-figures.js";
import { decideChannel, decideChannelOrThrow } from "../../src/operations/officer-decision.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { expectRefusal, profile, rule } from "../hostile/support.js";
import { AT, makeDeclaration } from "../intelligence/support.js";
import { ANALYST, OFFICER } from "./support.js";

const HEADER = { level: "header" };
const compiled = compileProfileOrThrow(
  profile(
    [
      rule("route", { op: "in", indicator: "departureCountry", values: ["LA"] }, { ...HEADER, effect: { kind: "points", points: 5, undetermined: 0 } }),
      rule("banned", { op: "in", indicator: "departureCountry", values: ["KP"] }, { ...HEADER, effect: { kind: "channel", channel: "red" } }),
    ],
    { selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] } },
  ),
  { catalogue: standardCatalogue },
);
const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("0123456789abcdef0123456789abcdef"));

function assess(id: string, departureCountryCode: string): Assessment {
  const facts = extractFactsOrThrow(makeDeclaration({ id, transport: { departureCountryCode } }), { asOf: AT, catalogue: standardCatalogue });
  return assessOrThrow(compiled, facts, { selectionKey });
}

/** One that only chance selects, and one that nothing does. */
const numbers = Array.from({ length: 40 }, (_, at) => assess(`N-${at}`, "CN"));
const drawn = numbers.find(({ channel }) => channel === "red") as Assessment;
const spared = numbers.find(({ channel }) => channel === "green") as Assessment;
const [scored, banned] = [assess("S-1", "LA"), assess("M-1", "KP")];

const input = (channel: string, fields: object = {}) => ({
  channel,
  by: { ...OFFICER, person: "n.v.a" },
  at: "2026-03-01T09:00:00+07:00",
  reason: "seen before",
  ...fields,
});
const decide = (assessment: Assessment, channel: string) => decideChannelOrThrow(assessment, compiled, input(channel));

describe("decideChannel", () => {
  it("records final channel, who, when and why beside the assessment, which stays as it is", () => {
    const before = JSON.stringify(scored);
    expect(decide(scored, "green")).toEqual({
      ...input("green"),
      declarationId: "S-1",
      assessedAsOf: AT,
      profileFingerprint: compiled.fingerprint,
      assessedChannel: "red",
      change: "lowered",
      wasSelected: true,
      isSelected: false,
      isBelowMandatory: false,
    });
    expect(JSON.stringify(scored)).toBe(before);
    expect(decide(spared, "yellow")).toMatchObject({ change: "raised", wasSelected: false, isSelected: false });
    expect(decide(banned, "red")).toMatchObject({ change: "kept", isBelowMandatory: false });
    expect(decide(banned, "yellow")).toMatchObject({ change: "lowered", isBelowMandatory: true });
  });

  it("refuses what is no decision, with paths", () => {
    const refuse = (fields: object, assessment = scored) => {
      const decided = decideChannel(assessment, compiled, input("green", fields));
      return decided.ok ? [] : decided.issues.map(({ code, path }) => `${formatPath(path)} ${code}`);
    };
    expect(refuse({ reason: " " })).toEqual(["reason value.invalid"]);
    expect(refuse({ channel: "blue", by: ANALYST, at: "2026-02-01T00:00:00Z" })).toEqual([
      "channel value.invalid",
      "by.role value.invalid",
      "at time.inverted",
    ]);
    expect(refuse({}, { ...scored, profile: { ...scored.profile, fingerprint: "sha256:0" } })).toEqual(["profile fingerprint.mismatch"]);
    expectRefusal(
      decideChannel(scored, compiled, () => 1),
      "value.notPlain",
      "(root)",
    );
    expect(() => decideChannelOrThrow(scored, compiled, {})).toThrow(IssueError);
  });
});

describe("decisionFigures", () => {
  const cases: readonly Decided[] = [
    { assessment: drawn },
    { assessment: drawn, decision: decide(drawn, "green") },
    { assessment: scored, decision: decide(scored, "red") },
    { assessment: banned, decision: decide(banned, "green") },
    { assessment: spared, decision: decideChannelOrThrow(spared, compiled, input("red", { by: OFFICER })) },
    { assessment: spared },
  ];
  const figures = decisionFigures(cases);

  it("counts what was raised and lowered, of what mechanism, and by whom", () => {
    expect(figures).toMatchObject({
      assessed: 6,
      raised: { count: 1, of: 6 },
      lowered: { count: 2, of: 6 },
      belowMandatory: 1,
      kept: { mandatory: { count: 0, of: 1 }, threshold: { count: 1, of: 1 }, random: { count: 1, of: 2, rate: 0.5 } },
      officers: [
        { organisation: "VN-CUSTOMS", person: "n.v.a", lowered: { count: 2, of: 3 }, raised: { count: 0, of: 3 } },
        { organisation: "VN-CUSTOMS", raised: { count: 1, of: 1 } },
      ],
    });
    expect(figures.officers[1]).not.toHaveProperty("person");
  });

  it("flows into the probability that an outcome of history is selected with", () => {
    const selectionOf = (decided: Decided) => selectionAfter(decided, figures.kept);
    // drawn with a probability of one half, and half of what is drawn is kept
    expect(drawn.selection.probability).toBe(0.5);
    expect(selectionOf({ assessment: drawn })).toEqual({ reason: "random", probability: 0.25 });
    expect(selectionOf({ assessment: scored })).toEqual({ reason: "threshold", probability: 1 });
    expect(selectionOf({ assessment: drawn, decision: decide(drawn, "green") })).toBeUndefined();
    expect(selectionOf({ assessment: spared })).toBeUndefined();
    expect(selectionOf({ assessment: spared, decision: decide(spared, "yellow") })).toBeUndefined();
    expect(selectionOf({ assessment: spared, decision: decide(spared, "red") })).toEqual({ reason: "officer", probability: 1 });
    // shares of another time may say that nothing is kept of what was inspected all the same
    expect(selectionOf({ assessment: banned })).toEqual({ reason: "mandatory", probability: 1 });
    expect(selectionAfter({ assessment: scored }, decisionFigures([]).kept)).toEqual({ reason: "threshold", probability: 1 });
  });
});
