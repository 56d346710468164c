import { describe, expect, it } from "vitest";
import { expectation } from "../../src/core/expectation.js";
import { createIssue, escapeControls, formatIssue, formatPath, prefixIssue, quote } from "../../src/core/issue.js";

const issue = createIssue("value.range", expectation(["items", 2, "netMassKg"], "a number", "0x10", "write it as a JSON number"));

describe("createIssue", () => {
  it("makes a frozen error with what was expected and what came", () => {
    expect(issue).toEqual({
      code: "value.range",
      severity: "error",
      path: ["items", 2, "netMassKg"],
      message: 'expected a number, received "0x10"',
      expected: "a number",
      received: '"0x10"',
      remedy: "write it as a JSON number",
    });
    expect(Object.isFrozen(issue)).toBe(true);
  });

  it("makes a warning if told", () => {
    expect(createIssue("value.range", { ...expectation([], "a", 1, "b"), severity: "warning" }).severity).toBe("warning");
  });
});

describe("prefixIssue", () => {
  it("puts steps before the path and leaves the issue alone", () => {
    expect(prefixIssue(issue, "cases", 0).path).toEqual(["cases", 0, "items", 2, "netMassKg"]);
    expect(issue.path).toEqual(["items", 2, "netMassKg"]);
    expect(Object.isFrozen(prefixIssue(issue))).toBe(true);
  });
});

describe("formatPath", () => {
  it.each<[readonly (string | number)[], string]>([
    [[], "(root)"],
    [["items", 2, "originCountry"], "items[2].originCountry"],
    [[0, "a"], "[0].a"],
    [["a b", "c-d", "$e_1", "2x"], '["a b"]["c-d"].$e_1["2x"]'],
    [["\u001b[2J"], '["\\u001b[2J"]'],
    [["a\nb"], '["a\\nb"]'],
  ])("writes %j as %s", (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});

describe("quote", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    [null, "null"],
    [true, "true"],
    [1.5, "1.5"],
    [Number.NaN, "NaN"],
    ["text", '"text"'],
    ["a".repeat(60), `"${"a".repeat(60)}"`],
    ["a".repeat(61), `"${"a".repeat(60)}…"`],
    [[1, 2, 3], "an array of 3"],
    [{ a: 1 }, "an object"],
    [() => 1, "a function"],
    [10n, "a bigint"],
    [Symbol("x"), "a symbol"],
    ["\u001b[2J\u202e\u2028\u009b31m", '"\\u001b[2J\\u202e\\u2028\\u009b31m"'],
    ["A\ud800", '"A\\ud800"'],
  ])("shows %s as %s", (value, text) => {
    expect(quote(value)).toBe(text);
  });
});

describe("escapeControls", () => {
  it("escapes controls, invisible and direction-changing characters and lone surrogates, nothing else", () => {
    expect(escapeControls("a\u0000\u007f\u0085\u00ad\u061c\u200b\u200f\u2029\u202a\u2066\ufeffz")).toBe(
      "a\\u0000\\u007f\\u0085\\u00ad\\u061c\\u200b\\u200f\\u2029\\u202a\\u2066\\ufeffz",
    );
    expect(escapeControls("\ud83d x \udc00")).toBe("\\ud83d x \\udc00");
    expect(escapeControls("Nguyễn 😀 \u00a0한국")).toBe("Nguyễn 😀 \u00a0한국");
  });
});

describe("formatIssue", () => {
  it("writes an issue as one line, with the line of a table where there is one", () => {
    expect(formatIssue(issue)).toBe('items[2].netMassKg: expected a number, received "0x10" (write it as a JSON number)');
    expect(formatIssue(createIssue("row.invalid", { ...expectation([], "a row", undefined, "mend it"), line: 7 }))).toBe(
      "line 7: (root): expected a row, received nothing (mend it)",
    );
  });
});
