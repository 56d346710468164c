import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isDrawnAtRandom } from "../../src/assessment/select.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import type { JsonValue } from "../../src/core/canonical.js";
import { type Facts, parseFacts } from "../../src/indicators/facts.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { toSql } from "../../src/sql/to-sql.js";
import { type ConformanceCase, differencesFrom, readConformanceCases } from "../../src/testing/conformance.js";
import { root } from "../package/built.js";
import { type CatalogueDocument, catalogueOf } from "../support/catalogue-document.js";
import { askEngine, expectedAnswer } from "./answers.js";
import { ENGINES, type Engine, loadDraws, loadFacts, makeTables } from "./engines.js";

const read = readConformanceCases(readFileSync(join(root, "docs/conformance/cases.jsonl"), "utf8"));
const cases = (read.ok ? read.value : []).filter(({ expected }) => (expected as { readonly refused?: string }).refused !== "time.invalid");
const catalogue = catalogueOf(cases[0]?.request.catalogue as unknown as CatalogueDocument);
const facts = cases.map(({ request }) => {
  const parsed = parseFacts(request.facts);
  return parsed.ok ? parsed.value : (request.facts as unknown as Facts);
});

const profiles = new Map<JsonValue, number[]>();
for (const [index, { request }] of cases.entries()) profiles.set(request.profile as JsonValue, [...(profiles.get(request.profile as JsonValue) ?? []), index]);

describe.each(Object.entries(ENGINES))("a query for %s", (_, start) => {
  let engine: Engine | undefined;

  beforeAll(async () => {
    engine = await start();
    if (engine !== undefined) await makeTables(engine, catalogue);
  }, 120_000);

  afterAll(() => engine?.close());

  it("gives the integers of all cases of the specification", { timeout: 300_000 }, async ({ skip }) => {
    if (engine === undefined) return skip();
    let compared = 0;
    const refused: string[] = [];
    for (const [document, indices] of profiles) {
      const profile = compileProfileOrThrow(document, { catalogue });
      const isExpressible = toSql(profile, { dialect: engine.dialect, facts: { header: "facts_header", items: "facts_items" }, draws: "draws" });
      if (!isExpressible.ok) {
        refused.push(isExpressible.issues[0]?.path.join(".") ?? "");
        continue;
      }
      await loadFacts(
        engine,
        catalogue,
        indices.map((index) => facts[index] as Facts),
      );
      await loadDraws(engine, drawsOf(profile, indices));
      const answers = await askEngine(engine, profile);
      for (const [key, index] of indices.entries()) {
        const { line, expected } = cases[index] as ConformanceCase;
        expect(differencesFrom(expectedAnswer(expected), answers.get(key) ?? null), `line ${line}`).toEqual([]);
        compared += 1;
      }
    }
    expect(refused).toEqual([]);
    expect(compared).toBe(cases.length);
  });
});

/** The draws of those declarations that came with a key. */
function drawsOf({ document }: CompiledProfile, indices: readonly number[]): readonly { readonly key: number; readonly drawn: boolean }[] {
  return indices.flatMap((index, key) => {
    const { selectionKey } = cases[index]?.request ?? {};
    if (typeof selectionKey !== "string") return [];
    const drawn = isDrawnAtRandom(document.selection, facts[index] as Facts, createSelectionKeyOrThrow(new Uint8Array(Buffer.from(selectionKey, "hex"))));
    return [{ key, drawn }];
  });
}
