import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { type Assessed, explainDifference, explainDifferenceOrThrow } from "../../src/explanation/difference.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { facts as anyFacts } from "../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../src/testing/arbitraries/profile.js";
import { compiled, domainOf, factsOf, points, profileOf, profileWith, ruleOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { issuesOf, valueOf } from "../support/issues.js";
import { hubProfile } from "./what-if/support.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

function assessed(document: RiskProfile, facts: Facts): Assessed {
  const profile = compiled(document);
  return { profile, facts, assessment: assessOrThrow(profile, facts, { selectionKey }) };
}

describe("explainDifference", () => {
  it("says what an amendment moved: addends, rules and the facts behind them", () => {
    const before = assessed(hubProfile(), factsOf({ customsOffice: "A", departureCountry: "SG" }, [{ unitValue: 5 }, { unitValue: 30 }]));
    const after = assessed(hubProfile(), factsOf({ customsOffice: "C", departureCountry: "SG" }, [{ unitValue: 40 }, { unitValue: 6 }]));
    expect(valueOf(explainDifference(before, after))).toEqual({
      channelBefore: "red",
      channelAfter: "yellow",
      isSameProfile: true,
      domains: [
        {
          id: "revenue",
          before: 26_000_000,
          after: 20_000_000,
          difference: -6_000_000,
          channelBefore: "red",
          channelAfter: "yellow",
          movements: [{ kind: "rule", id: "office", before: 6_000_000, after: 0, difference: -6_000_000 }],
          rules: [{ id: "office", before: "fired", after: "notFired" }],
        },
      ],
      facts: [
        { indicator: "customsOffice", before: "A", after: "C" },
        { indicator: "unitValue", item: 1, before: 5, after: 40 },
        { indicator: "unitValue", item: 2, before: 30, after: 6 },
      ],
    });
  });

  it("tells the items apart that the score was of, and facts that only one side has", () => {
    const document = profileWith([
      ruleOf("cheap", { level: "item", when: { op: "lt", indicator: "unitValue", value: 20 }, effect: points(2) }),
      ruleOf("cheaper", { level: "item", when: { op: "lt", indicator: "unitValue", value: 10 }, effect: points(3) }),
    ]);
    const { domains, facts } = valueOf(
      explainDifference(assessed(document, factsOf({}, [{ unitValue: 15 }])), assessed(document, factsOf({}, [{ unitValue: 15 }, { unitValue: 5 }]))),
    );
    expect(domains[0]?.movements).toEqual([{ kind: "rule", id: "cheaper", itemAfter: 2, before: 0, after: 3_000_000, difference: 3_000_000 }]);
    expect(facts).toEqual([{ indicator: "unitValue", item: 2, before: { missing: "absent" }, after: 5 }]);
  });

  it("compares two versions of a profile, and domains that only one has", () => {
    const facts = factsOf({ itemCount: 3 });
    const before = assessed(profileWith([ruleOf("many", { effect: points(2) })], { base: -3 }), facts);
    const after = assessed(profileOf({ domains: { security: domainOf({ base: 1 }) } }), facts);
    const { isSameProfile, domains } = valueOf(explainDifference(before, after));
    expect(isSameProfile).toBe(false);
    expect(domains).toEqual([
      {
        id: "revenue",
        before: -1_000_000,
        after: 0,
        difference: 1_000_000,
        channelBefore: "green",
        movements: [
          { kind: "base", id: "base", before: -3_000_000, after: 0, difference: 3_000_000 },
          { kind: "rule", id: "many", before: 2_000_000, after: 0, difference: -2_000_000 },
        ],
        rules: [{ id: "many", before: "fired", after: "notFired" }],
      },
      {
        id: "security",
        before: 0,
        after: 1_000_000,
        difference: 1_000_000,
        channelAfter: "green",
        movements: [{ kind: "base", id: "base", before: 0, after: 1_000_000, difference: 1_000_000 }],
        rules: [],
      },
    ]);
  });

  it("refuses an assessment beside a profile or facts that are not its own, and says on which side", () => {
    const one = assessed(hubProfile(), factsOf());
    const other = assessed(hubProfile({ version: "2" }), factsOf());
    expect(issuesOf(explainDifference(one, { ...one, profile: other.profile })).map(({ path }) => path)).toEqual([["after", "profile", "fingerprint"]]);
    expect(() => explainDifferenceOrThrow(one, { ...one, profile: other.profile })).toThrow("fingerprint");
    expect(explainDifferenceOrThrow(one, other)).toEqual(valueOf(explainDifference(one, other)));
    expect(issuesOf(explainDifference({ ...one, facts: factsOf({}, [], { id: "D-2" }) }, one)).map(({ path }) => path)).toEqual([["before", "facts"]]);
  });

  it("sums exactly to the difference of every score, for any two profiles and facts, and is 0 against itself", () => {
    fc.assert(
      fc.property(anyProfile(), anyProfile(), anyFacts(), anyFacts(), (one, other, left, right) => {
        const before = assessed(one, left);
        const after = assessed(other, right);
        const difference = valueOf(explainDifference(before, after));
        for (const { id, movements, difference: moved } of difference.domains) {
          expect(movements.reduce((sum, movement) => sum + BigInt(movement.difference), 0n)).toBe(BigInt(moved));
          expect(moved).toBe((after.assessment.domains[id]?.micropoints ?? 0) - (before.assessment.domains[id]?.micropoints ?? 0));
        }
        expect(isDeepFrozen(difference)).toBe(true);
        const none = valueOf(explainDifference(before, before));
        expect(none.domains.flatMap(({ movements, rules }) => [...movements, ...rules])).toEqual([]);
        expect(none.facts).toEqual([]);
      }),
    );
  });
});
