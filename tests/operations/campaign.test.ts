import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { formatPath } from "../../src/core/issue.js";
import { IssueError } from "../../src/core/result.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { LEAST_CLEARED } from "../../src/intelligence/viewer.js";
import { compileCampaign, compileCampaignOrThrow } from "../../src/operations/compile-campaign.js";
import { reportCampaign } from "../../src/operations/report-campaign.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { expectRefusal, profile, rule } from "../hostile/support.js";
import { makeAlert, makeDeclaration, makeViewer, USE } from "../intelligence/support.js";
import { campaignInput, IN_FIRST, IN_SECOND, OUTSIDE } from "./campaign-support.js";
import { received, sent, step, take } from "./support.js";

const base = compileProfileOrThrow(
  profile([
    rule("alerted", { op: "gte", indicator: "alertPoints", value: 8 }, { level: "header" }),
    rule("banned", { op: "in", indicator: "departureCountry", values: ["KP"] }, { level: "header" }),
  ]),
  { catalogue: standardCatalogue },
);
const campaign = compileCampaignOrThrow(campaignInput(), base);
const declaration = makeDeclaration({ customsOffice: "02CI", transport: { departureCountryCode: "LA", equipment: [{ id: "CSQU3054383" }] } });
const index = createAlertIndex([makeAlert({ id: "MD-1" }), makeAlert({ id: "FREE" })], USE);

function channelAt(asOf: string): string {
  const compiled = campaign.profileAt(asOf);
  const intelligence = campaign.govern(index);
  return assessOrThrow(compiled, extractFactsOrThrow(declaration, { asOf, catalogue: standardCatalogue, intelligence })).channel;
}

describe("compileCampaign", () => {
  it("switches rules and thresholds by the moment, under a fingerprint of each phase", () => {
    expect([campaign.phaseAt(OUTSIDE), campaign.phaseAt(IN_FIRST)?.id, campaign.phaseAt(IN_SECOND)?.id]).toEqual([undefined, "first", "second"]);
    expect(campaign.profileAt(OUTSIDE)).toBe(base);
    const [first, second] = [campaign.profileAt(IN_FIRST), campaign.profileAt(IN_SECOND)];
    expect(new Set([base, first, second].map(({ fingerprint }) => fingerprint)).size).toBe(3);
    expect(first.document.domains.security?.rules.map(({ id }) => id)).toEqual(["alerted", "banned", "fromLaos"]);
    expect(second.document.domains.security?.rules.map(({ id }) => id)).toEqual(["banned"]);
    expect(second.document.domains.security?.thresholds).toEqual({ yellow: -8, red: -6 });
    // -10 at first; an alert of 5 points; in the first phase 3 more for the route
    expect([channelAt(OUTSIDE), channelAt(IN_FIRST), channelAt(IN_SECOND)]).toEqual(["red", "red", "green"]);
  });

  it("takes the first instant of a phase in, and the last out", () => {
    const at = (asOf: string) => campaign.phaseAt(asOf)?.id;
    expect([at("2026-03-01T00:00:00Z"), at("2026-03-14T23:59:59.999Z"), at("2026-03-15T00:00:00Z"), at("2026-04-01T00:00:00Z")]).toEqual([
      "first",
      "first",
      "second",
      undefined,
    ]);
    expect(() => at("now")).toThrow(RangeError);
  });

  it("uses alerts of its sets only in phases that use these, for every viewer", () => {
    const governed = campaign.govern(index);
    const known = governed.knownTo(makeViewer());
    const ids = (asOf: string) => [governed, known].map((reader) => reader.matches(declaration, asOf).map(({ alertId }) => alertId));
    expect(ids(IN_FIRST)).toEqual([
      ["FREE", "MD-1"],
      ["FREE", "MD-1"],
    ]);
    expect(ids(IN_SECOND)).toEqual([["FREE"], ["FREE"]]);
    expect(ids(OUTSIDE)).toEqual([["FREE"], ["FREE"]]);
    const silent = createAlertIndex([makeAlert({ id: "MD-1", requestedAction: "controlledDelivery" })], USE);
    const told = campaign.govern(silent).knownTo(makeViewer({ isClearedForSilent: true }));
    expect([IN_FIRST, OUTSIDE].map((asOf) => told.notifications(declaration, asOf).length)).toEqual([1, 0]);
  });

  it("tags results on its goods in its phases with the participant of their office", () => {
    expect(campaign.tagOf(declaration, IN_FIRST, "red")).toEqual({ campaign: "md", phase: "first", participant: "VN-CUSTOMS", isSelected: true });
    expect(campaign.tagOf(makeDeclaration({ customsOffice: "99ZZ" }), IN_FIRST, "yellow")).toEqual({ campaign: "md", phase: "first", isSelected: false });
    expect(campaign.tagOf(makeDeclaration(), IN_FIRST, "green")).not.toHaveProperty("participant");
    expect(campaign.tagOf(declaration, OUTSIDE, "red")).toBeUndefined();
    expect(campaign.tagOf(makeDeclaration({ items: [{ lineNumber: 1, hsCode: "090111" }] }), IN_FIRST, "red")).toBeUndefined();
    const { commodities: _, ...all } = campaignInput();
    expect(compileCampaignOrThrow(all, base).tagOf(makeDeclaration({ items: [{ lineNumber: 1, hsCode: "090111" }] }), IN_FIRST, "red")).toBeDefined();
  });

  it("is told to officers and analysts of the administration and to participants, never to declarants", () => {
    const told = (fields: object) => campaign.isToldTo(makeViewer(fields), "VN-CUSTOMS");
    expect([told({}), told({ role: "analyst" }), told({ organisation: "CN-CUSTOMS", role: "partner" })]).toEqual([true, true, true]);
    expect([told({ role: "declarant" }), told({ organisation: "KR-CUSTOMS", role: "partner" })]).toEqual([false, false]);
    expect(compileCampaignOrThrow(campaignInput({ participants: [] }), base).isToldTo(makeViewer({ role: "partner" }), "VN-CUSTOMS")).toBe(false);
  });

  it("refuses what does not fit together, with paths", () => {
    const phases = (first: object, second: object = {}) => campaignInput({}, first, second);
    const refusals = (input: unknown) => {
      const compiled = compileCampaign(input, base);
      return compiled.ok ? [] : compiled.issues.map(({ code, path }) => `${formatPath(path)} ${code}`);
    };
    expect(refusals(phases({ to: "2026-01-01T00:00:00Z" }))).toEqual(["phases[0].to time.inverted"]);
    expect(refusals(phases({ to: "2026-03-16T00:00:00Z" }))).toEqual(["phases[1].from value.invalid"]);
    expect(refusals(phases({ id: "second" }))).toEqual(["phases[1].id value.duplicate"]);
    expect(refusals(phases({ alertSets: ["none"] }))).toEqual(["phases[0].alertSets[0] value.invalid"]);
    expect(refusals(phases({ domains: { narcotics: {} } }))).toEqual(["phases[0].domains.narcotics value.invalid"]);
    expect(refusals(phases({ domains: { security: { rulesOff: ["none"] } } }))).toEqual(["phases[0].domains.security.rulesOff[0] value.invalid"]);
    expect(refusals(phases({ domains: { security: { rules: [rule("alerted", { op: "present", indicator: "hsCode" })] } } }))).toEqual([
      expect.stringMatching(/^phases\[0\]\.profile\.domains\.security\.rules.* value\.duplicate$/),
    ]);
    expectRefusal(compileCampaign({ ...campaignInput(), schema: "x" }, base), "value.invalid", "schema");
    expectRefusal(
      compileCampaign(() => 1, base),
      "value.notPlain",
      "(root)",
    );
    expect(() => compileCampaignOrThrow({}, base)).toThrow(IssueError);
    const { alertSets: _, ...without } = campaignInput({}, { alertSets: undefined });
    expect(refusals(without)).toEqual([]);
  });
});

