import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { parseInstant } from "../../src/core/instant.js";
import type { AssessedCase, InspectionOutcome } from "../../src/evaluation/inspection-outcome.js";
import { rankAssessmentsOrThrow } from "../../src/evaluation/rank-assessments.js";
import { ruleLedgerOrThrow } from "../../src/evaluation/rule-ledger.js";
import { describeTop } from "../../src/evaluation/top-metrics.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { dialects } from "../../src/sql/dialects/dialects.js";
import type { Given } from "../../src/sql/options.js";
import { toSqlOrThrow } from "../../src/sql/to-sql.js";
import { generateDeclarations } from "../../src/synthetic/generate-declarations.js";
import { root } from "../package/built.js";
import { ENGINES, type Engine, loadFacts, makeTables, type Row } from "./engines.js";

const catalogue = standardCatalogue;
const { selection: _, ...document } = JSON.parse(readFileSync(join(root, "docs/examples/vietnam-import.json"), "utf8"));
const profile = compileProfileOrThrow({ ...document, selection: { channel: "red" } }, { catalogue });

const generated = [...generateDeclarations({ seed: 12, count: 400 })];
const facts = generated.map(({ declaration }) => extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue, currency: "VND" }));

/** What inspections found, of two in three; every third finding belongs to one domain, every fifth to two. */
const outcomes = generated.map(({ outcome }, index): InspectionOutcome | undefined => {
  if (index % 3 === 2) return undefined;
  const finding = outcome?.finding === true || index % 7 === 0;
  if (!finding || index % 3 !== 0) return { finding };
  return { finding, domains: index % 5 === 0 ? ["revenue", "narcotics"] : ["revenue"] };
});
const cases = facts.map((each, index): AssessedCase => {
  const outcome = outcomes[index];
  return { assessment: assessOrThrow(profile, each), ...(outcome === undefined ? {} : { outcome }) };
});

const CUTS = [{ share: 0.05 }, { share: 0.145 }, { count: 33 }, { count: 10_000 }];

async function loadOutcomes(engine: Engine): Promise<void> {
  const { types, tableOptions = "" } = dialects[engine.dialect];
  await engine.run(`CREATE TABLE outcomes (key ${types.bigint}, finding ${types.boolean}, domain ${types.text}) ${tableOptions}`);
  const rows = outcomes.flatMap((outcome, key) =>
    outcome === undefined
      ? []
      : (outcome.domains ?? [undefined]).map((domain) => `(${key}, ${outcome.finding}, ${domain === undefined ? "NULL" : `'${domain}'`})`),
  );
  await engine.run(`INSERT INTO outcomes VALUES ${rows.join(", ")}`);
}

describe.each(Object.entries(ENGINES))("a backtest in %s", (_, start) => {
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = await start();
    if (engine === undefined) return;
    await makeTables(engine, catalogue);
    await loadFacts(engine, catalogue, facts);
    await loadOutcomes(engine);
  }, 120_000);

  afterAll(() => engine?.close());

  /** The rows of a query, its integers as numbers. */
  async function ask(give: Given): Promise<readonly Row[] | undefined> {
    if (engine === undefined) return undefined;
    const tables = { header: "facts_header", items: "facts_items", key: "key" };
    const rows = await engine.run(toSqlOrThrow(profile, { dialect: engine.dialect, facts: tables, give, outcomes: "outcomes", at: CUTS }));
    const plain = (value: unknown): unknown => (typeof value === "bigint" || (typeof value === "string" && /^-?\d+$/.test(value)) ? Number(value) : value);
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  }

  const inOrder = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

  it("counts what the rule ledger counts", { timeout: 60_000 }, async ({ skip }) => {
    const [rows, overlaps] = [await ask("ledger"), await ask("overlaps")];
    if (rows === undefined || overlaps === undefined) return skip();
    const ledger = ruleLedgerOrThrow(profile.document, cases);
    expect(ledger.rules.some((rule) => rule.uniqueHits > 0 && rule.hits > rule.uniqueHits)).toBe(true);
    const expected = ledger.rules.map(({ domain, rule, fires, undetermined, superseded, inspected, hits, uniqueHits, lastHit }) => ({
      domain,
      name: rule,
      fires,
      undetermined,
      superseded,
      inspected,
      hits,
      unique_hits: uniqueHits,
      last_hit_ms: lastHit === undefined ? null : parseInstant(lastHit),
    }));
    expect(inOrder(rows)).toEqual(inOrder(expected));
    const pairs = ledger.rules.flatMap(({ domain, rule, overlaps: others }) =>
      others.map((other) => ({ domain, name: rule, other: other.rule, declarations: other.declarations })),
    );
    expect(pairs.length).toBeGreaterThan(0);
    expect(inOrder(overlaps)).toEqual(inOrder(pairs));
  });

  it("counts channels, inspections and findings", { timeout: 60_000 }, async ({ skip }) => {
    const rows = await ask("channelTable");
    if (rows === undefined) return skip();
    const counted = new Map<string, { declarations: number; inspected: number; findings: number }>();
    const count = (domain: string | null, channel: string, { outcome }: AssessedCase): void => {
      const entry = counted.get(JSON.stringify({ domain, channel })) ?? { declarations: 0, inspected: 0, findings: 0 };
      const isFinding = outcome?.finding === true && (domain === null || outcome.domains === undefined || outcome.domains.includes(domain));
      counted.set(JSON.stringify({ domain, channel }), {
        declarations: entry.declarations + 1,
        inspected: entry.inspected + (outcome === undefined ? 0 : 1),
        findings: entry.findings + (isFinding ? 1 : 0),
      });
    };
    for (const each of cases) {
      count(null, each.assessment.channel, each);
      for (const [domain, { channel }] of Object.entries(each.assessment.domains)) count(domain, channel, each);
    }
    expect(inOrder(rows)).toEqual(inOrder([...counted].map(([of, figures]) => ({ ...JSON.parse(of), ...figures }))));
  });

  it("finds the precision at every cut, ties by id", { timeout: 60_000 }, async ({ skip }) => {
    const rows = await ask("precision");
    if (rows === undefined) return skip();
    const expected = profile.domains.flatMap(({ id }) => {
      const ranking = rankAssessmentsOrThrow(cases, id);
      return CUTS.map((at, cut) => {
        const { count, hits } = describeTop(ranking, at);
        return { domain: id, cut, cases: count, hits, inspected: ranking.size, findings: ranking.positiveWeight };
      });
    });
    expect(inOrder(rows)).toEqual(inOrder(expected));
  });
});
