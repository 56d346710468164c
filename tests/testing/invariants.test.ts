import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { checkInvariants } from "../../src/testing/check-invariants.js";
import { failuresOf } from "../../src/testing/run-cases.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../support/documents.js";

const profile = compiled(
  profileWith(
    [
      ruleOf("cheap", { level: "item", when: { op: "lt", indicator: "unitValue", value: 20 }, effect: points(5) }),
      ruleOf("cheaper", { level: "item", when: { op: "between", indicator: "unitValue", min: 5, max: 10 }, effect: points(-3) }),
      ruleOf("new", { when: { op: "lt", indicator: "importerPriorDeclarations", value: 3 }, effect: points(2) }),
      ruleOf("hidden", { level: "item", when: { op: "eq", indicator: "hiddenCharacters", value: true }, effect: points(2) }),
    ],
    { thresholds: { red: 5 } },
  ),
);
const facts = factsOf({ importerPriorDeclarations: 7 }, [{ unitValue: 100 }, { unitValue: 15, hiddenCharacters: false }]);
const failures = (monotone: Record<string, "rising" | "falling">): readonly string[] => failuresOf(profile, facts, { monotone }, undefined);

describe("expect.monotone", () => {
  it("passes where points go one way, in the header and in items, for numbers and for yes or no", () => {
    expect(failures({ importerPriorDeclarations: "falling", hiddenCharacters: "rising" })).toEqual([]);
  });

  it("says in which item, from which value to which, and how many points", () => {
    expect(failures({ importerPriorDeclarations: "rising" })).toEqual([
      "expected points of revenue rising with importerPriorDeclarations, but they go from +7.000000 at 2 to +5.000000 at 3",
    ]);
    expect(failures({ unitValue: "falling" })).toEqual([
      "item 2: expected points of revenue falling with unitValue, but they go from +2.000000 at 10 to +5.000000 at 10.01",
    ]);
    expect(failures({ hiddenCharacters: "falling" })).toContain(
      "item 2: expected points of revenue falling with hiddenCharacters, but they go from +5.000000 at false to +7.000000 at true",
    );
  });

  it("refuses what has no order, and what there is not", () => {
    expect(failures({ customsOffice: "rising" })[0]).toMatch(/^"customsOffice": expected a number, or a yes or no/);
    expect(failures({ nothing: "rising" })[0]).toMatch(/^"nothing": expected a number, or a yes or no/);
  });
});

describe("checkInvariants", () => {
  it("finds nothing in an assessment as it comes", () => {
    expect(checkInvariants(profile, facts, assessOrThrow(profile, facts), {})).toEqual([]);
  });

  it("finds contributions that do not add up, and an assessment that is not that of the items in another order", () => {
    const assessment = assessOrThrow(profile, facts);
    const { revenue } = assessment.domains;
    if (revenue === undefined) throw new Error("no domain");
    const bent = { ...assessment, domains: { revenue: { ...revenue, contributions: revenue.contributions.slice(1), micropoints: 4_000_000 } } };
    expect(checkInvariants(profile, facts, bent, {})).toEqual([
      "the contributions of revenue add up to +5.000000 points, the score is +4.000000",
      "the same items in another order are assessed otherwise",
    ]);
  });
});
