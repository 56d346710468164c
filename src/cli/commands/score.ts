import { resolve } from "node:path";
import { parseInstant } from "../../core/instant.js";
import { CommandFailure } from "../failure.js";
import { isFileError, type LineSink, openSink, unreadable } from "../files.js";
import { startProgress } from "../progress.js";
import { openRecords } from "../records.js";
import { scoreInJobs } from "../score-in-jobs.js";
import { prepareScoring, type Scored, type Scoring, type ScoringOptions, scoreFound } from "../scoring.js";
import { wholeNumber } from "../whole-number.js";

/** The options of `score`. */
export interface ScoreOptions extends ScoringOptions {
  readonly output?: string;
  readonly rejects?: string;
  readonly jobs: string;
}

/** `score`: one line per declaration, in input order; what is refused is reported, kept and counted. */
export async function score(all: ScoreOptions): Promise<void> {
  const { output: outputPath, rejects: rejectsPath, jobs: jobsText, ...options } = all;
  if (options.asOf !== undefined && parseInstant(options.asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${options.asOf}\``, 2);
  }
  if (outputPath !== undefined && rejectsPath !== undefined && resolve(outputPath) === resolve(rejectsPath)) {
    throw new CommandFailure("--output and --rejects name the same file", 2);
  }
  const jobs = jobsOf(jobsText, options);
  const scoring = await prepareScoring(options);
  const scored = jobs === 1 ? await scoreHere(scoring) : scoreInJobs(options, jobs);
  const output = openSink(outputPath);
  const rejects = rejectsPath === undefined ? undefined : openSink(rejectsPath);
  try {
    const refused = await writeScored(scored, output, rejects, options.input === "-");
    await output.close();
    await rejects?.close();
    if (refused > 0) throw new CommandFailure(`${refused} refused${rejectsPath === undefined ? "" : `, kept in ${rejectsPath}`}`, 1);
  } catch (error) {
    await output.discard();
    await rejects?.discard();
    throw isFileError(error) ? unreadable(options.input, error) : error;
  }
}

function jobsOf(text: string, { input, format }: ScoringOptions): number {
  const jobs = wholeNumber(text, "--jobs");
  if (jobs < 1 || jobs > 64) throw new CommandFailure(`--jobs: expected 1 to 64, received \`${text}\``, 2);
  if (jobs > 1 && (input === "-" || format === "wco")) throw new CommandFailure("--jobs needs a file of korea, csv or json: every job opens it", 2);
  return jobs;
}

async function scoreHere(scoring: Scoring): Promise<AsyncGenerator<Scored>> {
  const records = await openRecords(scoring.options, scoring.toolbox);
  return (async function* scored() {
    for await (const read of records) yield scoreFound(read, scoring);
  })();
}

/** Writes what became of the records; gives the number of those refused. */
async function writeScored(scored: AsyncGenerator<Scored>, output: LineSink, rejects: LineSink | undefined, isInteractive: boolean): Promise<number> {
  const progress = startProgress("declarations");
  let refused = 0;
  for await (const record of scored) {
    if ("line" in record) await output.write(record.line);
    else {
      refused += 1;
      process.stderr.write(record.told);
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
