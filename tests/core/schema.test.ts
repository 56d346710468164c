import { describe, expect, it } from "vitest";
import * as z from "zod";
import { calendarDate, codeText, freeText, identifier, instant, localizedText, shortText } from "../../src/core/fields.js";
import type { Issue } from "../../src/core/issue.js";
import { parseWith } from "../../src/core/schema.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const refuse = (schema: z.ZodType, value: unknown): readonly Issue[] => issuesOf(parseWith(schema, value));

describe("parseWith", () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), 1, "expected a string, received 1"],
    [z.number(), "1", 'expected a number, received "1"'],
    [z.int(), 1.5, "expected an integer, received 1.5"],
    [z.boolean(), "true", 'expected true or false, received "true"'],
    [z.array(z.string()), {}, "expected an array, received an object"],
    [z.strictObject({}), [], "expected an object, received an array of 0"],
    [z.record(z.string(), z.string()), null, "expected an object, received null"],
    [z.map(z.string(), z.string()), 1, "expected map, received 1"],
  ])("names the JSON type that it expected (%#)", (schema, value, message) => {
    expectOnly(refuse(schema, value), { code: "value.type", path: [], message });
  });

  it("says that a field is missing, and to add it", () => {
    expectOnly(refuse(z.strictObject({ a: z.string() }), {}), {
      code: "value.type",
      path: ["a"],
      message: "expected a string, received nothing",
      remedy: "add the field",
    });
  });

  it("names every key that it does not know", () => {
    const issues = refuse(z.strictObject({ in: z.strictObject({}) }), { in: { a: 1, constructor: 2 } });
    expect(issues.map((issue) => [issue.code, issue.path])).toEqual([
      ["value.unknownKey", ["in", "a"]],
      ["value.unknownKey", ["in", "constructor"]],
    ]);
    expectOnly(refuse(z.strictObject({}), { a: 1 }), { code: "value.unknownKey", path: ["a"], message: 'the key "a" is not known here', key: "a" });
  });

  it.each<[z.ZodType, unknown, string]>([
    [z.number().max(5), 6, "at most 5, received 6"],
    [z.number().min(5), 4, "at least 5, received 4"],
    [z.number().positive(), 0, "more than 0, received 0"],
    [z.number().lt(1), 1, "less than 1, received 1"],
    [z.string().max(2), "abc", "at most 2 characters"],
    [z.string().min(1), "", "at least 1 characters"],
    [z.array(z.int()).max(1), [1, 2], "at most 1 elements, received an array of 2"],
    [z.set(z.int()).min(1), new Set(), "at least 1 elements"],
  ])("states the bound (%#)", (schema, value, message) => {
    expectOnly(refuse(schema, value), { code: "value.range", path: [], message });
  });

  it("lists the values that it knows", () => {
    expectOnly(refuse(z.enum(["a", "b"]), "c"), { code: "value.invalid", path: [], message: 'expected "a" or "b", received "c"' });
    expectOnly(refuse(z.literal("x"), 1), { code: "value.invalid", path: [], message: 'expected "x", received 1' });
  });

  it("names a key of a record that is none", () => {
    expectOnly(refuse(z.record(identifier, z.string()), { "1": "a" }), { code: "value.invalid", path: ["1"], message: "expected an identifier: a letter" });
  });

  it("takes, of a union, the branch that came deepest", () => {
    const schema = z.strictObject({ of: z.union([z.string(), z.strictObject({ list: z.strictObject({ id: z.string() }) })]) });
    expectOnly(refuse(schema, { of: { list: { id: 7 } } }), { code: "value.type", path: ["of", "list", "id"], message: "expected a string, received 7" });
    expectOnly(refuse(z.union([z.string(), z.array(z.int())]), [1, "2"]), { code: "value.type", path: [1], message: 'expected a number, received "2"' });
  });

  it("shows the tag of a form that it does not know, and those that it knows", () => {
    const schema = z.array(z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("a") }), z.strictObject({ kind: z.literal("b") })]));
    expectOnly(refuse(schema, [{ kind: "constructor" }]), {
      code: "value.invalid",
      path: [0, "kind"],
      message: 'expected one of "a", "b", received "constructor"',
    });
    expectOnly(refuse(schema, [{}]), { code: "value.invalid", path: [0, "kind"], message: "received nothing", remedy: "add the field" });
  });

  it("uses a schema's own words", () => {
    expectOnly(
      refuse(
        z.string().refine(() => false, { error: "a real thing" }),
        "x",
      ),
      { code: "value.invalid", path: [], message: "expected a real thing" },
    );
    expectOnly(refuse(z.number().multipleOf(5), 3), { code: "value.invalid", path: [], message: "multiple of 5" });
    expectOnly(refuse(z.union([]), 3), { code: "value.invalid", path: [], message: "one of the known forms" });
  });
});

describe("fields", () => {
  it.each<[string, z.ZodType, readonly unknown[], readonly unknown[]]>([
    ["shortText", shortText, ["a", "Nguyễn Văn A", "x".repeat(256)], ["", " a", "a ", "\u00a0a", "x".repeat(257), 1, null]],
    ["freeText", freeText, [" ", "x".repeat(20_000)], ["", "x".repeat(20_001), 5]],
    ["identifier", identifier, ["a", "Z9._-", `a${"b".repeat(63)}`], ["", "1a", "_a", "a b", `a${"b".repeat(64)}`, "ä", "a\n"]],
    ["codeText", codeText, ["!", "~", "A/1:2", "x".repeat(64)], ["", " ", "a b", "é", "x".repeat(65), "\u007f", "8703\u00a010"]],
    [
      "localizedText",
      localizedText,
      [{ en: "x" }, { "zh-Hant": "x", vi: "y" }],
      [{}, { EN: "x" }, { en: "" }, { english: "x" }, { en: "x".repeat(2_001) }, "x"],
    ],
    ["instant", instant, ["2026-11-21T08:30:00+07:00"], ["2026-11-21", "now", `2026-11-21T08:30:00${"0".repeat(40)}Z`]],
    ["calendarDate", calendarDate, ["2024-02-29"], ["2024-02-30", "2024-02-29T00:00:00Z", "9".repeat(100_000)]],
  ])("%s takes exactly what it says", (_, schema, sound, faulty) => {
    for (const value of sound) expect(valueOf(parseWith(schema, value))).toEqual(value);
    for (const value of faulty) expect(parseWith(schema, value).ok, JSON.stringify(value)?.slice(0, 80)).toBe(false);
  });

  it("calls a date that does not exist by its own code", () => {
    expectOnly(refuse(calendarDate, "2024-02-30"), { code: "time.invalid", path: [], message: "a real date such as 2026-11-21" });
    expectOnly(refuse(instant, "2024-02-30T00:00:00Z"), { code: "time.invalid", path: [], message: "an instant such as" });
  });
});
