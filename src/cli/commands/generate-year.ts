import { toVnaccs } from "../../adapters/vnaccs/to-vnaccs.js";
import type { HistoryOutcome } from "../../history/event.js";
import { createTimeQueue } from "../../history/time-queue.js";
import type { Declaration } from "../../model/declaration.js";
import { generateYear, HELD_OUT_SCHEMES, OPEN_SCHEMES, type SchemeId, shuffleArrivals, type YearRecord } from "../../synthetic/index.js";
import { CommandFailure } from "../failure.js";
import { jsonLine, type LineSink, openSink } from "../files.js";
import { startProgress } from "../progress.js";
import { wholeNumber } from "../whole-number.js";
import { orWrongUsage } from "./or-wrong-usage.js";

/** The options of `generate`, those of a year among them. */
export interface YearFileOptions {
  readonly count: string;
  readonly seed: string;
  readonly from: string;
  readonly days?: string;
  readonly schemes?: string;
  readonly intensity?: string;
  readonly shuffleHours?: string;
  readonly format?: "json" | "vnaccs";
  readonly output?: string;
  readonly manifest?: string;
  readonly truth?: string;
  readonly outcomes?: string;
}

/** `generate --year`: the declarations of a year in order of arrival, and beside them the manifests, the truth and the outcomes, each to a file of its own. */
export async function generateYearFiles(options: YearFileOptions): Promise<void> {
  const records = open(options);
  const progress = startProgress("declarations");
  const sinks = openSinks(options);
  const outcomes = createTimeQueue<HistoryOutcome>();
  try {
    for (const record of records) {
      for (const { value } of outcomes.take(Date.parse(record.declaration.registeredAt))) await sinks.outcomes?.write(jsonLine(value));
      await writeRecord(record, sinks, options.format ?? "json");
      if (record.outcome !== undefined && sinks.outcomes !== undefined) outcomes.push(Date.parse(record.outcome.knownAt), record.outcome);
      progress.tick();
    }
    for (const { value } of outcomes.take(Number.MAX_VALUE)) await sinks.outcomes?.write(jsonLine(value));
    // a file that cannot be written is told of before any appears under its name
    for (const sink of allOf(sinks)) await sink.flush();
    for (const sink of allOf(sinks)) await sink.close();
  } catch (error) {
    for (const sink of allOf(sinks)) await sink.discard();
    throw error;
  } finally {
    progress.end();
  }
}

function open(options: YearFileOptions): Iterable<YearRecord> {
  const declarations = wholeNumber(options.count, "--count");
  const seed = wholeNumber(options.seed, "--seed");
  const days = wholeNumber(options.days ?? "365", "--days");
  const hours = wholeNumber(options.shuffleHours ?? "0", "--shuffle-hours");
  const intensity = factor(options.intensity ?? "1", "--intensity");
  const schemes = schemesOf(options.schemes ?? "open");
  return orWrongUsage(() => shuffleArrivals(generateYear({ seed, declarations, from: options.from, days, schemes, intensity }), seed, hours));
}

function factor(text: string, option: string): number {
  if (!/^\d{1,3}(?:\.\d{1,6})?$/.test(text)) throw new CommandFailure(`${option}: expected a decimal number, received \`${text}\``, 2);
  return Number(text);
}

const NAMED: ReadonlyMap<string, readonly SchemeId[]> = new Map([
  ["open", OPEN_SCHEMES],
  ["heldOut", HELD_OUT_SCHEMES],
  ["all", [...OPEN_SCHEMES, ...HELD_OUT_SCHEMES]],
  ["none", []],
]);

function schemesOf(text: string): readonly SchemeId[] {
  // names that are none are refused by the generator
  return NAMED.get(text) ?? (text.split(",") as SchemeId[]);
}

interface Sinks {
  readonly declarations: LineSink;
  readonly manifest?: LineSink;
  readonly truth?: LineSink;
  readonly outcomes?: LineSink;
}

function openSinks({ output, manifest, truth, outcomes }: YearFileOptions): Sinks {
  return {
    declarations: openSink(output),
    ...(manifest === undefined ? {} : { manifest: openSink(manifest) }),
    ...(truth === undefined ? {} : { truth: openSink(truth) }),
    ...(outcomes === undefined ? {} : { outcomes: openSink(outcomes) }),
  };
}

function allOf(sinks: Sinks): readonly LineSink[] {
  return Object.values(sinks) as readonly LineSink[];
}

/** Outcomes that have a file of their own are not in the lines of the declarations. */
async function writeRecord({ declaration, consignments, outcome, truth }: YearRecord, sinks: Sinks, format: "json" | "vnaccs"): Promise<void> {
  const stated = sinks.outcomes === undefined ? outcome : undefined;
  await sinks.declarations.write(jsonLine(format === "vnaccs" ? toVnaccs(declaration, stated) : jsonRecord(declaration, stated)));
  for (const consignment of consignments) await sinks.manifest?.write(jsonLine(consignment));
  await sinks.truth?.write(jsonLine(truth));
}

function jsonRecord(declaration: Declaration, outcome: HistoryOutcome | undefined): object {
  if (outcome === undefined) return { declaration };
  const { declarationId: _, ...result } = outcome;
  return { declaration, outcome: result };
}
