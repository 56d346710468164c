import { escapeControls } from "../../core/issue.js";
import { parseCases } from "../../testing/cases.js";
import { coverCases, uncovered } from "../../testing/cover-cases.js";
import { uncaughtMutations } from "../../testing/mutate-profile.js";
import { runCases } from "../../testing/run-cases.js";
import { CommandFailure, orFail } from "../failure.js";
import { readDocument } from "../files.js";
import { loadProfile, loadToolbox, reportWarnings } from "../load-profile.js";
import { wholeNumber } from "../whole-number.js";

/** The options of `test`. */
export interface TestOptions {
  readonly indicators?: string;
  readonly coverage?: boolean;
  readonly mutations?: boolean;
  /** So many uncaught mutations are borne. */
  readonly maxUncaught?: string;
}

/** `test`: runs the cases beside a profile; fails naming case, rule and reason. */
export async function test(path: string, options: TestOptions): Promise<void> {
  const maxUncaught = options.maxUncaught === undefined ? undefined : wholeNumber(options.maxUncaught, "--max-uncaught");
  if (!path.endsWith(".json")) throw new CommandFailure(`${path}: expected a profile whose name ends in .json`, 2);
  const casesPath = path.replace(/\.json$/, ".cases.json");
  const { catalogue, extensions } = await loadToolbox(options.indicators);
  const profile = await loadProfile(path, catalogue);
  reportWarnings(path, profile);
  const cases = orFail(parseCases(await readDocument(casesPath), extensions), casesPath);
  // only where it is needed: the transliteration table is loaded with it
  const tools = cases.some(({ alerts }) => alerts !== undefined) ? await import("../../intelligence/matching/alert-index.js") : {};
  const results = runCases(profile, cases, tools);
  const failed = results.filter((result) => result.failures.length > 0);
  for (const { name, failures } of results) {
    process.stdout.write(`${failures.length === 0 ? "ok  " : "FAIL"} ${escapeControls(name)}\n`);
    for (const failure of failures) process.stdout.write(`     ${escapeControls(failure)}\n`);
  }
  process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
  if (options.coverage === true) tell("not covered by a case", "everything is covered", uncovered(coverCases(profile, cases, tools)));
  let uncaught = 0;
  if (options.mutations === true || maxUncaught !== undefined) {
    const report = uncaughtMutations(profile, cases, tools);
    uncaught = report.uncaught.length;
    process.stdout.write(`mutations: ${report.caught} caught, ${uncaught} uncaught, ${report.refused} no profile\n`);
    tell("uncaught: no case notices", "no mutation is uncaught", report.uncaught);
  }
  if (failed.length > 0) throw new CommandFailure(`${failed.length} of ${results.length} cases failed`, 1);
  if (maxUncaught !== undefined && uncaught > maxUncaught) {
    throw new CommandFailure(`${uncaught} mutations are caught by no case, more than the ${maxUncaught} of --max-uncaught`, 1);
  }
}

function tell(what: string, otherwise: string, lines: readonly string[]): void {
  process.stdout.write(lines.length === 0 ? `${otherwise}\n` : `${what}:\n`);
  for (const line of lines) process.stdout.write(`     ${escapeControls(line)}\n`);
}
