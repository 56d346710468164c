import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { parseCases } from "../../src/testing/cases.js";
import { runCases } from "../../src/testing/run-cases.js";
import { ANY_ITEM, AS_OF, declaration, item, profile, rule } from "../hostile/support.js";

const heavy = { op: "gt", indicator: "netMass", value: 100 };
const rules = [
  rule("heavy", heavy),
  rule("chapter-1", { op: "prefix", indicator: "hsCode", values: ["01"] }, { appliesTo: { op: "in", indicator: "originCountry", values: ["KR"] } }),
  rule("some", { op: "any", of: [heavy, { op: "not", of: { op: "present", indicator: "hsCode" } }] }),
  rule("any-heavy", { op: "anyItem", where: heavy }, { level: "header" }),
  rule("past", ANY_ITEM, { validity: { from: "2020-01-01T00:00:00Z", to: "2021-01-01T00:00:00Z" } }),
  rule("small", ANY_ITEM, { group: "g", effect: { kind: "points", points: 1, undetermined: 0 } }),
  rule("large", ANY_ITEM, { group: "g", effect: { kind: "points", points: 2, undetermined: 0 } }),
  rule("demand", { op: "prefix", indicator: "hsCode", values: ["93"] }, { effect: { kind: "channel", channel: "red" } }),
];
const compiled = compileProfileOrThrow(profile(rules), { catalogue: standardCatalogue });

function failures(fields: object, expectations: object, more: object = {}, under = compiled): readonly string[] {
  const subject = "facts" in more ? {} : { declaration: declaration(fields) };
  const cases = parseCases({ schema: "consignment-risk/cases@1", cases: [{ name: "the case", ...subject, ...more, expect: expectations }] });
  if (!cases.ok) throw new Error(JSON.stringify(cases.issues));
  const [result] = runCases(under, cases.value);
  expect(result?.name).toBe("the case");
  return result?.failures ?? [];
}

describe("runCases", () => {
  const light = { items: [item({ netMassKg: 5, originCountryCode: "VN" })] };

  it("passes where everything named is so, and checks nothing else", () => {
    const expected = {
      channel: "green",
      points: { security: -8 },
      rules: {
        fired: ["large"],
        notFired: ["heavy", "past", "some", "any-heavy", "demand"],
        notApplicable: ["chapter-1"],
        superseded: ["small"],
        undetermined: [],
      },
    };
    expect(failures(light, expected)).toEqual([]);
    expect(failures(light, {})).toEqual([]);
    expect(failures({ items: [item({ originCountryCode: "KR" })] }, { rules: { undetermined: ["heavy", "some"], fired: ["chapter-1"] } })).toEqual([]);
  });

  it("names the channel and what every domain came to", () => {
    expect(failures(light, { channel: "red" })).toEqual(['expected channel "red", received "green": security -8.000000 green']);
    const demanded = failures({ items: [item({ hsCode: "930100", netMassKg: 5, originCountryCode: "VN" })] }, { channel: "green" });
    expect(demanded).toEqual(['expected channel "green", received "red": security -8.000000 red']);
  });

  it("names the points and what they are made of, to the millionth", () => {
    expect(failures(light, { points: { security: -8.000001 } })).toEqual([
      "expected -8.000001 points in security, received -8.000000: base -10.000000, large +2.000000",
    ]);
    expect(failures(light, { points: { other: 1 } })).toEqual(['expected points in "other", but the profile has no such domain']);
  });

  it("names the rule, its outcome, and why", () => {
    const because = (id: string, outcome: string, fields: object = light): string => failures(fields, { rules: { [outcome]: [id] } }).join();
    expect(because("heavy", "fired")).toBe("rule heavy: expected fired, received notFired, because item 1: netMass = 5 is false");
    expect(because("heavy", "fired", {})).toBe("rule heavy: expected fired, received undetermined, because item 1: netMass = absent is unknown");
    expect(because("some", "fired")).toBe(
      'rule some: expected fired, received notFired, because item 1: false for 1 of (netMass = 5 is false, not (hsCode = "010121" is true))',
    );
    expect(because("any-heavy", "fired")).toBe("rule any-heavy: expected fired, received notFired, because false for 1 of the items (netMass = 5 is false)");
    expect(because("chapter-1", "fired")).toBe(
      'rule chapter-1: expected fired, received notApplicable, because item 1: it applies only to originCountry = "VN" is false',
    );
    expect(because("chapter-1", "fired", {})).toBe(
      'rule chapter-1: expected fired, received undetermined, because item 1: it applies to originCountry = absent is unknown, and hsCode = "010121" is true',
    );
    expect(because("past", "fired")).toBe(`rule past: expected fired, received notFired, because it is not in force at ${AS_OF}`);
    expect(because("small", "fired")).toBe('rule small: expected fired, received superseded, because item 1: hsCode = "010121" is true');
    expect(because("none", "fired")).toBe('rule "none": expected fired, but the profile has no such rule');
  });

  it("tells of three items at most", () => {
    const items = Array.from({ length: 5 }, (_, index) => item({ lineNumber: index + 1, netMassKg: index }));
    const [text = ""] = failures({ items }, { rules: { fired: ["heavy"] } });
    expect(text).toContain("item 3: netMass = 2 is false");
    expect(text).not.toContain("item 4");
  });

  it("assesses at the case's moment, with the case's facts", () => {
    const past = { asOf: "2020-06-01T00:00:00Z" };
    expect(failures(light, { rules: { fired: ["past"] } }, past)).toEqual([]);
    const facts = { header: {}, items: [{ item: 4, values: { netMass: 500 } }] };
    expect(failures({}, { rules: { fired: ["heavy"] } }, { facts, asOf: AS_OF })).toEqual([]);
    const supplied = [{ indicator: "netMass", item: 1, value: 500, source: "weighed", knownAt: AS_OF }];
    expect(failures(light, { rules: { fired: ["heavy"] } }, { supplied })).toEqual([]);
  });

  it("fails a case that cannot be assessed, and says why", () => {
    const late = [{ indicator: "netMass", item: 1, value: 500, source: "weighed", knownAt: "2027-01-01T00:00:00Z" }];
    expect(failures(light, {}, { supplied: late })).toEqual([expect.stringContaining("supplied[0].knownAt")]);
    const facts = { header: {}, items: [], currency: "EUR" };
    expect(failures({}, {}, { facts, asOf: AS_OF })).toEqual([expect.stringContaining("amounts in USD")]);
  });

  it("draws with the case's key, else with one of zeros", () => {
    const selection = { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] };
    const random = compileProfileOrThrow(profile([], { selection }), { catalogue: standardCatalogue });
    const channelsOf = (more: object): readonly string[] =>
      Array.from({ length: 20 }, (_, index) => (failures({ id: `D-${index}` }, { channel: "red" }, more, random).length === 0 ? "red" : "green"));
    const zeros = channelsOf({});
    expect(new Set(zeros)).toEqual(new Set(["red", "green"]));
    expect(channelsOf({ selectionKey: "00".repeat(32) })).toEqual(zeros);
    expect(channelsOf({ selectionKey: "ab".repeat(32) })).not.toEqual(zeros);
  });
});
