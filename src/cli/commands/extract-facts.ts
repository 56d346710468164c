import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { success } from "../../core/result.js";
import type { Level } from "../../indicators/indicator.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { duckdb } from "../../sql/dialects/duckdb.js";
import { factColumns } from "../../sql/fact-columns.js";
import { type Cell, createFactRows } from "../../sql/fact-rows.js";
import { tableOf } from "../duckdb/facts-views.js";
import { openDuckDb } from "../duckdb/open-duckdb.js";
import { eachRecord } from "../each-record.js";
import { type FactsFormat, type FactsManifest, factsPaths } from "../facts-folder/facts-folder.js";
import { csvHeader, csvRow, jsonRow } from "../facts-folder/row-lines.js";
import { factsOf } from "../facts-of.js";
import { CommandFailure } from "../failure.js";
import { type LineSink, openSink } from "../files.js";
import { loadHistory } from "../load-history.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";

/** The options of `extract-facts`. */
export interface ExtractFactsOptions extends InputOptions {
  readonly profile: string;
  readonly output: string;
  readonly as: FactsFormat;
  readonly all?: true;
  readonly history?: string;
  readonly asOf?: string;
  readonly indicators?: string;
}

/** `extract-facts`: the facts of declarations as two tables, one row per declaration and one per item, and what is in them. */
export async function extractFactsTables(options: ExtractFactsOptions): Promise<void> {
  const { output, as: format } = options;
  const toolbox = await loadToolbox(options.indicators);
  const { catalogue } = toolbox;
  const profile = await loadProfile(options.profile, catalogue);
  const reads = options.all === true ? new Set(catalogue.indicators.keys()) : profile.reads;
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  const reading = { profile: { ...profile, reads } satisfies CompiledProfile, history, asOf: options.asOf };
  await mkdir(output, { recursive: true });
  const paths = factsPaths(output, format);
  const staged = format === "parquet" ? await stage(output) : undefined;
  const columns = { header: factColumns(catalogue, "header", reads), item: factColumns(catalogue, "item", reads) };
  const sinks = { header: openSink(staged?.header ?? paths.header), item: openSink(staged?.items ?? paths.items) };
  const manifestSink = openSink(paths.manifest);
  const toRows = createFactRows(catalogue, reads);
  let [declarations, items] = [0, 0];
  const write = (level: Level, row: readonly Cell[]): Promise<void> => sinks[level].write(format === "csv" ? csvRow(row) : jsonRow(columns[level], row));
  try {
    if (format === "csv") for (const level of ["header", "item"] as const) await sinks[level].write(csvHeader(columns[level]));
    const refused = await eachRecord(options, toolbox, async (record) => {
      const facts = factsOf(record, reading);
      if (!facts.ok) return facts;
      const rows = toRows(facts.value, declarations);
      declarations += 1;
      items += rows.items.length;
      await write("header", rows.header);
      for (const row of rows.items) await write("item", row);
      return success(undefined);
    });
    const manifest: FactsManifest = {
      schema: "consignment-risk/facts-tables@1",
      catalogue: catalogue.version,
      indicators: [...reads].sort(),
      format,
      declarations,
      items,
    };
    await manifestSink.write(JSON.stringify(manifest));
    await complete([sinks.header, sinks.item]);
    if (staged !== undefined) await toParquet(staged, paths, columns);
    await complete([manifestSink]);
    if (refused > 0) throw new CommandFailure(`${refused} refused; the rest was written`, 1);
  } catch (error) {
    for (const sink of [sinks.header, sinks.item, manifestSink]) await sink.discard();
    throw error;
  } finally {
    if (staged !== undefined) await rm(staged.folder, { recursive: true, force: true });
  }
}

async function complete(sinks: readonly LineSink[]): Promise<void> {
  for (const sink of sinks) await sink.flush();
  for (const sink of sinks) await sink.close();
}

/** Lines of JSON that become Parquet. */
interface Staged {
  readonly folder: string;
  readonly header: string;
  readonly items: string;
}

async function stage(output: string): Promise<Staged> {
  const folder = await mkdtemp(join(output, "staged-"));
  return { folder, header: join(folder, "header.jsonl"), items: join(folder, "items.jsonl") };
}

type Columns = ReturnType<typeof factColumns>;

async function toParquet(staged: Staged, paths: ReturnType<typeof factsPaths>, columns: { readonly header: Columns; readonly item: Columns }): Promise<void> {
  const db = await openDuckDb(staged.folder);
  try {
    const copy = (from: string, to: string, own: Columns): Promise<void> =>
      db.run(`COPY (SELECT * FROM ${tableOf(from, "jsonl", own)}) TO ${duckdb.quoteText(to)} (FORMAT parquet)`);
    await copy(staged.header, paths.header, columns.header);
    await copy(staged.items, paths.items, columns.item);
  } finally {
    db.close();
  }
}
