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

/** What tables to make. */
export interface CreateTablesOptions {
  readonly tables?: FactsTables;
  /** Only columns of these indicators; all of the catalogue unless told. */
  readonly only?: ReadonlySet<string>;
}

/**
 * The `CREATE TABLE` statements of the two facts tables, from the catalogue: one column per indicator, one that says why
 * it has no value, and for a text one with its folded words.
 * @throws {RangeError} if a table's name is not one to three plain names joined by dots
 */
export function createTables(catalogue: Catalogue, dialect: DialectName, options: CreateTablesOptions = {}): string {
  const { tables = { header: "facts_header", items: "facts_items" }, only } = options;
  const create = (level: Level, table: string): string => {
    const { quoteName, tableOptions } = dialects[dialect];
    const columns = factColumns(catalogue, level, only).map((column) => `  ${quoteName(column.name)} ${typeOf(column, dialect)}`);
    return `CREATE TABLE ${tableName(table, dialects[dialect])} (\n${columns.join(",\n")}\n)${tableOptions === undefined ? "" : ` ${tableOptions}`};\n`;
  };
  return `${create("header", tables.header)}\n${create("item", tables.items)}`;
}

function typeOf(column: FactColumn, name: DialectName): string {
  const type = dialects[name].types[column.type];
  if (name === "clickhouse") return column.required ? type.replace(/^Nullable\((.*)\)$/, "$1") : type;
  return column.required ? `${type} NOT NULL` : type;
}
