import { execFileSync } from "node:child_process";
import type { Catalogue } from "../../src/indicators/define-catalogue.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { Level } from "../../src/indicators/indicator.js";
import { createTables } from "../../src/sql/create-tables.js";
import type { Dialect, DialectName } from "../../src/sql/dialect.js";
import { dialects } from "../../src/sql/dialects/dialects.js";
import { type FactColumn, factColumns } from "../../src/sql/fact-columns.js";
import { type Cell, createFactRows } from "../../src/sql/fact-rows.js";

/** A row as an engine gives it: integers may be numbers, bigints or texts. */
export type Row = Readonly<Record<string, unknown>>;

/** An engine that runs queries for real. */
export interface Engine {
  readonly dialect: DialectName;
  readonly run: (sql: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
}

/** How the engines of these tests start; `undefined` where one is not installed. */
export const ENGINES: Readonly<Record<Exclude<DialectName, "spark">, () => Promise<Engine | undefined>>> = {
  duckdb: startDuckdb,
  postgresql: startPostgresql,
  clickhouse: startClickhouse,
};

async function startDuckdb(): Promise<Engine> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as readonly Row[],
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** PostgreSQL in the process (PGlite), or by `psql` the server that `CONSIGNMENT_RISK_POSTGRESQL` names (`postgresql://...`), in an empty database. */
async function startPostgresql(): Promise<Engine> {
  const url = process.env.CONSIGNMENT_RISK_POSTGRESQL;
  if (url !== undefined) return byPsql(url);
  const { PGlite } = await import("@electric-sql/pglite");
  const server = await PGlite.create();
  return {
    dialect: "postgresql",
    run: async (sql) => ((await server.exec(sql)).at(-1)?.rows ?? []) as readonly Row[],
    close: () => server.close(),
  };
}

function byPsql(server: string): Engine {
  const psql = (sql: string): string =>
    execFileSync("psql", ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", server], { input: sql, encoding: "utf8", maxBuffer: 1 << 28 });
  psql("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
  return {
    dialect: "postgresql",
    run: async (sql) => {
      if (!/^(?:--|SELECT|WITH)/.test(sql)) {
        psql(`${sql};`);
        return [];
      }
      return JSON.parse(psql(`SELECT coalesce(json_agg(row_to_json(t)), '[]') FROM (${sql}\n) AS t;`)) as readonly Row[];
    },
    close: async () => undefined,
  };
}

interface ChdbSession {
  readonly query: (sql: string, format: string) => string;
  readonly close: () => void;
}

/** ClickHouse in the process, from the npm package `chdb`, which is no dependency: its engine is some hundreds of megabytes. */
async function startClickhouse(): Promise<Engine | undefined> {
  const name = "chdb";
  let chdb: { readonly Session: new () => ChdbSession };
  try {
    chdb = (await import(name)) as typeof chdb;
  } catch {
    console.warn("ClickHouse is not tested: the npm package `chdb` is not installed");
    return undefined;
  }
  const session = new chdb.Session();
  return {
    dialect: "clickhouse",
    run: async (sql) =>
      session
        .query(sql, "JSONEachRow")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Row),
    close: async () => session.close(),
  };
}

/** Makes the empty facts tables, with columns of all indicators or of some, and that of the draws. */
export async function makeTables(engine: Engine, catalogue: Catalogue, only?: ReadonlySet<string>): Promise<void> {
  for (const table of ["facts_header", "facts_items", "draws"]) await engine.run(`DROP TABLE IF EXISTS ${table}`);
  for (const statement of createTables(catalogue, engine.dialect, only === undefined ? {} : { only }).split(/;\n/))
    if (statement.trim() !== "") await engine.run(statement);
  const { types, tableOptions = "" } = dialects[engine.dialect];
  await engine.run(`CREATE TABLE draws (key ${types.bigint}, drawn ${types.boolean}) ${tableOptions}`);
}

/** Fills the facts tables anew, the key being the index. */
export async function loadFacts(engine: Engine, catalogue: Catalogue, facts: readonly Facts[], only?: ReadonlySet<string>): Promise<void> {
  for (const table of ["facts_header", "facts_items"]) await engine.run(`TRUNCATE TABLE ${table}`);
  const toRows = createFactRows(catalogue, only);
  const rows = facts.map((each, key) => toRows(each, key));
  const insert = async (level: Level, cells: readonly (readonly Cell[])[]): Promise<void> => {
    const columns = factColumns(catalogue, level, only);
    const dialect = dialects[engine.dialect];
    for (let from = 0; from < cells.length; from += 200) {
      const tuples = cells
        .slice(from, from + 200)
        .map((row) => `(${row.map((cell, index) => literal(cell, columns[index] as FactColumn, dialect)).join(",")})`);
      await engine.run(`INSERT INTO ${level === "header" ? "facts_header" : "facts_items"} VALUES ${tuples.join(",")}`);
    }
  };
  await insert(
    "header",
    rows.map((each) => each.header),
  );
  await insert(
    "item",
    rows.flatMap((each) => each.items),
  );
}

function literal(cell: Cell, { type }: FactColumn, dialect: Dialect): string {
  if (cell === null) return type === "texts" && !dialect.nullableTexts ? "[]" : "NULL";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return dialect.quoteText(cell);
  if (typeof cell === "number") return type === "double" ? dialect.double(cell) : String(cell);
  return dialect.texts(cell);
}

/** Fills the table of draws anew. */
export async function loadDraws(engine: Engine, draws: readonly { readonly key: number; readonly drawn: boolean }[]): Promise<void> {
  await engine.run("TRUNCATE TABLE draws");
  if (draws.length > 0) await engine.run(`INSERT INTO draws VALUES ${draws.map(({ key, drawn }) => `(${key}, ${drawn ? "TRUE" : "FALSE"})`).join(",")}`);
}
