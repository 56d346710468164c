export type { CreateTablesOptions, FactsTables } from "./create-tables.js";
export { createTables } from "./create-tables.js";
export type { ColumnType, DialectName } from "./dialect.js";
export type { FactColumn } from "./fact-columns.js";
export { factColumns } from "./fact-columns.js";
export type { Cell, FactRows, ToFactRows } from "./fact-rows.js";
export { createFactRows } from "./fact-rows.js";
export type { Cut, FactsSource, Given, ToSqlOptions } from "./options.js";
export { toSql, toSqlOrThrow } from "./to-sql.js";
