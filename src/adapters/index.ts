/**
 * Outside formats to the model, pull-based: bytes or text in, one result per record out.
 * @module
 */

export type { ColumnSource, ConstantSource, CsvMapping, FieldSource } from "./csv/mapping.js";
export { parseCsvMapping, parseCsvMappingOrThrow } from "./csv/mapping.js";
export type { CsvDeclaration } from "./csv/read-csv-declarations.js";
export { readCsvDeclarations } from "./csv/read-csv-declarations.js";
export type { DecisionTable, DecisionTableOptions, TableDelimiter } from "./decision-table/decision-table.js";
export { exportDecisionTable, exportDecisionTableOrThrow } from "./decision-table/export-decision-table.js";
export { importDecisionTable, importDecisionTableOrThrow } from "./decision-table/import-decision-table.js";
export { withRules, withRulesOrThrow } from "./decision-table/with-rules.js";
export { ensExtension } from "./ens/ens-extension.js";
export { readEnsConsignments } from "./ens/read-ens-consignments.js";
export { koreaExtension, koreaMapping } from "./korea/korea-mapping.js";
export { readManifestConsignments } from "./manifest/read-manifest-consignments.js";
export type { CsvColumn, MatrixSchema } from "./matrix-csv.js";
export { matrixCsv, matrixSchema } from "./matrix-csv.js";
export type { JsonRecord } from "./read-json-records.js";
export { parseJsonRecord, readJsonRecords } from "./read-json-records.js";
export type { Chunks } from "./read-lines.js";
export { readLines } from "./read-lines.js";
export type { RowResult } from "./row-result.js";
export { readVnaccsDeclarations } from "./vnaccs/read-vnaccs-declarations.js";
export { vnaccsExtension } from "./vnaccs/vnaccs-extension.js";
export type { VnaccsDeclaration } from "./vnaccs/vnaccs-record.js";
export { readWcoDeclarations } from "./wco/read-wco-declarations.js";
export { wcoExtension } from "./wco/wco-extension.js";
export type { MessageOptions } from "./xml/message-options.js";
