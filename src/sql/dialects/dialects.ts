import type { Dialect, DialectName } from "../dialect.js";
import { clickhouse } from "./clickhouse.js";
import { duckdb } from "./duckdb.js";
import { postgresql } from "./postgresql.js";
import { spark } from "./spark.js";

/** All dialects by name. */
export const dialects: Readonly<Record<DialectName, Dialect>> = Object.freeze({ duckdb, postgresql, clickhouse, spark });
