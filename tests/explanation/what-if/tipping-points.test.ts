import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOrThrow } from "../../../src/assessment/score.js";
import { createSelectionKeyOrThrow } from "../../../src/assessment/selection-key.js";
import { changeFacts } from "../../../src/explanation/change-facts.js";
import { findTippingPoints, findTippingPointsOrThrow } from "../../../src/explanation/what-if/tipping-points.js";
import { facts as anyFacts } from "../../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../../src/testing/arbitraries/profile.js";
import { compiled, factsOf, profileWith } from "../../support/documents.js";
import { issuesOf, valueOf } from "../../support/issues.js";
import { hubProfile } from "./support.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

describe("findTippingPoints", () => {
  it("says in the indicator's unit from which value down the channel is another", () => {
    const facts = factsOf({ customsOffice: "A", departureCountry: "SG" }, [{ unitValue: 5 }]);
    expect(valueOf(findTippingPoints(compiled(hubProfile()), facts, { indicator: "unitValue", item: 1 }))).toEqual({
      indicator: "unitValue",
      item: 1,
      unit: "VND/kg",
      current: 5,
      segments: [
        { from: 0, to: 19.99, channel: "red" },
        { from: 20, channel: "yellow" },
      ],
      isComplete: true,
    });
  });

  it("finds where a linear term tips the channel, though no rule names the value", () => {
    const term = { id: "mass", kind: "linear" as const, indicator: "totalNetMass", centre: 0, scale: 100, points: 1, missing: 0 };
    const profile = compiled(profileWith([], { model: { base: 0, zero: "stated", terms: [term] }, thresholds: { yellow: 5, red: 7.5 } }));
    expect(valueOf(findTippingPoints(profile, factsOf({ totalNetMass: 600 }), { indicator: "totalNetMass" }))).toMatchObject({
      segments: [
        { from: 0, to: 499.999, channel: "green" },
        { from: 500, to: 749.999, channel: "yellow" },
        { from: 750, channel: "red" },
      ],
      isComplete: false,
    });
  });

  it("is one segment where nothing reads the number", () => {
    const { segments } = valueOf(findTippingPoints(compiled(hubProfile()), factsOf({ freightCharge: 3 }), { indicator: "freightCharge" }));
    expect(segments).toEqual([{ from: 0, channel: "green" }]);
  });

  it("refuses what is no number, is missing or cannot be assessed", () => {
    const profile = compiled(hubProfile());
    expect(issuesOf(findTippingPoints(profile, factsOf({ customsOffice: "A" }), { indicator: "customsOffice" }))[0]?.path).toEqual(["place"]);
    expect(issuesOf(findTippingPoints(profile, factsOf(), { indicator: "totalNetMass" }))[0]?.path).toEqual(["place"]);
    expect(issuesOf(findTippingPoints(profile, factsOf({ totalNetMass: { missing: "absent" } }), { indicator: "totalNetMass" }))[0]?.path).toEqual(["place"]);
    expect(() => findTippingPointsOrThrow(profile, factsOf(), { indicator: "totalNetMass" })).toThrow("place");
    expect(findTippingPointsOrThrow(profile, factsOf({ totalNetMass: 1 }), { indicator: "totalNetMass" }).current).toBe(1);
    expect(findTippingPoints(profile, factsOf({ totalNetMass: 1 }, [], { currency: "USD" }), { indicator: "totalNetMass" }).ok).toBe(false);
  });

  it("gives, for any profile and facts, segments that hold the channel of every value tried in them", () => {
    fc.assert(
      fc.property(anyProfile(), anyFacts(), fc.integer({ min: 0, max: 3_000_000 }), (document, facts, thousandths) => {
        const profile = compiled(document);
        const result = findTippingPoints(profile, facts, { indicator: "totalNetMass" }, { selectionKey });
        if (!result.ok) return;
        const { segments, isComplete, current } = result.value;
        expect(segments.every(({ channel }, index) => channel !== segments[index + 1]?.channel)).toBe(true);
        const channelIn = (value: number) => segments.find(({ from, to }) => value >= from && value <= (to ?? Infinity))?.channel;
        expect(channelIn(current)).toBe(scoreOrThrow(profile, facts, { selectionKey }).channel);
        if (!isComplete) return;
        const value = thousandths / 1000;
        const there = scoreOrThrow(profile, changeFacts(facts, [{ indicator: "totalNetMass", to: value }]), { selectionKey }).channel;
        expect(channelIn(value)).toBe(there);
      }),
    );
  });
});
