import { expect } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import type { Condition } from "../../src/conditions/condition.js";
import { formatIssue, formatPath, type IssueCode } from "../../src/core/issue.js";
import type { Result } from "../../src/core/result.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { ExtensionDefinition } from "../../src/model/extensions.js";
import { parseDeclaration, parseDeclarationOrThrow } from "../../src/model/parse.js";
import { type CompiledProfile, compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";

export const AS_OF = "2026-03-01T08:00:00+07:00";

/** National fields of the tests. */
export const EXTENSION: ExtensionDefinition = { namespace: "korea", header: { importType: "code", note: "text" }, item: { originIndicator: "code" } };

/** An item with some fields replaced. */
export function item(fields: object = {}): object {
  return { lineNumber: 1, hsCode: "010121", ...fields };
}

/** A declaration as unknown input, with some fields replaced. */
export function declaration(fields: object = {}): object {
  return { id: "D-1", direction: "import", registeredAt: AS_OF, parties: {}, transport: {}, documents: [], items: [item()], ...fields };
}

/** What the parser says of a declaration with some fields replaced. */
export function parse(fields: object): Result<unknown> {
  return parseDeclaration(declaration(fields), { extensions: [EXTENSION] });
}

/** What the parser says of a declaration whose one item has some fields replaced. */
export function parseItem(fields: object): Result<unknown> {
  return parse({ items: [item(fields)] });
}

/** A rule as an analyst writes it. */
export function rule(id: string, when: unknown, fields: object = {}): object {
  return {
    id,
    version: 1,
    texts: { title: { en: id }, reason: { en: `because of ${id}` } },
    level: "item",
    when,
    effect: { kind: "points", points: 5, undetermined: 1 },
    basis: { kind: "operational", reference: "for tests" },
    ...fields,
  };
}

/** The condition that an item has any HS code. */
export const ANY_ITEM: Condition = { op: "present", indicator: "hsCode" };

/** A profile as an author writes it, with some fields replaced. */
export function profile(rules: readonly unknown[], fields: object = {}): Record<string, unknown> {
  return {
    schema: "consignment-risk/profile@1",
    id: "hostile",
    version: "1",
    title: { en: "For tests" },
    utcOffset: "+07:00",
    currency: "USD",
    catalogue: standardCatalogue.version,
    channels: ["green", "yellow", "red"],
    lists: {},
    derived: {},
    domains: { security: { title: { en: "Security" }, base: -10, rules, thresholds: rules.length === 0 ? {} : { red: -6 } } },
    selection: { channel: "red" },
    ...fields,
  };
}

export function compile(input: unknown): Result<CompiledProfile> {
  return compileProfile(input, { catalogue: standardCatalogue });
}

/** What compiling says of a profile with one rule of this condition. */
export function compileRule(when: unknown, fields: object = {}): Result<CompiledProfile> {
  return compile(profile([rule("only", when, fields)]));
}

export function factsOf(fields: object): Facts {
  const parsed = parseDeclarationOrThrow(declaration(fields), { extensions: [EXTENSION] });
  return extractFactsOrThrow(parsed, { asOf: AS_OF, catalogue: standardCatalogue, currency: "USD" });
}

/** The assessment of a declaration under a profile with these rules. */
export function assessWith(rules: readonly unknown[], fields: object, profileFields: object = {}): Assessment {
  return assessOrThrow(compileProfileOrThrow(profile(rules, profileFields), { catalogue: standardCatalogue }), factsOf(fields));
}

/** Whether an item rule that looks for these phrases in the description fires. */
export function findsPhrase(phrases: readonly string[], description: string): boolean {
  const assessment = assessWith([rule("words", { op: "containsAny", indicator: "goodsDescription", values: phrases })], { items: [item({ description })] });
  return assessment.domains.security?.rules.words === "fired";
}

/** Expects a refusal with an issue of this code at this path, all issues with remedies and without raw control characters. */
export function expectRefusal(result: Result<unknown>, code: IssueCode, path: string): void {
  expect(result.ok, `expected ${code} at ${path}`).toBe(false);
  if (result.ok) return;
  expect(result.issues.map((issue) => `${issue.code} ${formatPath(issue.path)}`)).toContain(`${code} ${path}`);
  for (const issue of result.issues) {
    expect(issue.remedy).not.toBe("");
    expectHarmless(formatIssue(issue));
  }
}

/** Expects a text without any character that moves a cursor, ends a line, turns its direction or hides. */
export function expectHarmless(text: string): void {
  expect(text).not.toMatch(/[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/u);
  expect(text.isWellFormed()).toBe(true);
}
