import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { parseCases } from "../../src/testing/cases.js";
import { AS_OF, declaration } from "../hostile/support.js";

function cases(...list: readonly object[]): { readonly schema: string; readonly cases: readonly object[] } {
  return { schema: "consignment-risk/cases@1", cases: list };
}

function issuesOf(input: unknown): readonly string[] {
  const result = parseCases(input);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`);
}

describe("parseCases", () => {
  it("reads cases of declarations with all their options", () => {
    const supplied = [{ indicator: "itemCount", value: 5, source: "by hand", knownAt: AS_OF }];
    const expectations = { channel: "red", points: { security: -5.5 }, rules: { fired: ["a"], notFired: ["b"] } };
    const selectionKey = "00".repeat(16);
    const input = cases(
      { name: "one", declaration: declaration(), supplied, asOf: AS_OF, selectionKey, expect: expectations },
      { name: "two", declaration: declaration(), expect: {} },
    );
    expect(parseCases(input)).toEqual({
      ok: true,
      value: [
        { name: "one", record: { kind: "declaration", declaration: declaration(), supplied }, asOf: AS_OF, selectionKey, expect: expectations },
        { name: "two", record: { kind: "declaration", declaration: declaration(), supplied: [] }, expect: {} },
      ],
    });
  });

  it("reads cases of facts, whose id may be left out and whose moment may be the case's", () => {
    const facts = { header: { itemCount: 1 }, items: [] };
    const read = (input: object) => {
      const result = parseCases(cases(input));
      return result.ok ? result.value[0]?.record : result.issues;
    };
    expect(read({ name: "n", facts, asOf: AS_OF, expect: {} })).toMatchObject({ kind: "facts", facts: { id: "case", asOf: AS_OF, ...facts } });
    expect(read({ name: "n", facts: { id: "F", asOf: AS_OF, ...facts }, expect: {} })).toMatchObject({ facts: { id: "F", asOf: AS_OF } });
  });

  it("takes the extensions that it is told of", () => {
    const input = cases({ name: "n", declaration: declaration({ extensions: { vn: { a: "x" } } }), expect: {} });
    expect(issuesOf(input)).toEqual(["value.unknownKey cases[0].declaration.extensions.vn"]);
    expect(parseCases(input, [{ namespace: "vn", header: { a: "code" }, item: {} }]).ok).toBe(true);
  });

  it("names every case at fault, and refuses a case with two subjects", () => {
    const facts = { header: {}, items: [] };
    expect(
      issuesOf(
        cases(
          { name: "bad", declaration: declaration({ id: 5 }), expect: {} },
          { name: "good", declaration: declaration(), expect: {} },
          { name: "both", declaration: declaration(), facts, asOf: AS_OF, expect: {} },
          { name: "supplied", facts, asOf: AS_OF, supplied: [], expect: {} },
        ),
      ),
    ).toEqual(["value.type cases[0].declaration.id", "value.invalid cases[2].declaration", "value.invalid cases[3].supplied"]);
  });

  it("reports thousands of faults without a crash", () => {
    const flood = Array.from({ length: 150_000 }, () => ({ name: "n", declaration: 1, expect: {} }));
    expect(issuesOf({ ...cases(), cases: flood })).toHaveLength(150_000);
  });
});