describe("reportCampaign", () => {
  const result = (id: string, phase: string, participant: string | undefined, isSelected: boolean, of = "md") => ({
    id,
    tag: { campaign: of, phase, ...(participant === undefined ? {} : { participant }), isSelected },
  });
  const inputs = {
    results: [
      result("D-1", "first", "VN-CUSTOMS", false),
      result("D-1", "first", "VN-CUSTOMS", true),
      result("D-2", "first", "VN-CUSTOMS", true),
      result("D-3", "first", undefined, true),
      result("D-4", "second", "VN-CUSTOMS", false),
      result("D-5", "first", "VN-CUSTOMS", true, "another campaign"),
      result("D-6", "a phase of an earlier edition", "VN-CUSTOMS", true),
      result("D-7", "second", "who takes part no more", true),
    ],
    outcomes: [
      { declarationId: "D-1", finding: true, knownAt: IN_FIRST },
      { declarationId: "D-1", finding: false, knownAt: IN_FIRST },
      { declarationId: "D-2", finding: false, knownAt: IN_FIRST },
      { declarationId: "D-9", finding: true, knownAt: IN_FIRST },
    ],
    exchanges: [
      take(received({ id: "A", originator: "CN-CUSTOMS", receivedAt: IN_FIRST }), step("acknowledge", "03-10"), step("answer", "03-10")),
      received({ id: "B", originator: "CN-CUSTOMS", receivedAt: IN_SECOND }),
      received({ id: "C", receivedAt: IN_SECOND }),
      received({ id: "D", receivedAt: OUTSIDE }),
      sent({ sentAt: IN_FIRST }),
      received({ id: "RED", originator: "CN-CUSTOMS", receivedAt: IN_FIRST, handling: { tlp: "TLP:RED" } }),
    ],
    viewer: makeViewer(),
  };

  it("counts everything in one row, by phase and participant, and adds up", () => {
    const { rows, total, campaign: id } = reportCampaign(campaign, inputs);
    const row = (phase: string, participant: string | undefined, counts: readonly number[]) => {
      const [scored, selected, inspected, seized, got, answered] = counts;
      return { phase, ...(participant === undefined ? {} : { participant }), scored, selected, inspected, seized, received: got, answered };
    };
    expect(id).toBe("md");
    expect(rows).toEqual([
      row("first", "VN-CUSTOMS", [2, 2, 2, 1, 0, 0]),
      row("first", "CN-CUSTOMS", [0, 0, 0, 0, 1, 1]),
      row("first", undefined, [1, 1, 0, 0, 0, 0]),
      row("second", "VN-CUSTOMS", [1, 0, 0, 0, 0, 0]),
      row("second", "CN-CUSTOMS", [0, 0, 0, 0, 1, 0]),
      row("second", undefined, [1, 1, 0, 0, 1, 0]),
    ]);
    expect(total).toEqual({ scored: 5, selected: 4, inspected: 2, seized: 1, received: 3, answered: 1 });
  });

  it("counts no exchange that the viewer may not know of", () => {
    expect(reportCampaign(campaign, { ...inputs, viewer: LEAST_CLEARED }).total).toMatchObject({ received: 0, answered: 0 });
  });
});
