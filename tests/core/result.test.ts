import { describe, expect, it } from "vitest";
import { expectation } from "../../src/core/expectation.js";
import { deepFreeze } from "../../src/core/freeze.js";
import { createIssue } from "../../src/core/issue.js";
import { localize } from "../../src/core/language.js";
import { own } from "../../src/core/own.js";
import { failure, IssueError, orThrow, settle, success } from "../../src/core/result.js";
import { collectIssues } from "../../src/core/schema.js";
import { isDeepFrozen } from "../support/frozen.js";

const error = createIssue("value.range", expectation(["a"], "b", 1, "c"));
const warning = createIssue("value.range", { ...expectation(["w"], "b", 1, "c"), severity: "warning" });

describe("results", () => {
  it("hold a value or at least one issue", () => {
    expect(success(1)).toEqual({ ok: true, value: 1 });
    expect(failure(error, warning)).toEqual({ ok: false, issues: [error, warning] });
    expect(collectIssues([success(1), failure(error), failure(warning, error)])).toEqual([error, warning, error]);
  });

  it("settle on the value where nothing is worse than a warning", () => {
    expect(settle([warning], () => "value")).toEqual({ ok: true, value: "value" });
    expect(settle([warning, error, warning], () => expect.fail("not asked"))).toEqual({ ok: false, issues: [error] });
  });

  it("settle on any number of issues", () => {
    const many = Array.from({ length: 300_000 }, () => error);
    const result = settle(many, () => undefined);
    expect(result.ok || result.issues.length).toBe(300_000);
  });

  it("throw an error that carries the issues and names the first five", () => {
    expect(orThrow(success(7))).toBe(7);
    const six = failure(error, error, error, error, error, error);
    try {
      orThrow(six);
      expect.fail("it threw nothing");
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(IssueError);
      expect((thrown as IssueError).name).toBe("IssueError");
      expect((thrown as IssueError).issues).toBe(six.issues);
      expect((thrown as IssueError).message).toBe(`${Array.from({ length: 5 }, () => "a: expected b, received 1 (c)").join("; ")}; and 1 more`);
    }
    expect(new IssueError([error, error, error, error, error]).message).not.toContain("more");
  });
});

describe("deepFreeze", () => {
  it("freezes all the way down, below what is frozen already too", () => {
    const value = { a: [{ b: 1 }], c: Object.freeze({ d: [1] }) };
    expect(deepFreeze(value)).toBe(value);
    expect(isDeepFrozen(value)).toBe(true);
    expect(deepFreeze(null)).toBeNull();
    expect(deepFreeze("text")).toBe("text");
  });
});

describe("own", () => {
  it("never reads what is inherited", () => {
    expect(own({ a: 1 }, "a")).toBe(1);
    expect(own({ a: 1 }, "toString")).toBeUndefined();
    expect(own(JSON.parse('{"__proto__":5}') as Record<string, number>, "__proto__")).toBe(5);
    expect(own({}, "__proto__")).toBeUndefined();
  });
});

describe("localize", () => {
  it("takes the language, else its base, else English, else the first by tag", () => {
    const text = { vi: "xanh", "zh-Hant": "綠", en: "green" };
    expect([localize(text, "zh-Hant"), localize(text, "vi-VN"), localize(text, "fr"), localize({ vi: "xanh", de: "grün" }, "fr"), localize({}, "en")]).toEqual([
      "綠",
      "xanh",
      "green",
      "grün",
      "",
    ]);
    expect(localize({ en: "x" }, "toString")).toBe("x");
  });
});
