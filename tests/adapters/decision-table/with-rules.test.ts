import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportDecisionTableOrThrow } from "../../../src/adapters/decision-table/export-decision-table.js";
import { importDecisionTableOrThrow } from "../../../src/adapters/decision-table/import-decision-table.js";
import { withRules, withRulesOrThrow } from "../../../src/adapters/decision-table/with-rules.js";
import { IssueError } from "../../../src/core/result.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { fingerprintProfile } from "../../../src/profile/canonical-profile.js";
import { compileProfile } from "../../../src/profile/compile-profile.js";
import type { Domain, RiskProfile } from "../../../src/profile/profile.js";
import { ruleWith } from "./table.js";

const domain = (title: string, ...rules: Domain["rules"]): Domain => ({ title: { en: title }, base: -20, rules, thresholds: { yellow: -19, red: -18 } });

const profile: RiskProfile = {
  schema: "consignment-risk/profile@1",
  id: "example",
  version: "1",
  title: { en: "Example" },
  utcOffset: "+07:00",
  currency: "USD",
  catalogue: standardCatalogue.version,
  channels: ["green", "yellow", "red"],
  lists: { "range-states": { title: { en: "Range states" }, date: "2026-01-01", source: "example", entries: ["ZZ"] } },
  derived: {},
  domains: { revenue: domain("Revenue", ruleWith()), wildlife: domain("Wildlife", ruleWith({ id: "r2" })) },
  selection: { channel: "red" },
};

describe("withRules", () => {
  it("replaces the rules of the table's domains and keeps those of the others", () => {
    const changed = withRulesOrThrow(profile, { revenue: [ruleWith({ id: "r3" })] });
    expect(changed).toEqual({ ...profile, domains: { ...profile.domains, revenue: { ...profile.domains.revenue, rules: [ruleWith({ id: "r3" })] } } });
    expect(profile.domains.revenue?.rules).toEqual([ruleWith()]);
  });

  it("empties a domain that the table names without rules", () => {
    expect(withRulesOrThrow(profile, { revenue: [] }).domains.revenue?.rules).toEqual([]);
  });

  it("refuses a domain that the profile does not have", () => {
    expect(withRules(profile, { toString: [], revenue: [] })).toMatchObject({
      ok: false,
      issues: [{ code: "value.unknownKey", path: ["domains", "toString"], key: "toString" }],
    });
    expect(() => withRulesOrThrow(profile, { narcotics: [] })).toThrow(IssueError);
  });
});

describe("the example table", () => {
  const bytes = readFileSync(new URL("../../../docs/examples/decision-table.csv", import.meta.url));

  it("imports and exports back to the same bytes", () => {
    expect(Buffer.from(exportDecisionTableOrThrow(importDecisionTableOrThrow(bytes)))).toEqual(bytes);
  });

  it("makes a profile that compiles without warnings", () => {
    const table = importDecisionTableOrThrow(bytes);
    expect(Object.values(table).map((rules) => rules.length)).toEqual([3, 2]);
    const compiled = compileProfile(withRulesOrThrow(profile, table), { catalogue: standardCatalogue });
    expect(compiled.ok ? compiled.value.warnings : compiled.issues).toEqual([]);
    expect(compiled.ok && compiled.value.domains).toHaveLength(2);
  });
});

describe("the rules of every example profile", () => {
  const folder = new URL("../../../docs/examples/", import.meta.url);
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, document: JSON.parse(readFileSync(new URL(name, folder), "utf8")) as RiskProfile }))
    .filter(({ document }) => document.schema === "consignment-risk/profile@1");

  it("are there", () => {
    expect(documents.length).toBeGreaterThan(0);
  });

  it.each(documents)("go through a table without changing the profile: $name", ({ document }) => {
    const rules = Object.fromEntries(Object.entries(document.domains).map(([id, { rules }]) => [id, rules]));
    const csv = exportDecisionTableOrThrow(rules);
    const back = withRulesOrThrow(document, importDecisionTableOrThrow(csv));
    expect(fingerprintProfile(back)).toBe(fingerprintProfile(document));
    expect(exportDecisionTableOrThrow(importDecisionTableOrThrow(csv))).toBe(csv);
  });
});
