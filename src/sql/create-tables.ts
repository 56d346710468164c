import type { Catalogue } from "../indicators/define-catalogue.js";
import type { Level } from "../indicators/indicator.js";
import type { DialectName } from "./dialect.js";
import { dialects } from "./dialects/dialects.js";
import { type FactColumn, factColumns } from "./fact-columns.js";
import { tableName } from "./table-name.js";

/** The names of the facts tables. */
export interface FactsTables {
  /** One row per declaration. */
  readonly header: string;
  /** One row per goods item. */
  readonly items: string;
}

/**
 * The `CREATE TABLE` statements of the two facts tables, from the catalogue: one column per indicator, one that says why
 * it has no value, and for a text one with its folded words.
 * @throws {RangeError} if a table's name is not one to three plain names joined by dots
 */
export function createTables(catalogue: Catalogue, dialect: DialectName, tables: FactsTables = { header: "facts_header", items: "facts_items" }): string {
  return `${createTable(catalogue, "header", dialect, tables.header)}\n${createTable(catalogue, "item", dialect, tables.items)}`;
}

function createTable(catalogue: Catalogue, level: Level, name: DialectName, table: string): string {
  const dialect = dialects[name];
  const columns = factColumns(catalogue, level).map((column) => `  ${dialect.quoteName(column.name)} ${typeOf(column, name)}`);
  return `CREATE TABLE ${tableName(table, dialect)} (\n${columns.join(",\n")}\n)${dialect.tableOptions === undefined ? "" : ` ${dialect.tableOptions}`};\n`;
}

function typeOf(column: FactColumn, name: DialectName): string {
  const type = dialects[name].types[column.type];
  if (name === "clickhouse") return column.required ? type.replace(/^Nullable\((.*)\)$/, "$1") : type;
  return column.required ? `${type} NOT NULL` : type;
}
