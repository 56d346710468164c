import { basename, resolve } from "node:path";
import { parseInstant } from "../../core/instant.js";
import { type Evolution, startEvolution } from "../evolve.js";
import { CommandFailure } from "../failure.js";
import { isFileError, type LineSink, openSink, unreadable } from "../files.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import { startProgress } from "../progress.js";
import { openRecords } from "../records.js";
import { scoreInJobs } from "../score-in-jobs.js";
import { prepareScoring, type Scored, type Scoring, type ScoringOptions, scoreFound } from "../scoring.js";
import { wholeNumber } from "../whole-number.js";
import { withWorkList } from "../work-list/with-work-list.js";

/** What `score` is given: an input in some format, or tables of facts and an engine. */
export interface GivenToScore extends Partial<Omit<ScoreOptions, "profile" | "jobs">>, Pick<ScoreOptions, "profile" | "jobs"> {
  readonly engine?: "duckdb";
  readonly facts?: string;
}

/** The options of `score` for an input. */
interface ScoreOptions extends ScoringOptions {
  readonly output?: string;
  readonly rejects?: string;
  readonly jobs: string;
  /** Whether the history learns, and perhaps where it goes. */
  readonly evolve?: true | string;
  /** How many keys of a dimension a history keeps that starts from nothing. */
  readonly maxKeys?: string;
  /** Where a page of the explained lines goes. */
  readonly html?: string;
}

/** `score`: one line per record, in input order; what is refused is reported, kept and counted. */
export async function score(given: GivenToScore): Promise<void> {
  const { engine, facts, input, format, ...rest } = given;
  if (engine !== undefined || facts !== undefined) return scoreFacts(given);
  if (input === undefined || format === undefined) throw new CommandFailure("--input and --format are needed, or --engine duckdb and --facts", 2);
  return scoreInput({ input, format, ...rest });
}

/** What goes with tables of facts, which were extracted with all the rest. */
const WITH_FACTS = ["engine", "facts", "profile", "output", "rejects", "selectionKeyFile", "expectFingerprint", "indicators", "jobs"];

async function scoreFacts(given: GivenToScore): Promise<void> {
  const { engine, facts, profile: path, selectionKeyFile, output: outputPath, rejects: rejectsPath } = given;
  if (engine === undefined || facts === undefined) throw new CommandFailure("--engine and --facts go together", 2);
  const other = Object.keys(given).find((option) => !WITH_FACTS.includes(option));
  if (other !== undefined || given.jobs !== "1") throw new CommandFailure(`--facts goes only with ${WITH_FACTS.slice(2, -1).map(optionName).join(", ")}`, 2);
  checkOptions(given);
  const toolbox = await loadToolbox(given.indicators);
  const profile = await loadProfile(path, toolbox.catalogue, given.expectFingerprint);
  const selectionKey = await loadKeyFor([profile], selectionKeyFile);
  const { scoreFactsFolder } = await import("../duckdb/score-facts.js");
  const output = openSink(outputPath);
  const rejects = rejectsPath === undefined ? undefined : openSink(rejectsPath);
  try {
    const refused = await writeScored(scoreFactsFolder(facts, profile, selectionKey), output, rejects, false);
    await output.close();
    await rejects?.close();
    if (refused > 0) throw new CommandFailure(refusedText(refused, rejectsPath), 1);
  } catch (error) {
    await output.discard();
    await rejects?.discard();
    throw isFileError(error) ? unreadable(facts, error) : error;
  }
}

