import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { profile as drawnProfile } from "../../src/testing/arbitraries/profile.js";
import { coverCases, matchers, mutateProfile, parseCases, runCases, uncaughtMutations, uncovered } from "../../src/testing/index.js";
import { AS_OF, profile, rule } from "../hostile/support.js";
import { valueOf } from "../support/issues.js";

const CHEAP = {
  op: "all",
  of: [
    { op: "lt", indicator: "unitValue", value: 100 },
    { op: "not", of: { op: "prefix", indicator: "hsCode", values: ["72"] } },
  ],
};
const compiled = compileProfileOrThrow(
  profile([
    rule("cheap", CHEAP),
    rule(
      "many",
      { op: "countItems", atLeast: 2, where: { op: "gte", indicator: "netMass", value: 10 } },
      { level: "header", appliesTo: { op: "eq", indicator: "transportMode", value: "un-r19:1" } },
    ),
  ]),
  { catalogue: standardCatalogue },
);

function casesOf(...list: readonly { readonly header?: object; readonly items: readonly object[]; readonly expect: object }[]) {
  const cases = list.map(({ header = {}, items, expect: expected }, index) => ({
    name: `case ${index}`,
    facts: { asOf: AS_OF, header, items: items.map((values, line) => ({ item: line + 1, values })) },
    expect: expected,
  }));
  return valueOf(parseCases({ schema: "consignment-risk/cases@1", cases }));
}

const SHIP = { transportMode: "un-r19:1" };
const FIRES = { items: [{ unitValue: 99, hsCode: "940161" }], expect: { channel: "red", points: { security: -5 }, rules: { fired: ["cheap"] } } };
const WHOLE = casesOf(
  FIRES,
  { items: [{ unitValue: 100, hsCode: "940161" }], expect: { points: { security: -10 } } },
  { items: [{ unitValue: 99, hsCode: "720410" }], expect: { points: { security: -10 } } },
  { items: [{ unitValue: 98, hsCode: "940161" }], expect: { points: { security: -5 } } },
  { header: SHIP, items: [{ netMass: 10 }, { netMass: 11 }], expect: { rules: { fired: ["many"] } } },
  { header: SHIP, items: [{ netMass: 9 }, { netMass: 30 }], expect: { rules: { notFired: ["many"] } } },
  { header: { transportMode: "un-r19:4" }, items: [{ netMass: 10 }, { netMass: 30 }], expect: { rules: { notApplicable: ["many"] } } },
);

describe("coverCases", () => {
  it("counts rules by outcome, and lists what no case reaches", () => {
    const coverage = coverCases(compiled, casesOf(FIRES));
    expect(coverage.rules.map(({ rule: id, outcomes }) => [id, outcomes])).toEqual([
      ["many", { fired: 0, notFired: 1, undetermined: 0, notApplicable: 0, superseded: 0 }],
      ["cheap", { fired: 1, notFired: 0, undetermined: 0, notApplicable: 0, superseded: 0 }],
    ]);
    expect(uncovered(coverage)).toEqual(
      expect.arrayContaining([
        "rule cheap: no case leaves it silent",
        "rule cheap: when (all) is never false",
        "rule cheap: when.of.1.of (prefix hsCode) is never true",
        "rule many: no case fires it",
        "rule many: appliesTo (eq transportMode) is never true or false",
        "channel green: no case ends in it",
        "channel yellow: no case ends in it",
      ]),
    );
    expect(uncovered(coverCases(compiled, WHOLE))).toEqual(["channel yellow: no case ends in it"]);
  });

  it("reaches nothing without a case that can be assessed", () => {
    expect(uncovered(coverCases(compiled, []))).toContain("rule many: no case is assessed");
  });
});

describe("uncaughtMutations", () => {
  it("lists the changes that no case notices, and fewer the more the cases hold", () => {
    const few = uncaughtMutations(compiled, casesOf(FIRES));
    const more = uncaughtMutations(compiled, WHOLE);
    expect(few.uncaught).toContain("rule cheap: when.of.0 lt becomes lte");
    expect(few.uncaught).toContain("rule many: its points become 0");
    expect(few.uncaught).not.toContain("rule cheap: its points become 0");
    expect(more.uncaught).not.toContain("rule cheap: when.of.0 lt becomes lte");
    expect(more.uncaught).not.toContain("rule cheap: when.of.1 not is dropped");
    expect(more.uncaught).not.toContain("rule many: when atLeast 2 becomes 1");
    expect(more.uncaught.length).toBeLessThan(few.uncaught.length);
    expect(more.uncaught.length + more.caught + more.refused).toBe(mutateProfile(compiled.document).length);
  });

  it("lets a case that fails catch nothing", () => {
    const failing = casesOf({ ...FIRES, expect: { channel: "green" } });
    expect(runCases(compiled, failing)[0]?.failures).toHaveLength(1);
    expect(uncaughtMutations(compiled, failing).caught).toBe(0);
  });

  it("changes every profile in one place, each time in another", () => {
    fc.assert(
      fc.property(drawnProfile(), (document) => {
        const before = JSON.stringify(document);
        const mutations = mutateProfile(document);
        expect(JSON.stringify(document)).toBe(before);
        expect(new Set(mutations.map(({ change }) => change)).size).toBe(mutations.length);
        for (const mutation of mutations) expect(JSON.stringify(mutation.profile)).not.toBe(before);
        // what is refused is refused with reasons, never thrown
        for (const mutation of mutations.slice(0, 5)) expect(typeof compileProfile(mutation.profile, { catalogue: standardCatalogue }).ok).toBe("boolean");
      }),
      { numRuns: 40 },
    );
  });
});

describe("toBeAssessed", () => {
  expect.extend(matchers);
  const facts = { id: "D-1", asOf: AS_OF, header: {}, items: [{ item: 1, values: { unitValue: 99, hsCode: "940161" } }] };

  it("passes where the profile says what is expected", () => {
    const { pass, message } = matchers.toBeAssessed({ profile: compiled, facts }, { channel: "red", rules: { fired: ["cheap"] } });
    expect([pass, message()]).toEqual([true, 'expected D-1 not to be assessed as {"channel":"red","rules":{"fired":["cheap"]}}']);
  });

  it("says what came instead, and why", () => {
    const { pass, message } = matchers.toBeAssessed({ profile: compiled, facts }, { channel: "green", rules: { notFired: ["cheap"] } });
    expect(pass).toBe(false);
    expect(message()).toContain('expected channel "green", received "red"');
    expect(message()).toContain("rule cheap: expected notFired, received fired, because item 1: ");
  });

  it("works with expect.extend", () => {
    interface Assertion {
      toBeAssessed(expected: object): void;
      readonly not: Assertion;
    }
    const assertion = (): Assertion => expect({ profile: compiled, facts }) as unknown as Assertion;
    assertion().toBeAssessed({ channel: "red" });
    assertion().not.toBeAssessed({ channel: "yellow" });
    expect(() => assertion().toBeAssessed({ channel: "yellow" })).toThrow("expected channel");
    expect(() => assertion().not.toBeAssessed({ channel: "red" })).toThrow("not to be assessed");
  });
});
