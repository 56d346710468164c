import { generateDeclarations, outcomeKnownAt } from "../../synthetic/index.js";
import { CommandFailure } from "../failure.js";
import { jsonLine, openSink } from "../files.js";
import { startProgress } from "../progress.js";
import { wholeNumber } from "../whole-number.js";

/** The options of `generate`. */
export interface GenerateOptions {
  readonly count: string;
  readonly seed: string;
  readonly from: string;
  readonly days: string;
  readonly output?: string;
}

/** `generate`: invented declarations with what an inspection finds and when that is known, as JSON Lines that every command reads. */
export async function generate(options: GenerateOptions): Promise<void> {
  const [count, seed, days] = [wholeNumber(options.count, "--count"), wholeNumber(options.seed, "--seed"), wholeNumber(options.days, "--days")];
  const records = startGenerating({ count, seed, days, from: options.from });
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

function startGenerating(options: Parameters<typeof generateDeclarations>[0]): ReturnType<typeof generateDeclarations> {
  try {
    return generateDeclarations(options);
  } catch (error) {
    if (error instanceof RangeError) throw new CommandFailure(`--${error.message}`, 2);
    throw error;
  }
}
