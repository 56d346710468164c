// One candidate of benchmarks/sql.mjs: scores the declarations with keys in a range, and prints what they come to as JSON.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { compileProfileOrThrow, encodeFactsOrThrow, scoreBatch, standardCatalogue } from "../dist/index.js";
import { toSqlOrThrow } from "../dist/sql.js";

const [mode, folder, profilePath, fromText, toText, threads] = process.argv.slice(2);
const [from, to] = [Number(fromText), Number(toText)];
const BATCH = 2_000;
const profile = compileProfileOrThrow(JSON.parse(readFileSync(profilePath, "utf8")), { catalogue: standardCatalogue });
const domains = profile.domains.map(({ id }) => id);
const outcome = Object.fromEntries([...profile.document.channels, ...domains].map((name) => [name, 0n]));
const instance = await DuckDBInstance.create(":memory:", { threads, memory_limit: "4GB", temp_directory: folder });

if (mode === "duckdb") await inDuckDb();
else await inNode();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const texts = Object.fromEntries(Object.entries(outcome).map(([name, value]) => [name, String(value)]));
console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1_000, outcome: texts }));

async function inDuckDb() {
  const db = await instance.connect();
  for (const name of ["facts_header", "facts_items"]) await db.run(`CREATE VIEW ${name} AS SELECT * FROM '${folder}/${name}.parquet'`);
  const query = toSqlOrThrow(profile, { dialect: "duckdb", facts: { header: "facts_header", items: "facts_items", key: "key" } });
  const sums = domains.map((id) => `sum("${id}_micropoints")::HUGEINT AS "${id}"`);
  const rows = await db.runAndReadAll(`SELECT channel, count(*) AS declarations, ${sums.join(", ")} FROM (${query}) GROUP BY channel`);
  for (const row of rows.getRowObjectsJS()) {
    outcome[row.channel] += BigInt(row.declarations);
    for (const id of domains) outcome[id] += BigInt(row[id]);
  }
}

async function inNode() {
  const header = reader("facts_header", "header", ["key", "id", "as_of", "currency"]);
  const items = reader("facts_items", "item", ["key", "item"]);
  let item = await items.next();
  let batch = [];
  for await (const row of header) {
    const facts = { id: row.fixed[1], asOf: row.fixed[2], currency: row.fixed[3], header: row.values, items: [] };
    while (item.done !== true && item.value.fixed[0] === row.fixed[0]) {
      facts.items.push({ item: Number(item.value.fixed[1]), values: item.value.values });
      item = await items.next();
    }
    batch.push(facts);
    if (batch.length === BATCH) batch = take(batch);
  }
  take(batch);
}

/** The rows of a table in order of key: the fixed columns, and the facts that the profile reads. */
async function* reader(name, level, fixed) {
  const ids = [...profile.reads].filter((id) => standardCatalogue.indicators.get(id).level === level);
  const columns = ids.flatMap((id) => [`"${id}"`, `"${id}_missing"`]);
  const db = await instance.connect();
  const order = level === "item" ? "key, item" : "key";
  const rows = await db.stream(
    `SELECT ${[...fixed, ...columns].join(", ")} FROM '${folder}/${name}.parquet' WHERE key >= ${from} AND key < ${to} ORDER BY ${order}`,
  );
  for await (const chunk of rows.yieldRowsJs()) {
    for (const row of chunk) {
      const values = {};
      for (let index = 0; index < ids.length; index += 1) {
        const value = row[fixed.length + 2 * index];
        const missing = row[fixed.length + 2 * index + 1];
        if (value !== null) values[ids[index]] = value;
        else if (missing !== null && missing !== "absent") values[ids[index]] = { missing: missing.startsWith("failed") ? "failed" : missing };
      }
      yield { fixed: row, values };
    }
  }
}

function take(batch) {
  const scores = scoreBatch(encodeFactsOrThrow(profile, batch));
  for (let index = 0; index < scores.count; index += 1) outcome[profile.document.channels[scores.channels[index]]] += 1n;
  for (const [domain, id] of scores.domains.entries()) {
    let sum = 0;
    for (let index = 0; index < scores.count; index += 1) sum += scores.micropoints[index * scores.domains.length + domain];
    outcome[id] += BigInt(sum);
  }
  return [];
}