/** An option as it is written: `expectFingerprint` is `--expect-fingerprint`. */
function optionName(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function refusedText(refused: number, rejectsPath: string | undefined): string {
  return `${refused} refused${rejectsPath === undefined ? "" : `, kept in ${rejectsPath}`}`;
}

async function scoreInput(all: ScoreOptions): Promise<void> {
  const { output: outputPath, rejects: rejectsPath, jobs: jobsText, evolve, maxKeys, html, ...given } = all;
  // a work list is made of explanations
  const options: ScoringOptions = html === undefined ? given : { explain: "en", ...given };
  checkOptions(all);
  const jobs = jobsOf(jobsText, options);
  if (jobs > 1 && evolve !== undefined) throw new CommandFailure("--evolve learns in the order of the input: it goes with one job", 2);
  const evolution = evolve === undefined ? undefined : await startEvolution(options.history, maxKeysOf(maxKeys));
  if (evolution !== undefined) process.stderr.write("--evolve: on one thread, in the order of the input; each record is scored before it is learned from\n");
  // also for several jobs: what cannot be scored with is told once, before they start
  const scoring = await prepareScoring(options, evolution?.history);
  const scored = jobs > 1 ? scoreInJobs(options, jobs) : await scoreHere(scoring, evolution);
  const output = withWorkList(openSink(outputPath), html, basename(options.input));
  const rejects = rejectsPath === undefined ? undefined : openSink(rejectsPath);
  try {
    const refused = await writeScored(scored, output, rejects, options.input === "-");
    await output.close();
    await rejects?.close();
    if (typeof evolve === "string") await evolution?.save(evolve);
    const forgotten = evolution?.forgotten() ?? 0;
    if (forgotten > 0) process.stderr.write(`--evolve: to bound its memory the history forgot ${forgotten} keys, those not seen for longest\n`);
    const notLearned = evolution?.notLearned() ?? 0;
    const counts = [...(refused === 0 ? [] : [refusedText(refused, rejectsPath)]), ...(notLearned === 0 ? [] : [`${notLearned} scored, but not learned from`])];
    if (counts.length > 0) throw new CommandFailure(counts.join("; "), 1);
  } catch (error) {
    await output.discard();
    await rejects?.discard();
    throw isFileError(error) ? unreadable(options.input, error) : error;
  } finally {
    scoring.governed?.trail?.close();
  }
}

function maxKeysOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const maxKeys = wholeNumber(text, "--max-keys");
  if (maxKeys < 1) throw new CommandFailure(`--max-keys: expected 1 or more, received \`${text}\``, 2);
  return maxKeys;
}

function checkOptions({ asOf, output, rejects, evolve, maxKeys, history, html }: GivenToScore): void {
  if (asOf !== undefined && parseInstant(asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${asOf}\``, 2);
  }
  if (asOf !== undefined && evolve !== undefined) throw new CommandFailure("--evolve scores each record as of its own moment: it does not go with --as-of", 2);
  if (maxKeys !== undefined && evolve === undefined) throw new CommandFailure("--max-keys bounds the history of --evolve: it goes with it alone", 2);
  if (maxKeys !== undefined && history !== undefined) throw new CommandFailure("--max-keys: a history from a file states itself how many keys it keeps", 2);
  const files = Object.entries({ output, rejects, evolve, html }).flatMap(([option, path]) =>
    typeof path === "string" ? [{ option, path: resolve(path) }] : [],
  );
  for (const [index, { option, path }] of files.entries()) {
    const other = files.slice(0, index).find((earlier) => earlier.path === path);
    if (other !== undefined) throw new CommandFailure(`--${other.option} and --${option} name the same file`, 2);
  }
}

function jobsOf(text: string, { input, format, audit }: ScoringOptions): number {
  const jobs = wholeNumber(text, "--jobs");
  if (jobs < 1 || jobs > 64) throw new CommandFailure(`--jobs: expected 1 to 64, received \`${text}\``, 2);
  if (jobs > 1 && (input === "-" || !["korea", "csv", "json"].includes(format))) {
    throw new CommandFailure("--jobs needs a file of korea, csv or json: every job opens it", 2);
  }
  if (jobs > 1 && audit !== undefined) throw new CommandFailure("--audit is written in the order of the input: it goes with one job", 2);
  return jobs;
}

async function scoreHere(scoring: Scoring, evolution: Evolution | undefined): Promise<AsyncGenerator<Scored>> {
  const records = await openRecords(scoring.options, scoring.toolbox);
  return (async function* scored() {
    for await (const read of records) yield evolution === undefined ? scoreFound(read, scoring) : evolution.take(read, scoring);
  })();
}

/** Writes what became of the records; gives the number of those refused. */
async function writeScored(scored: AsyncGenerator<Scored>, output: LineSink, rejects: LineSink | undefined, isInteractive: boolean): Promise<number> {
  const progress = startProgress("declarations");
  let refused = 0;
  for await (const record of scored) {
    if (record.told !== undefined) process.stderr.write(record.told);
    if ("line" in record) await output.write(record.line);
    else {
      refused += 1;
      await rejects?.write(record.reject);
    }
    if (isInteractive) {
      await output.flush();
      await rejects?.flush();
    }
    progress.tick();
  }
  progress.end();
  return refused;
}
