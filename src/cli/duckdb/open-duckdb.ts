import type { DuckDBConnection } from "@duckdb/node-api";
import type { ResultRow } from "../../sql/assessment-of-rows.js";
import { CommandFailure } from "../failure.js";

/** A DuckDB in this process: nothing outside of its files, and what does not fit in memory goes to a folder of its own. */
export interface DuckDb {
  /** Runs a statement. */
  readonly run: (sql: string) => Promise<void>;
  /** The rows of a query, as they come. */
  readonly rows: (sql: string) => AsyncGenerator<ResultRow>;
  /** Appends rows to a table of a key and a truth value. */
  readonly appendDraws: (table: string, draws: AsyncIterable<{ readonly key: number; readonly drawn: boolean }>) => Promise<void>;
  readonly close: () => void;
}

/** Opens the embedded engine, which is an optional peer. */
export async function openDuckDb(spillFolder: string): Promise<DuckDb> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(":memory:", { temp_directory: spillFolder, autoinstall_known_extensions: "false" });
  const connections: DuckDBConnection[] = [];
  const connect = async (): Promise<DuckDBConnection> => {
    const connection = await instance.connect();
    connections.push(connection);
    return connection;
  };
  const main = await connect();
  return {
    run: async (sql) => {
      await main.run(sql);
    },
    // a connection streams one result at a time
    rows: async function* rows(sql) {
      const result = await (await connect()).stream(sql);
      for await (const chunk of result.yieldRowObjectJs()) yield* chunk;
    },
    appendDraws: async (table, draws) => {
      const appender = await main.createAppender(table);
      for await (const { key, drawn } of draws) {
        appender.appendBigInt(BigInt(key));
        appender.appendBoolean(drawn);
        appender.endRow();
      }
      appender.closeSync();
    },
    close: () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
    },
  };
}

async function loadDuckDb(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw new CommandFailure("DuckDB is not installed: `npm install @duckdb/node-api`", 1);
  }
}
