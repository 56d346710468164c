import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SparkSQL } from "dt-sql-parser";
import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/conditions/condition.js";
import { formatPath } from "../../src/core/issue.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { ModelTerm } from "../../src/profile/model-document.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { createTables } from "../../src/sql/create-tables.js";
import type { DialectName } from "../../src/sql/dialect.js";
import type { Given, ToSqlOptions } from "../../src/sql/options.js";
import { toSql, toSqlOrThrow } from "../../src/sql/to-sql.js";
import { root } from "../package/built.js";
import { domainOf, MANY_ITEMS, profileOf, profileWith, ruleOf } from "../support/documents.js";

const catalogue = standardCatalogue;
const FACTS = { header: "facts_header", items: "facts_items" };
const DIALECTS: readonly DialectName[] = ["duckdb", "postgresql", "clickhouse", "spark"];

function compiled(document: unknown): CompiledProfile {
  return compileProfileOrThrow(document, { catalogue });
}

const richest = compiled(JSON.parse(readFileSync(join(root, "docs/examples/vietnam-import.json"), "utf8")));

/** Where a query is refused, and for what it should be. */
function refusals(document: RiskProfile, options: Partial<ToSqlOptions> = {}): readonly string[] {
  const result = toSql(compiled(document), { dialect: "postgresql", facts: FACTS, ...options });
  if (result.ok) return [];
  return result.issues.map((issue) => {
    expect(issue.code).toBe("sql.unsupported");
    return `${formatPath(issue.path)}: ${issue.expected}`;
  });
}

function withTerm(term: ModelTerm): RiskProfile {
  return profileOf({ domains: { revenue: domainOf({ model: { base: 0, terms: [term], zero: "stated" } }) } });
}

describe("a query can be read", () => {
  const query = toSqlOrThrow(richest, { dialect: "duckdb", facts: FACTS, draws: "draws" });

  it("in fewer than 400 lines for the richest example: 32 rules, five terms, four derived indicators, six domains", () => {
    expect(query.split("\n").length).toBeLessThan(400);
  });

  it("in fewer than 400 lines for 60 rules", () => {
    const conditions: readonly Condition[] = [MANY_ITEMS, { op: "all", of: [MANY_ITEMS, { op: "in", indicator: "customsOffice", values: ["A", "B", "C"] }] }];
    const rules = Array.from({ length: 60 }, (_, index) => ruleOf(`rule-${index}`, { when: conditions[index % 2] as Condition }));
    expect(toSqlOrThrow(compiled(profileWith(rules)), { dialect: "duckdb", facts: FACTS }).split("\n").length).toBeLessThan(400);
  });

  it("with every rule's id in a comment, and every step told in one", () => {
    for (const domain of Object.values(richest.document.domains)) for (const { id } of domain.rules) expect(query).toContain(`${id}, version`);
    const lines = query.split("\n");
    const steps = lines.flatMap((line, index) => (/^[a-z_0-9]+ AS \($/.test(line) ? [index] : []));
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) expect(lines[step - 1]).toMatch(/^-- /);
  });

  it("twice the same", () => {
    expect(toSqlOrThrow(richest, { dialect: "duckdb", facts: FACTS, draws: "draws" })).toBe(query);
  });
});

describe("Spark SQL is printed, and parsed by a grammar; it is not run", () => {
  const parser = new SparkSQL();
  const hostile = ["'", "\\", "\\'", "a'; DROP TABLE x; --", "`", '"', "\n", "$x", "😀"];
  const profiles: readonly (readonly [string, CompiledProfile])[] = [
    ["the richest example", richest],
    ["hostile texts", compiled(profileWith(hostile.map((value, index) => ruleOf(`rule-${index}`, { when: { op: "eq", indicator: "customsOffice", value } }))))],
  ];

  it.each(
    profiles.flatMap(([name, profile]) => (["channels", "items", "contributions", "rules"] satisfies Given[]).map((give) => [name, give, profile] as const)),
  )("%s, %s", (_, give, profile) => {
    const query = toSqlOrThrow(profile, { dialect: "spark", facts: FACTS, draws: "draws", give });
    expect(parser.validate(query)).toEqual([]);
  });

  it("and so are its tables, while a broken query is told", () => {
    expect(parser.validate(createTables(catalogue, "spark"))).toEqual([]);
    expect(parser.validate("SELECT (1 FROM x")).not.toEqual([]);
  });
});

