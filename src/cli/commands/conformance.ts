import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { JsonValue } from "../../core/canonical.js";
import { escapeControls } from "../../core/issue.js";
import { parseJson } from "../../core/json.js";
import { DOCUMENT_LIMITS } from "../../core/snapshot.js";
import { type ConformanceCase, differencesFrom, readConformanceCases } from "../../testing/conformance.js";
import { CommandFailure, orFail } from "../failure.js";
import { readBytes } from "../files.js";
import { packageFile } from "../package-file.js";

/** The options of `conformance`. */
export interface ConformanceOptions {
  readonly command: string;
  readonly cases?: string;
}

/** So many cases that differ, and so many differences of each, are shown. */
const MAX_SHOWN = 10;

/** `conformance`: asks an implementation every case, one line each, and says in what its answers differ. */
export async function conformance(options: ConformanceOptions): Promise<void> {
  const path = options.cases ?? packageFile("docs/conformance/cases.jsonl");
  const cases = orFail(readConformanceCases(new TextDecoder().decode(await readBytes(path))), path);
  const answers = await ask(options.command, cases);
  if (answers.length !== cases.length) throw new CommandFailure(`${cases.length} cases were asked, ${answers.length} lines were answered`, 1);
  let differing = 0;
  for (const [index, each] of cases.entries()) {
    const differences = judge(each, answers[index] ?? "");
    if (differences.length === 0) continue;
    differing += 1;
    if (differing > MAX_SHOWN) continue;
    const lines = differences.slice(0, MAX_SHOWN).map((difference) => escapeControls(`line ${each.line}: ${difference}`));
    process.stderr.write(`${lines.join("\n")}\n`);
  }
  if (differing > 0) throw new CommandFailure(`${differing} of ${cases.length} cases differ`, 1);
  process.stdout.write(`${cases.length} cases: all as expected\n`);
}

function judge({ expected }: ConformanceCase, answer: string): readonly string[] {
  const parsed = parseJson(answer, DOCUMENT_LIMITS.depth);
  return parsed.ok ? differencesFrom(expected, parsed.value as JsonValue) : [`the answer is not JSON: ${answer.slice(0, 80)}`];
}

/** The lines that a command, run by the shell, answers to the cases on its standard input. */
async function ask(command: string, cases: readonly ConformanceCase[]): Promise<readonly string[]> {
  const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  // an implementation that ends early is told of by its status and by the number of its answers
  child.stdin.on("error", () => undefined);
  for (const { request } of cases) child.stdin.write(`${JSON.stringify(request)}\n`);
  child.stdin.end();
  const answers: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) if (line.trim() !== "") answers.push(line);
  const status = await ended;
  if (status !== 0) throw new CommandFailure(`the command ended with status ${status ?? "none"} after ${answers.length} answers`, 1);
  return answers;
}
