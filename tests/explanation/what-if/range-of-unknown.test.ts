import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../../src/assessment/selection-key.js";
import { rangeOfUnknown, rangeOfUnknownOrThrow } from "../../../src/explanation/what-if/range-of-unknown.js";
import { isMissing } from "../../../src/indicators/fact.js";
import { facts as anyFacts, factValue } from "../../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../../src/testing/arbitraries/profile.js";
import { compiled, domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../../support/documents.js";
import { isDeepFrozen } from "../../support/frozen.js";
import { valueOf } from "../../support/issues.js";
import { hubProfile } from "./support.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

describe("rangeOfUnknown", () => {
  it("says between what the missing facts could take score and channel, and which matters most", () => {
    const facts = factsOf({ departureCountry: { missing: "failed" }, totalNetMass: 5 }, [{ unitValue: { missing: "absent" } }]);
    expect(valueOf(rangeOfUnknown(compiled(hubProfile()), facts))).toEqual({
      leastChannel: "green",
      mostChannel: "red",
      domains: [{ id: "revenue", least: 0, most: 26_000_000 }],
      missing: [
        { indicator: "unitValue", item: 1, spread: 12_000_000, leastChannel: "green", mostChannel: "yellow" },
        { indicator: "departureCountry", spread: 8_000_000, leastChannel: "green", mostChannel: "yellow" },
        { indicator: "customsOffice", spread: 6_000_000, leastChannel: "green", mostChannel: "yellow" },
      ],
    });
  });

  it("is a single score where nothing is missing, and leaves alone what does not apply", () => {
    const facts = factsOf({ departureCountry: "SG", customsOffice: { missing: "notApplicable" }, totalNetMass: 1 }, [{ unitValue: 5 }]);
    expect(rangeOfUnknownOrThrow(compiled(hubProfile()), facts)).toEqual({
      leastChannel: "yellow",
      mostChannel: "yellow",
      domains: [{ id: "revenue", least: 20_000_000, most: 20_000_000 }],
      missing: [],
    });
  });

  it("knows that of a group only the strongest counts, and that a mandatory rule and the draw hold whatever is missing", () => {
    const grouped = profileWith([
      ruleOf("one", { when: { op: "eq", indicator: "customsOffice", value: "A" }, effect: points(6), group: "g" }),
      ruleOf("two", { when: { op: "eq", indicator: "departureCountry", value: "SG" }, effect: points(4), group: "g" }),
    ]);
    expect(rangeOfUnknownOrThrow(compiled(grouped), factsOf({ customsOffice: "A" })).domains).toEqual([{ id: "revenue", least: 6_000_000, most: 6_000_000 }]);
    expect(rangeOfUnknownOrThrow(compiled(grouped), factsOf({ departureCountry: "SG" })).domains).toEqual([
      { id: "revenue", least: 4_000_000, most: 6_000_000 },
    ]);
    const mandatory = profileOf({ domains: { security: domainOf({ rules: [ruleOf("must", { effect: { kind: "channel", channel: "red" } })] }) } });
    expect(rangeOfUnknownOrThrow(compiled(mandatory), factsOf({ itemCount: 1 }))).toMatchObject({ leastChannel: "red", mostChannel: "red" });
    expect(rangeOfUnknownOrThrow(compiled(mandatory), factsOf())).toMatchObject({ leastChannel: "green", mostChannel: "red" });
    const drawn = compiled(hubProfile({ selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }));
    expect(rangeOfUnknownOrThrow(drawn, factsOf(), { selectionKey })).toMatchObject({ leastChannel: "red", mostChannel: "red" });
  });

  it("refuses facts that cannot be assessed", () => {
    expect(rangeOfUnknown(compiled(hubProfile()), factsOf({}, [], { currency: "USD" })).ok).toBe(false);
    expect(() => rangeOfUnknownOrThrow(compiled(hubProfile()), factsOf({}, [], { currency: "USD" }))).toThrow("currency");
  });

  it("holds every completion, for any profile and facts", () => {
    const values = fc.record({
      boolean: factValue("boolean"),
      number: factValue("number"),
      code: factValue("code"),
      codes: factValue("codes"),
      text: factValue("text"),
    });
    fc.assert(
      fc.property(anyProfile(), anyFacts(), fc.infiniteStream(values), (document, facts, stream) => {
        const profile = compiled(document);
        const result = rangeOfUnknown(profile, facts, { selectionKey });
        if (!result.ok) return;
        expect(isDeepFrozen(result.value)).toBe(true);
        const complete = (level: "header" | "item", set: typeof facts.header) =>
          Object.fromEntries(
            [...profile.catalogue.indicators.values()]
              .filter((indicator) => indicator.level === level)
              .map(({ id, type }) => {
                const was = set[id] ?? { missing: "absent" as const };
                return [id, isMissing(was) && was.missing !== "notApplicable" ? (stream.next().value as Record<string, never>)[type] : was];
              }),
          );
        const completed = {
          ...facts,
          header: complete("header", facts.header) as typeof facts.header,
          items: facts.items.map(({ item, values }) => ({ item, values: complete("item", values) as typeof values })),
        };
        const { channel, domains } = assessOrThrow(profile, completed, { selectionKey });
        const rank = (name: string): number => profile.document.channels.indexOf(name);
        expect(rank(channel)).toBeGreaterThanOrEqual(rank(result.value.leastChannel));
        expect(rank(channel)).toBeLessThanOrEqual(rank(result.value.mostChannel));
        for (const { id, least, most } of result.value.domains) {
          expect(domains[id]?.micropoints).toBeGreaterThanOrEqual(least);
          expect(domains[id]?.micropoints).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 300 },
    );
  });
});
