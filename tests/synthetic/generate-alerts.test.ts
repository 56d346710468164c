import { describe, expect, it } from "vitest";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { parseAlertsOrThrow } from "../../src/intelligence/parse-alerts.js";
import { DISGUISES } from "../../src/synthetic/disguise.js";
import { generateAlerts } from "../../src/synthetic/generate-alerts.js";
import { generateDeclarations } from "../../src/synthetic/generate-declarations.js";

const OPTIONS = { seed: 7, declarations: 2_000, planted: 48, noise: 400 };
const USE = { administration: "VN-CUSTOMS", purpose: "drugControl" };
const made = [...generateAlerts(OPTIONS)];

describe("generateAlerts", () => {
  it("gives the same alerts for the same options, all of them sound", () => {
    expect([...generateAlerts(OPTIONS)]).toEqual(made);
    const { alerts, refused } = parseAlertsOrThrow({ schema: "consignment-risk/alerts@1", ...USE, alerts: made.map(({ alert }) => alert) });
    expect([alerts.length, refused]).toEqual([made.length, []]);
    expect(Object.isFrozen(made[0]?.alert.subjects)).toBe(true);
  });

  it("plants as many as there are declarations with a finding, each disguise in turn, and adds as much noise as is asked for", () => {
    const planted = made.filter((one) => one.planted !== undefined);
    expect([planted.length, made.length - planted.length]).toEqual([48, 400]);
    expect(new Set(planted.map((one) => one.planted?.disguise))).toEqual(new Set(DISGUISES));
    const findings = [...generateDeclarations({ seed: 7, count: 600 })].filter(({ outcome }) => outcome.finding).length;
    expect([...generateAlerts({ ...OPTIONS, declarations: 600, planted: 1_000, noise: 0 })]).toHaveLength(findings);
    expect([...generateAlerts({ ...OPTIONS, planted: 0, noise: 3 })].map(({ planted: from }) => from)).toEqual([undefined, undefined, undefined]);
  });

  it("is found through its disguises, and noise finds nothing", () => {
    const index = createAlertIndex(
      made.map(({ alert }) => alert),
      USE,
    );
    const found = new Set<string>();
    let noise = 0;
    for (const { declaration } of generateDeclarations({ seed: 7, count: 2_000 })) {
      for (const { alertId } of index.matches(declaration, declaration.registeredAt)) {
        found.add(`${alertId} ${declaration.id}`);
        if (alertId.startsWith("N-")) noise += 1;
      }
    }
    const missed = made.filter(({ alert, planted }) => planted !== undefined && !found.has(`${alert.id} ${planted.declarationId}`));
    expect(missed.filter(({ planted }) => planted?.disguise !== "slip").map(({ alert }) => alert.subjects)).toEqual([]);
    // an exchange of letters in a short syllable makes another Vietnamese name: at the default threshold it is not found
    expect(missed.length).toBeLessThan(made.filter(({ planted }) => planted?.disguise === "slip").length + 1);
    expect(noise).toBe(0);
  });

  it("refuses numbers that are none", () => {
    expect(() => generateAlerts({ ...OPTIONS, planted: -1 })).toThrow("planted: expected an integer");
    expect(() => generateAlerts({ ...OPTIONS, noise: 0.5 })).toThrow("noise: expected an integer");
    expect(() => generateAlerts({ ...OPTIONS, declarations: -1 })).toThrow("count: expected");
  });
});
