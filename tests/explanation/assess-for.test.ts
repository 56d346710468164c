import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { IssueError } from "../../src/core/result.js";
import { assessFor, assessForOrThrow, type StaffView, type ViewInputs } from "../../src/explanation/assess-for.js";
import { explainOrThrow } from "../../src/explanation/explain.js";
import type { OfficerExplanation } from "../../src/explanation/explanation.js";
import { findCounterfactualsOrThrow } from "../../src/explanation/what-if/counterfactuals.js";
import { createHistory } from "../../src/history/create-history.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extendCatalogue } from "../../src/indicators/define-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { defineIndicator } from "../../src/indicators/indicator.js";
import type { Alert } from "../../src/intelligence/alert.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { LEAST_CLEARED } from "../../src/intelligence/viewer.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { expectRefusal, profile, rule } from "../hostile/support.js";
import { AT, makeAlert, makeDeclaration, makeViewer, USE } from "../intelligence/support.js";
import { isDeepFrozen } from "../support/frozen.js";

const RULES = [
  rule("graded", { op: "gte", indicator: "alertPoints", value: 8 }, { level: "header", effect: { kind: "points", points: 10, undetermined: 0 } }),
  rule(
    "counted",
    { op: "gte", indicator: "alertMatchCount", value: 1 },
    { level: "header", texts: { title: { en: "c" }, reason: { en: "an alert" }, declarant: { en: "a public warning" } } },
  ),
  rule(
    "quiet",
    { op: "not", of: { op: "gte", indicator: "alertMatchCount", value: 2 } },
    { level: "header", effect: { kind: "points", points: -1, undetermined: 0 } },
  ),
];
const compiled = compileProfileOrThrow(profile(RULES), { catalogue: standardCatalogue });
const declaration = makeDeclaration({ transport: { equipment: [{ id: "CSQU3054383" }] }, parties: { importer: { name: "Dai Phat Logistics" } } });
const restricted = makeAlert({ id: "CANARY-1", originator: "CANARY", handling: { tlp: "TLP:AMBER" } });
const clear = makeAlert({ id: "clear", handling: { tlp: "TLP:CLEAR" }, grading: { system: "none" } });

function inputs(alerts: readonly Alert[], more: Partial<ViewInputs> = {}): ViewInputs {
  return { declaration, asOf: AT, intelligence: createAlertIndex(alerts, USE), language: "en", ...more };
}

function staff(alerts: readonly Alert[], viewer = LEAST_CLEARED, more: Partial<ViewInputs> = {}): StaffView {
  return assessForOrThrow(compiled, inputs(alerts, more), viewer) as StaffView;
}

describe("an assessment for a viewer", () => {
  it("who may know everything is the full one without its selection, with the evidence of the matches", () => {
    const view = staff([restricted, clear], makeViewer());
    const facts = extractFactsOrThrow(declaration, {
      asOf: AT,
      catalogue: standardCatalogue,
      currency: "USD",
      intelligence: createAlertIndex([restricted, clear], USE),
    });
    const { selection: _, ...full } = assessOrThrow(compiled, facts);
    expect(view.assessment).toEqual(full);
    expect(view.facts).toEqual(facts);
    expect(view.matches.map(({ alertId, path }) => [alertId, path])).toEqual([
      ["CANARY-1", "transport.equipment[0].id"],
      ["clear", "transport.equipment[0].id"],
    ]);
    expect((view.explanation as OfficerExplanation).domains[0]?.reasons.map(({ id }) => id)).toEqual(["base", "graded", "counted"]);
    expect(isDeepFrozen(view)).toBe(true);
  });

  it("who may know nothing has the full channel, and a score that does not reach it", () => {
    const view = staff([restricted]);
    expect(view.assessment.channel).toBe("red");
    expect(view.assessment.domains.security).toMatchObject({ channel: "green", micropoints: -11_000_000 });
    expect((view.explanation as OfficerExplanation).decidedBy).toEqual([{ kind: "none", channel: "red" }]);
    expect(view.matches).toEqual([]);
  });

  it("who is a declarant is the channel and what was written for declarants, of what everybody may know", () => {
    const declarant = makeViewer({ role: "declarant", organisation: "a firm" });
    expect(assessForOrThrow(compiled, inputs([restricted]), declarant)).toEqual({
      audience: "declarant",
      id: "D-1",
      asOf: AT,
      channel: "red",
      explanation: { audience: "declarant", language: "en", id: "D-1", asOf: AT, channel: "red", notices: [] },
    });
    expect(assessForOrThrow(compiled, inputs([clear, restricted]), declarant)).toMatchObject({ explanation: { notices: ["a public warning"] } });
    const { language: _, ...mute } = inputs([clear]);
    expect(assessForOrThrow(compiled, mute, declarant)).toEqual({ audience: "declarant", id: "D-1", asOf: AT, channel: "red" });
  });

  it("who is cleared for silent alerts is told of them, and nothing else changes", () => {
    const silent = makeAlert({ id: "S", requestedAction: "controlledDelivery" });
    const viewer = makeViewer({ isClearedForSilent: true });
    const { notifications, ...rest } = staff([silent], viewer);
    const { notifications: none, ...without } = staff([], viewer);
    expect([notifications.map(({ alertId }) => alertId), none]).toEqual([["S"], []]);
    expect(rest).toEqual(without);
    expect(staff([silent], makeViewer()).notifications).toEqual([]);
  });

  it("may read history, rates and supplied values, and draw with a key", () => {
    const drawing = compileProfileOrThrow(profile(RULES, { selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }), {
      catalogue: standardCatalogue,
    });
    const more = {
      history: createHistory(),
      rates: [],
      supplied: [{ indicator: "importerPriorDeclarations", value: 4, source: "a test", knownAt: AT }],
      selectionKey: createSelectionKeyOrThrow(new Uint8Array(32)),
    };
    const view = assessForOrThrow(drawing, inputs([], more), LEAST_CLEARED) as StaffView;
    expect(view.assessment.channel).toBe("red");
    expect(view.facts.header.importerPriorDeclarations).toBe(4);
    expectRefusal(assessFor(drawing, inputs([]), LEAST_CLEARED), "selection.key", "selectionKey");
    expect(() => assessForOrThrow(drawing, inputs([]), LEAST_CLEARED)).toThrow(IssueError);
    expectRefusal(assessFor(compiled, inputs([], { asOf: "now" }), LEAST_CLEARED), "time.invalid", "asOf");
    expectRefusal(assessFor(compiled, inputs([], { language: "xx" as "en" }), LEAST_CLEARED), "value.invalid", "language");
  });
});

