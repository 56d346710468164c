import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOrThrow } from "../../../src/assessment/score.js";
import { createSelectionKeyOrThrow } from "../../../src/assessment/selection-key.js";
import { findDecidingFacts, findDecidingFactsOrThrow } from "../../../src/explanation/what-if/deciding-facts.js";
import type { FactSet } from "../../../src/indicators/facts.js";
import { facts as anyFacts, factSet } from "../../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../../src/testing/arbitraries/profile.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../../support/documents.js";
import { isDeepFrozen } from "../../support/frozen.js";
import { valueOf } from "../../support/issues.js";
import { hubProfile } from "./support.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

describe("findDecidingFacts", () => {
  it("names the facts that suffice for the channel, and those that it would not stand without", () => {
    const facts = factsOf({ customsOffice: "A", departureCountry: "SG", totalNetMass: 1500 }, [{ unitValue: 5 }, { unitValue: 500 }]);
    // 30 points: 12 of the cheap item, 8 of the hub, 6 of the office, 4 of the mass; red from 22
    expect(valueOf(findDecidingFacts(compiled(hubProfile()), facts))).toEqual({
      channel: "red",
      decidedBy: "facts",
      sufficient: [
        { indicator: "departureCountry", fact: "SG" },
        { indicator: "totalNetMass", fact: 1500 },
        { indicator: "unitValue", item: 1, fact: 5 },
      ],
      search: "smallest",
      necessary: [{ indicator: "unitValue", item: 1, fact: 5 }],
    });
  });

  it("finds one fact where one suffices, though others were looked at first", () => {
    const rules = [
      ruleOf("a", { when: { op: "eq", indicator: "customsOffice", value: "A" }, effect: points(5) }),
      ruleOf("b", { when: { op: "eq", indicator: "departureCountry", value: "SG" }, effect: points(5) }),
      ruleOf("c", { when: { op: "eq", indicator: "importerId", value: "x" }, effect: points(10) }),
    ];
    const profile = compiled(profileWith(rules, { thresholds: { red: 10 } }));
    const facts = factsOf({ customsOffice: "A", departureCountry: "SG", importerId: "x" });
    expect(valueOf(findDecidingFacts(profile, facts))).toMatchObject({
      sufficient: [{ indicator: "importerId", fact: "x" }],
      search: "smallest",
      necessary: [],
    });
    expect(valueOf(findDecidingFacts(profile, facts, { maxSets: 0 })).search).toBe("minimal");
  });

  it("finds a missing fact that gives points for not being known, though it can be spared while others are kept", () => {
    const rules = [
      ruleOf("a", {
        when: {
          op: "all",
          of: [
            { op: "not", of: { op: "eq", indicator: "departureCountry", value: "SG" } },
            { op: "eq", indicator: "transportMode", value: "sea" },
          ],
        },
        effect: points(1),
      }),
      ruleOf("b", { when: { op: "eq", indicator: "customsOffice", value: "A" }, effect: points(1, 1) }),
    ];
    const profile = compiled(profileWith(rules, { thresholds: { red: 1 } }));
    const facts = factsOf({ customsOffice: { missing: "absent" }, departureCountry: "VN", transportMode: "sea" });
    expect(valueOf(findDecidingFacts(profile, facts))).toMatchObject({
      sufficient: [{ indicator: "customsOffice", fact: { missing: "absent" } }],
      search: "smallest",
    });
  });

  it("needs no facts where the draw decides, the lowest channel stands or the base alone reaches it", () => {
    const drawn = compiled(hubProfile({ selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }));
    expect(findDecidingFactsOrThrow(drawn, factsOf({ customsOffice: "A" }), { selectionKey })).toMatchObject({
      channel: "red",
      decidedBy: "random",
      sufficient: [],
    });
    expect(findDecidingFactsOrThrow(compiled(hubProfile()), factsOf())).toMatchObject({ channel: "green", decidedBy: "lowestChannel" });
    const based = compiled(profileWith([ruleOf("a")], { base: 3, thresholds: { red: 3 } }));
    expect(findDecidingFactsOrThrow(based, factsOf({ itemCount: 2 }))).toMatchObject({ decidedBy: "facts", sufficient: [], necessary: [] });
  });

  it("refuses facts that cannot be assessed", () => {
    expect(findDecidingFacts(compiled(hubProfile()), factsOf({}, [], { currency: "USD" })).ok).toBe(false);
    expect(() => findDecidingFactsOrThrow(compiled(hubProfile()), factsOf({}, [], { currency: "USD" }))).toThrow("currency");
  });

  it("gives, for any profile and facts, a set that holds the channel whatever the rest is made", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyProfile(), anyFacts(), factSet("header"), factSet("item"), (document, facts, header, item) => {
        const profile = compiled(document);
        const result = findDecidingFacts(profile, facts, { selectionKey, maxSets: 50 });
        if (!result.ok || result.value.decidedBy !== "facts") return;
        seen += 1;
        expect(isDeepFrozen(result.value)).toBe(true);
        const rank = (channel: string): number => profile.document.channels.indexOf(channel);
        const fixed = (line: number | undefined): FactSet =>
          Object.fromEntries(result.value.sufficient.filter((place) => place.item === line).map(({ indicator, fact }) => [indicator, fact]));
        const other = {
          ...facts,
          header: { ...header, ...fixed(undefined) },
          items: facts.items.map((entry) => ({ item: entry.item, values: { ...item, ...fixed(entry.item) } })),
        };
        const there = scoreOrThrow(profile, other, { selectionKey }).channel;
        expect(rank(there)).toBeGreaterThanOrEqual(rank(result.value.channel));
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});
