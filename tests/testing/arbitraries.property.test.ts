import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { scoreOrThrow } from "../../src/assessment/score.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { defineCatalogue } from "../../src/indicators/define-catalogue.js";
import { parseFacts } from "../../src/indicators/facts.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { parseAlert } from "../../src/intelligence/parse-alerts.js";
import { parseDeclaration } from "../../src/model/parse.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { alert, declaration, facts, factsFor, profile } from "../../src/testing/arbitraries/index.js";
import { compiled, points, profileWith, ruleOf } from "../support/documents.js";
import { valueOf } from "../support/issues.js";

const example = compileProfileOrThrow(JSON.parse(readFileSync("docs/examples/vietnam-import.json", "utf8")), { catalogue: standardCatalogue });
const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

describe("arbitraries", () => {
  it("give what the parsers take as it is", () => {
    fc.assert(
      fc.property(declaration(), facts(), profile(), (drawn, stated, document) => {
        expect(valueOf(parseDeclaration(drawn))).toEqual(drawn);
        expect(valueOf(parseFacts(stated))).toEqual(stated);
        const made = fc.sample(factsFor(compileProfileOrThrow(document, { catalogue: standardCatalogue })), { numRuns: 3, seed: 1 });
        for (const one of made) expect(valueOf(parseFacts(one))).toEqual(one);
        for (const one of fc.sample(alert({ about: drawn }), { numRuns: 5, seed: 1 })) expect(valueOf(parseAlert(one))).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it("give facts of a catalogue of one's own", () => {
    const catalogue = defineCatalogue("own/1", [
      {
        id: "mine",
        type: "boolean",
        level: "header",
        reads: [],
        meaning: { en: "mine" },
        source: "a test",
        missing: "absent",
        whenItemAdded: "unaffected",
        extract: () => true,
      },
    ]);
    const drawn = fc.sample(facts({ catalogue }), { numRuns: 50, seed: 1 });
    expect(drawn.some(({ header }) => header.mine === true)).toBe(true);
    expect(drawn.every(({ header }) => Object.keys(header).every((id) => id === "mine"))).toBe(true);
  });

  it("give facts at, just below and just above a threshold of the profile, codes that it mentions and others, and missing in each way", () => {
    const rules = [
      ruleOf("value", { level: "item", when: { op: "lt", indicator: "unitValue", value: 12.5 } }),
      ruleOf("office", { when: { op: "eq", indicator: "customsOffice", value: "02CI" } }),
    ];
    const drawn = fc.sample(factsFor(compiled(profileWith(rules)), { minItems: 1 }), { numRuns: 300, seed: 1 });
    const values = new Set(drawn.flatMap(({ items }) => items.map((item) => JSON.stringify(item.values.unitValue))));
    for (const value of ["12.49", "12.5", "12.51", '{"missing":"absent"}', '{"missing":"notApplicable"}', '{"missing":"failed"}', undefined]) {
      expect(values).toContain(value);
    }
    const offices = new Set(drawn.map(({ header }) => header.customsOffice));
    expect(offices).toContain("02CI");
    expect(offices).toContain("~");
    expect(new Set(drawn.flatMap(({ header, items }) => [header, ...items.map((item) => item.values)].flatMap(Object.keys)))).toEqual(
      new Set(["unitValue", "customsOffice"]),
    );
  });

  it("give facts on both sides of when a rule is in force", () => {
    const validity = { from: "2026-02-01T00:00:00Z", to: "2026-03-01T00:00:00Z" };
    const moments = new Set(fc.sample(factsFor(compiled(profileWith([ruleOf("one", { validity })]))), { numRuns: 200, seed: 1 }).map(({ asOf }) => asOf));
    for (const moment of [validity.from, "2026-01-31T23:59:59.999Z", validity.to, "2026-02-28T23:59:59.999Z"]) expect(moments).toContain(moment);
  });

  it("reach what the example profile says: nearly every rule fires within some hundred facts", () => {
    const fired = new Set<string>();
    for (const one of fc.sample(factsFor(example, { minItems: 1 }), { numRuns: 400, seed: 1 })) {
      for (const { rules } of Object.values(assessOrThrow(example, one, { selectionKey }).domains)) {
        for (const [rule, outcome] of Object.entries(rules)) if (outcome === "fired") fired.add(rule);
      }
    }
    const all = Object.values(example.document.domains).flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(fired.size / all.length).toBeGreaterThan(0.9);
  });

  it("shrink to the facts that matter", () => {
    const rules = [
      ruleOf("a", { when: { op: "gte", indicator: "importerPriorDeclarations", value: 3 }, effect: points(5) }),
      ruleOf("b", { when: { op: "eq", indicator: "customsOffice", value: "02CI" }, effect: points(1) }),
    ];
    const tested = compiled(profileWith(rules, { thresholds: { red: 5 } }));
    const found = fc.check(
      fc.property(factsFor(tested), (one) => scoreOrThrow(tested, one).channel !== "red"),
      { seed: 1, numRuns: 1000 },
    );
    const [{ header, items }] = found.counterexample as [{ header: object; items: readonly object[] }];
    expect(Object.keys(header)).toEqual(["importerPriorDeclarations"]);
    expect(items).toEqual([]);
  });

  it("give alerts that are often about a declaration, of every standing", () => {
    const [drawn] = fc.sample(declaration(), { numRuns: 1, seed: 7 });
    const alerts = fc.sample(alert({ about: drawn as NonNullable<typeof drawn> }), { numRuns: 400, seed: 1 });
    const at = "2026-01-15T00:00:00Z";
    const matched = alerts.filter(
      (one) => createAlertIndex([one], { administration: "VN-CUSTOMS", purpose: "drugControl" }).matches(drawn as NonNullable<typeof drawn>, at).length > 0,
    );
    expect(matched.length).toBeGreaterThan(20);
    expect(matched.length).toBeLessThan(380);
    for (const key of ["channel", "requestedAction"] as const) expect(new Set(alerts.map((one) => one[key])).size).toBeGreaterThan(6);
    expect(alerts.some(({ revokedAt }) => revokedAt !== undefined)).toBe(true);
  });
});
