import { generateDeclarations, outcomeKnownAt } from "../../synthetic/index.js";
import { CommandFailure } from "../failure.js";
import { jsonLine, openSink } from "../files.js";
import { startProgress } from "../progress.js";
import { wholeNumber } from "../whole-number.js";
import { generateYearFiles, type YearFileOptions } from "./generate-year.js";
import { orWrongUsage } from "./or-wrong-usage.js";

/** The options of `generate`. */
export interface GenerateOptions extends YearFileOptions {
  readonly year?: boolean;
}

/** `generate`: invented declarations with what an inspection finds and when that is known, as JSON Lines that every command reads; or a year of them. */
export async function generate(options: GenerateOptions): Promise<void> {
  if (options.year === true) return generateYearFiles(options);
  const only = YEAR_ONLY.find(([key]) => options[key] !== undefined);
  if (only !== undefined) throw new CommandFailure(`${only[1]} goes with --year`, 2);
  const [count, seed, days] = [wholeNumber(options.count, "--count"), wholeNumber(options.seed, "--seed"), wholeNumber(options.days ?? "180", "--days")];
  const records = orWrongUsage(() => generateDeclarations({ count, seed, days, from: options.from }));
  const progress = startProgress("declarations");
  const sink = openSink(options.output);
  try {
    for (const { declaration, supplied, outcome } of records) {
      await sink.write(jsonLine({ declaration, supplied, outcome: { finding: outcome.finding, knownAt: outcomeKnownAt(declaration) } }));
      progress.tick();
    }
    await sink.close();
  } catch (error) {
    await sink.discard();
    throw error;
  } finally {
    progress.end();
  }
}

const YEAR_ONLY = [
  ["schemes", "--schemes"],
  ["intensity", "--intensity"],
  ["shuffleHours", "--shuffle-hours"],
  ["format", "--format"],
  ["manifest", "--manifest"],
  ["truth", "--truth"],
  ["outcomes", "--outcomes"],
] as const;
