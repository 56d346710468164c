import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/core/result.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { parseFacts } from "../../src/indicators/facts.js";
import { parseConsignment, parseDeclaration } from "../../src/model/parse.js";
import { compileProfile } from "../../src/profile/compile-profile.js";
import { declaration } from "../../src/testing/arbitraries/declaration.js";
import { facts } from "../../src/testing/arbitraries/facts.js";
import { profile } from "../../src/testing/arbitraries/profile.js";
import { frozen } from "../support/frozen.js";
import { valueOf } from "../support/issues.js";
import { jsonValue, withOneFault } from "../support/json-value.js";

/** Never throws: a value, or issues that each say where, what, and how to mend it. */
function answers(parse: (input: unknown) => Result<unknown>, input: unknown): void {
  const result = parse(input);
  if (result.ok) return;
  expect(result.issues.length).toBeGreaterThan(0);
  for (const issue of result.issues) {
    expect(issue.path.every((step) => typeof step === "string" || typeof step === "number")).toBe(true);
    expect([issue.message, issue.expected, issue.received, issue.remedy].every((text) => text !== "")).toBe(true);
  }
}

describe("parsing", () => {
  it("never throws on any JSON value", () => {
    fc.assert(
      fc.property(jsonValue, (input) => {
        answers((value) => parseDeclaration(value), input);
        answers((value) => parseConsignment(value), input);
        answers(parseFacts, input);
        answers((value) => compileProfile(value, { catalogue: standardCatalogue }), input);
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on a declaration, facts or a profile with one place replaced by any JSON value", () => {
    fc.assert(
      fc.property(withOneFault(declaration()), withOneFault(facts()), withOneFault(profile()), (badDeclaration, badFacts, badProfile) => {
        answers((value) => parseDeclaration(value), badDeclaration);
        answers(parseFacts, badFacts);
        answers((value) => compileProfile(value, { catalogue: standardCatalogue }), badProfile);
      }),
      { numRuns: 300 },
    );
  });

  it("gives a sound declaration back in the same bytes, and changes nothing of it", () => {
    fc.assert(
      fc.property(declaration(), (input) => {
        const text = JSON.stringify(input);
        const once = valueOf(parseDeclaration(frozen(input)));
        expect(JSON.stringify(input)).toBe(text);
        expect(once).toEqual(input);
        const bytes = JSON.stringify(once);
        expect(JSON.stringify(valueOf(parseDeclaration(JSON.parse(bytes))))).toBe(bytes);
      }),
    );
  });

  it("gives sound facts back in the same bytes", () => {
    fc.assert(
      fc.property(facts(), (input) => {
        const bytes = JSON.stringify(valueOf(parseFacts(input)));
        expect(JSON.stringify(valueOf(parseFacts(JSON.parse(bytes))))).toBe(bytes);
        expect(JSON.parse(bytes)).toEqual(input);
      }),
    );
  });
});