describe("what a dialect cannot express is refused with path and reason", () => {
  it("a random rate without a table of draws", () => {
    const document = profileOf({ selection: { channel: "red", randomRate: 0.1, identity: ["firstDeclaration"] } });
    expect(refusals(document)).toEqual(["options.draws: a table of random draws, for a profile with a random rate"]);
    expect(refusals(document, { draws: "draws" })).toEqual([]);
  });

  it("no table of items for a profile that asks of them", () => {
    const where: Condition = { op: "anyItem", where: { op: "gt", indicator: "itemCount", value: 1 } };
    const facts = { header: "facts_header" };
    const refusal = ["options.facts.items: a table of goods items, of which the profile asks"];
    expect(refusals(profileWith([ruleOf("any", { when: where })]), { facts })).toEqual(refusal);
    expect(refusals(profileWith([ruleOf("item", { level: "item" })]), { facts })).toEqual(refusal);
    expect(refusals(profileWith([ruleOf("header")]), { facts, give: "items" })).toEqual(refusal);
    expect(refusals(profileWith([ruleOf("header")]), { facts })).toEqual([]);
  });

  it("a table with a name that is not plain, or that a step has", () => {
    for (const header of ["a b", "a;b", "a.b.c.d", "'x'", "", "1x", 'x"y']) {
      expect(refusals(profileOf(), { facts: { ...FACTS, header } })).toEqual(["options.header: one to three plain names joined by dots"]);
    }
    expect(refusals(profileOf(), { facts: { ...FACTS, items: "Goods" } })).toEqual(["options.items: a name that no step of the query has"]);
    expect(refusals(profileOf(), { facts: { header: "lake.customs.facts_header", items: "goods_facts", key: "declaration_no" } })).toEqual([]);
    expect(refusals(profileOf(), { facts: { ...FACTS, key: "a b" } })).toEqual(["options.key: a plain name"]);
  });

  it("ids that are no columns: too long, the tables' own, or alike but for case", () => {
    const ratio = {
      kind: "ratio",
      meaning: { en: "r" },
      unit: "1",
      decimals: 0,
      numerator: "itemCount",
      denominator: "itemCount",
      ifMissing: 0,
      ifZeroDivisor: 0,
    } as const;
    const long = "x".repeat(49);
    expect(refusals(profileOf({ derived: { [long]: ratio } }))).toEqual([`derived.${long}: an id of at most 48 characters`]);
    expect(refusals(profileOf({ derived: { refused: ratio } }))).toEqual(["derived.refused: an id that is not a column of the tables themselves"]);
    expect(refusals(profileOf({ derived: { itemcount: ratio } }))).toEqual([
      "derived.itemcount: an id that differs from `itemCount` in more than case and suffix",
    ]);
    expect(refusals(profileOf({ domains: { revenue: domainOf(), Revenue: domainOf() } }))).toEqual([
      "domains.Revenue: an id that differs from the others in more than case",
    ]);
  });

  it("characters that not every engine can store", () => {
    const document = profileWith([ruleOf("nul", { when: { op: "eq", indicator: "customsOffice", value: "a\0" } })]);
    expect(refusals(document)).toEqual(["domains.revenue.rules[0].when: a text without NUL and U+FFFD"]);
  });

  it("terms with which doubles overflow everywhere", () => {
    const linear = { id: "x", kind: "linear", indicator: "itemCount", centre: 0, scale: 1, points: 1, missing: 0 } as const;
    expect(refusals(withTerm({ ...linear, scale: 1e-301 }))).toEqual(["domains.revenue.model.terms[0].scale: a scale from 1e-300 to 1e300"]);
    const repeat = { id: "x", kind: "repeat", inspected: "itemCount", findings: "itemCount", baseRate: 0.1, prior: 1e-13, weight: 1, missing: 0 } as const;
    expect(refusals(withTerm(repeat))).toEqual(["domains.revenue.model.terms[0].prior: a prior from 1e-12 to 1e12"]);
  });

  it("`atLeast` nested deeper than its text should grow", () => {
    const nested = Array.from({ length: 7 }).reduce<Condition>((inner) => ({ op: "atLeast", count: 2, of: [inner, MANY_ITEMS, MANY_ITEMS] }), MANY_ITEMS);
    expect(refusals(profileWith([ruleOf("deep", { when: nested })]))).toEqual(["domains.revenue.rules[0]: at most 6 `atLeast` inside each other"]);
  });

  it("more columns than PostgreSQL has", () => {
    const rules = Array.from({ length: 1_700 }, (_, index) => ruleOf(`rule-${index}`));
    expect(refusals(profileWith(rules))).toEqual(["(root): at most 1600 columns in a step"]);
    expect(refusals(profileWith(rules), { dialect: "duckdb" })).toEqual([]);
  });
});

it.each(DIALECTS)("comments of %s end with their line, whatever a title holds", (dialect) => {
  const title = "harmless\n; DROP TABLE facts_header; --\u2028x\r\ny";
  const document = profileWith([ruleOf("rule", { texts: { title: { en: title }, reason: { en: "r" } } })]);
  const query = toSqlOrThrow(compiled(document), { dialect, facts: FACTS });
  for (const line of query.split(/[\n\r\u2028\u2029]/)) if (line.includes("DROP")) expect(line.trimStart()).toMatch(/^-- /);
});
