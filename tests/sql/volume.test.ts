import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCsvDeclarations } from "../../src/adapters/csv/read-csv-declarations.js";
import { koreaMapping } from "../../src/adapters/korea/korea-mapping.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { Declaration } from "../../src/model/declaration.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { generateDeclarations } from "../../src/synthetic/generate-declarations.js";
import { differencesFrom } from "../../src/testing/conformance.js";
import { root } from "../package/built.js";
import { catalogueDocument } from "../support/catalogue-document.js";
import { compiledDisagreements, disagreements, KEY_IN_HEXADECIMAL, plainAnswer } from "./answers.js";
import { ENGINES, type Engine, makeTables } from "./engines.js";

/** How many declarations are compared; CONSIGNMENT_RISK_SQL_VOLUME for a long run, in which all of the Korean rows are. */
const VOLUME = Number(process.env.CONSIGNMENT_RISK_SQL_VOLUME ?? 150);
const BLOCK = 2_000;
const TIMEOUT = 60_000 + VOLUME * 60;

const data = join(process.env.CONSIGNMENT_RISK_DATA ?? join(root, "../shared/data"), "korea-declarations/valid.csv");
const python = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;

function profileOf(name: string): CompiledProfile {
  return compileProfileOrThrow(JSON.parse(readFileSync(join(root, "docs/examples", `${name}.json`), "utf8")), { catalogue: standardCatalogue });
}

/** Facts of declarations, in blocks. */
async function* blocks(profile: CompiledProfile, declarations: Iterable<Declaration> | AsyncIterable<Declaration>): AsyncGenerator<readonly Facts[]> {
  let block: Facts[] = [];
  for await (const declaration of declarations) {
    const { document, reads, catalogue } = profile;
    block.push(extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue, currency: document.currency, only: reads }));
    if (block.length < BLOCK) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

async function* korean(): AsyncGenerator<Declaration> {
  let count = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(readFileSync(data));
  }
  for await (const row of readCsvDeclarations(chunks(), koreaMapping)) {
    if (!row.ok) continue;
    count += 1;
    yield row.value.declaration;
    if (VOLUME < 10_000 && count >= VOLUME) return;
  }
}

function* synthetic(): Generator<Declaration> {
  for (const { declaration } of generateDeclarations({ seed: 23, count: VOLUME })) yield declaration;
}

const SETS = [
  { title: "synthetic declarations under the richest example profile", profile: profileOf("vietnam-import"), declarations: synthetic, isHere: true },
  { title: "the Korean validation rows under the example made for them", profile: profileOf("korea"), declarations: korean, isHere: existsSync(data) },
];

describe.each(SETS)("all evaluators come to the same integers on $title", ({ profile, declarations, isHere }) => {
  const engines: Engine[] = [];
  afterAll(async () => {
    for (const engine of engines) await engine.close();
  });

  async function each(check: (facts: readonly Facts[]) => Promise<readonly string[]> | readonly string[]): Promise<number> {
    let compared = 0;
    for await (const facts of blocks(profile, declarations())) {
      expect(await check(facts)).toEqual([]);
      compared += facts.length;
    }
    return compared;
  }

  it.skipIf(!isHere)("plain, compiled and batch", { timeout: TIMEOUT }, async () => {
    expect(await each((facts) => compiledDisagreements(profile, facts))).toBeGreaterThanOrEqual(Math.min(VOLUME, 5_000));
  });

  it.skipIf(!isHere).for(Object.entries(ENGINES))("%s", { timeout: TIMEOUT }, async ([, start], { skip }) => {
    const engine = await start();
    if (engine === undefined) return skip();
    engines.push(engine);
    await makeTables(engine, profile.catalogue, profile.reads);
    await each((facts) => disagreements(engine, profile, facts, profile.reads));
  });

  it.skipIf(!isHere || !python)("the second interpreter, in Python", { timeout: TIMEOUT }, async () => {
    const catalogue = catalogueDocument(profile.catalogue);
    await each((facts) => {
      const asked = facts.map((one) => JSON.stringify({ catalogue, profile: profile.document, facts: one, selectionKey: KEY_IN_HEXADECIMAL }));
      const { stdout } = spawnSync("python3", [join(root, "docs/conformance/interpreter.py")], {
        input: `${asked.join("\n")}\n`,
        encoding: "utf8",
        maxBuffer: 2 ** 30,
      });
      const answers = stdout.trimEnd().split("\n");
      return facts.flatMap((one, index) => differencesFrom(plainAnswer(profile, one), JSON.parse(answers[index] ?? "null")));
    });
  });
});
