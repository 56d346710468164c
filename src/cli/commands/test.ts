import { escapeControls } from "../../core/issue.js";
import { parseCases } from "../../testing/cases.js";
import { runCases } from "../../testing/run-cases.js";
import { CommandFailure, orFail } from "../failure.js";
import { readDocument } from "../files.js";
import { loadProfile, loadToolbox, reportWarnings } from "../load-profile.js";

/** `test`: runs the cases beside a profile; fails naming case, rule and reason. */
export async function test(path: string, options: { readonly indicators?: string }): Promise<void> {
  if (!path.endsWith(".json")) throw new CommandFailure(`${path}: expected a profile whose name ends in .json`, 2);
  const casesPath = path.replace(/\.json$/, ".cases.json");
  const { catalogue, extensions } = await loadToolbox(options.indicators);
  const profile = await loadProfile(path, catalogue);
  reportWarnings(path, profile);
  const cases = orFail(parseCases(await readDocument(casesPath), extensions), casesPath);
  const results = runCases(profile, cases);
  const failed = results.filter((result) => result.failures.length > 0);
  for (const { name, failures } of results) {
    process.stdout.write(`${failures.length === 0 ? "ok  " : "FAIL"} ${escapeControls(name)}\n`);
    for (const failure of failures) process.stdout.write(`     ${escapeControls(failure)}\n`);
  }
  process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
  if (failed.length > 0) throw new CommandFailure(`${failed.length} of ${results.length} cases failed`, 1);
}