describe("ten ways to find out about a restricted alert", () => {
  const without = staff([]);
  const withAlert = staff([restricted]);

  it("1. its id, originator or any of its texts in what one is given: not there", () => {
    expect(JSON.stringify(withAlert)).not.toContain("CANARY");
  });

  it("2. a count of matches: as if it did not exist, also beside one that may be known", () => {
    expect(withAlert.facts.header.alertMatchCount).toBe(0);
    expect(staff([restricted, clear]).facts.header.alertMatchCount).toBe(1);
  });

  it("3. the order of what may be known: not moved by what stands before or after", () => {
    const others = [makeAlert({ ...clear, id: "a" }), makeAlert({ ...clear, id: "z" })];
    expect(staff([restricted, ...others]).matches).toEqual(staff([...others]).matches);
  });

  it("4. scores, facts, rules that look for the absence of alerts: those of a world without it", () => {
    expect({ ...withAlert.assessment, channel: "" }).toEqual({ ...without.assessment, channel: "" });
    expect(withAlert.assessment.domains.security?.rules.quiet).toBe("fired");
  });

  it("5. the selection and its probability: not given", () => {
    expect(withAlert.assessment).not.toHaveProperty("selection");
  });

  it("6. what-ifs: computed from the facts of that world", () => {
    const options = { mutable: [{ indicator: "departureCountry" }] };
    expect(findCounterfactualsOrThrow(compiled, withAlert.facts, options)).toEqual(findCounterfactualsOrThrow(compiled, without.facts, options));
  });

  it("7. the explanation's list of unknowns, reasons and silent rules: the same", () => {
    const { decidedBy: _, channel: __, ...rest } = withAlert.explanation as OfficerExplanation;
    expect(without.explanation).toMatchObject(rest);
    expect(explainOrThrow(withAlert.assessment, { profile: compiled, facts: withAlert.facts, language: "en" })).toEqual(withAlert.explanation);
  });

  it("8. the error of an indicator that repeats what it read: of that world", () => {
    const talkative = defineIndicator({
      id: "talkative",
      type: "boolean",
      level: "header",
      reads: ["intelligence"],
      meaning: { en: "throws what it reads" },
      source: "a test",
      missing: "absent",
      whenItemAdded: "any",
      extract: (context) => {
        throw new Error(JSON.stringify(context.intelligence?.matches(context.declaration, context.asOf)));
      },
    });
    const catalogue = extendCatalogue(standardCatalogue, "talkative/1", [talkative]);
    const loud = compileProfileOrThrow(
      profile([rule("t", { op: "eq", indicator: "talkative", value: true }, { level: "header" })], { catalogue: catalogue.version }),
      { catalogue },
    );
    const heard = (alerts: readonly Alert[]) => JSON.stringify(assessForOrThrow(loud, inputs(alerts), LEAST_CLEARED));
    expect(heard([restricted])).toBe(heard([]));
    expect(heard([clear])).not.toBe(heard([]));
  });

  it("9. a value computed elsewhere from all alerts: refused", () => {
    const supplied = [
      { indicator: "customsOffice", value: "X", source: "a test", knownAt: AT },
      { indicator: "alertPoints", value: 10, source: "a test", knownAt: AT },
    ];
    expectRefusal(assessFor(compiled, inputs([restricted], { supplied }), LEAST_CLEARED), "indicator.misused", "supplied[1].indicator");
  });

  it("10. the overall channel: it does tell that something raised it, and is meant to", () => {
    expect([without.assessment.channel, withAlert.assessment.channel]).toEqual(["green", "red"]);
  });
});
