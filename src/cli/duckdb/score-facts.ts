import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkAssessable } from "../../assessment/check-assessable.js";
import { isDrawnAtRandom } from "../../assessment/select.js";
import type { SelectionKey } from "../../assessment/selection-key.js";
import type { Facts } from "../../indicators/facts.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { assessmentOfRows, headOf, type ResultRow } from "../../sql/assessment-of-rows.js";
import { duckdb } from "../../sql/dialects/duckdb.js";
import { MISSING_SUFFIX } from "../../sql/fact-columns.js";
import type { Given } from "../../sql/options.js";
import { toSql } from "../../sql/to-sql.js";
import { readFactsManifest } from "../facts-folder/facts-folder.js";
import { CommandFailure, orFail } from "../failure.js";
import { jsonLine } from "../files.js";
import { issuesText } from "../records.js";
import type { Scored } from "../scoring.js";
import { createViews, VIEWS } from "./facts-views.js";
import { type DuckDb, openDuckDb } from "./open-duckdb.js";

/** The declarations of a folder of tables of facts, scored by DuckDB, in the order in which they were extracted. */
export async function* scoreFactsFolder(folder: string, profile: CompiledProfile, selectionKey: SelectionKey | undefined): AsyncGenerator<Scored> {
  const manifest = await readFactsManifest(folder);
  const missing = [...profile.reads].filter((id) => !manifest.indicators.includes(id));
  if (missing.length > 0)
    throw new CommandFailure(`${folder}: the profile reads ${missing.join(", ")}, which have no columns there; extract the facts again`, 1);
  if (manifest.catalogue !== profile.catalogue.version) {
    throw new CommandFailure(
      `${folder}: the facts are of the catalogue ${manifest.catalogue}, and this is ${profile.catalogue.version}; extract them again`,
      1,
    );
  }
  const spill = await mkdtemp(join(tmpdir(), "consignment-risk-duckdb-"));
  const db = await openDuckDb(spill);
  try {
    for (const statement of createViews(folder, manifest, profile.catalogue)) await db.run(statement);
    await makeDraws(db, profile, selectionKey);
    yield* merge(folder, db, profile, selectionKey);
  } finally {
    db.close();
    await rm(spill, { recursive: true, force: true });
  }
}

/** The table of random draws, made here: a key never stands in a query. */
async function makeDraws(db: DuckDb, { document }: CompiledProfile, selectionKey: SelectionKey | undefined): Promise<void> {
  if (document.selection.randomRate === undefined) return;
  await db.run("CREATE TABLE draws (key BIGINT, drawn BOOLEAN)");
  const heads = db.rows(`SELECT key, id, as_of, identities FROM ${VIEWS.header}`);
  await db.appendDraws(
    "draws",
    (async function* draws() {
      for await (const row of heads) {
        const facts: Facts = { ...headOf(row), header: {}, items: [] };
        yield { key: Number(row.key), drawn: isDrawnAtRandom(document.selection, facts, selectionKey) };
      }
    })(),
  );
}

/** Rows in order of key, taken declaration by declaration. */
function createTaker(rows: AsyncGenerator<ResultRow>): (key: number) => Promise<readonly ResultRow[]> {
  let next: IteratorResult<ResultRow> | undefined;
  return async (key) => {
    const taken: ResultRow[] = [];
    next ??= await rows.next();
    while (next.done !== true && Number(next.value.key) <= key) {
      if (Number(next.value.key) === key) taken.push(next.value);
      next = await rows.next();
    }
    return taken;
  };
}

async function* merge(folder: string, db: DuckDb, profile: CompiledProfile, selectionKey: SelectionKey | undefined): AsyncGenerator<Scored> {
  const given = (give: Given, order: string): ((key: number) => Promise<readonly ResultRow[]>) => {
    const query = orFail(toSql(profile, { dialect: "duckdb", facts: { ...VIEWS, key: "key" }, give, draws: "draws" }), folder);
    return createTaker(db.rows(`SELECT * FROM (${query}) ORDER BY ${order}`));
  };
  const channelsOf = given("channels", "key");
  const itemsOf = given("items", "key, item");
  const contributionsOf = given("contributions", "key, place");
  const rulesOf = given("rules", "key, place");
  const itemFactsOf = createTaker(db.rows(failures(profile, VIEWS.items, "item", "key, item")));
  for await (const header of db.rows(failures(profile, VIEWS.header, "header", "key, id, as_of, currency, identities, unknown"))) {
    const key = Number(header.key);
    const assessable = checkAssessable(profile, { ...headOf(header), header: {}, items: [] }, selectionKey);
    const [channels] = await channelsOf(key);
    const rows = { itemFacts: await itemFactsOf(key), items: await itemsOf(key), contributions: await contributionsOf(key), rules: await rulesOf(key) };
    if (!assessable.ok) {
      const line = key + 1;
      yield { reject: jsonLine({ line, issues: assessable.issues, raw: jsonLine({ id: header.id }) }), told: issuesText(folder, line, assessable.issues) };
    } else if (channels === undefined) throw new CommandFailure(`${folder}: the declaration with the key ${key} has no score`, 1);
    else yield { line: jsonLine(assessmentOfRows(profile, { header, channels, ...rows }, selectionKey)) };
  }
}

/** The rows of a table of facts, in order, with why facts failed. */
function failures({ reads, catalogue }: CompiledProfile, table: string, level: "header" | "item", fixed: string): string {
  const columns = [...reads].filter((id) => catalogue.indicators.get(id)?.level === level).map((id) => duckdb.quoteName(`${id}${MISSING_SUFFIX}`));
  return `SELECT ${[fixed, ...columns].join(", ")} FROM ${table} ORDER BY key${level === "item" ? ", item" : ""}`;
}
