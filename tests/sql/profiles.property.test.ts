import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { toSql } from "../../src/sql/to-sql.js";
import { facts } from "../../src/testing/arbitraries/facts.js";
import { profile } from "../../src/testing/arbitraries/profile.js";
import { disagreements } from "./answers.js";
import { ENGINES, type Engine, makeTables } from "./engines.js";

/** How many random profiles each engine meets, and how many facts each of them. */
const PROFILES = Number(process.env.CONSIGNMENT_RISK_SQL_PROFILES ?? 8);
const FACTS_PER_PROFILE = 20;

const catalogue = standardCatalogue;

describe.each(Object.entries(ENGINES))("random profiles over random facts in %s", (_, start) => {
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = await start();
    if (engine !== undefined) await makeTables(engine, catalogue);
  }, 120_000);

  afterAll(() => engine?.close());

  it("come to the plain evaluator's integers, reasons and outcomes", { timeout: 600_000 + PROFILES * 2_000 }, async ({ skip }) => {
    if (engine === undefined) return skip();
    const running = engine;
    let expressible = 0;
    await fc.assert(
      fc.asyncProperty(profile(), fc.array(facts(), { minLength: FACTS_PER_PROFILE, maxLength: FACTS_PER_PROFILE }), async (document, inputs) => {
        const compiled = compileProfileOrThrow(document, { catalogue });
        const query = toSql(compiled, { dialect: running.dialect, facts: { header: "facts_header", items: "facts_items" }, draws: "draws" });
        if (!query.ok) return;
        expressible += 1;
        expect(await disagreements(running, compiled, inputs)).toEqual([]);
      }),
      { numRuns: PROFILES, endOnFailure: true },
    );
    expect(expressible).toBeGreaterThan(0.9 * PROFILES);
  });
});
