#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { escapeControls } from "../core/issue.js";
import { ENGINE_VERSION } from "../core/version.js";
import { check } from "./commands/check.js";
import { demo } from "./commands/demo.js";
import { score } from "./commands/score.js";
import { test } from "./commands/test.js";
import { train } from "./commands/train.js";
import { CommandFailure } from "./failure.js";

const indicators = ["--indicators <module>", "a JavaScript module whose default export is a catalogue made with extendCatalogue"] as const;

function language(): Option {
  return new Option("--language <language>", "the language of the explanations").choices(["en", "vi"]).default("en");
}

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("it is empty.");
  return value;
}

function buildProgram(): Command {
  const program = new Command("consignment-risk")
    .description("Scores customs declarations for risk: a channel, and reasons that add up to the score exactly.")
    .version(ENGINE_VERSION)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", "\nExit status: 0 all well, 1 a record was refused, a case failed or a file is unreadable, 2 wrong usage.");
  program
    .command("demo")
    .description("score invented declarations with the example profile and show what an officer would want")
    .option("--count <n>", "how many declarations", "1000")
    .option("--seed <n>", "which invented declarations", "7")
    .addOption(language())
    .action(demo);
  program
    .command("score")
    .description("score declarations, one JSON line each, in input order")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .requiredOption("--input <file>", "the declarations; - for standard input", notEmpty)
    .addOption(new Option("--format <format>", "the format of the input").choices(["korea", "csv", "json"]).makeOptionMandatory())
    .option("--mapping <file>", "for csv: which column is which field")
    .option("--history <file>", "a snapshot of history, as train writes it")
    .option("--output <file>", "where the lines go; standard output unless told")
    .option("--rejects <file>", "where refused records go, as JSON Lines with line, issues and the text as it came")
    .addOption(new Option("--explain <language>", "add an explanation to each line").choices(["en", "vi"]))
    .option("--as-of <instant>", "the moment of the assessment; each declaration's own registration unless told")
    .option("--selection-key-file <file>", "the secret that random inspections are drawn with, at least 16 bytes")
    .option("--expect-fingerprint <sha256>", "refuse the profile unless it has this fingerprint")
    .option(...indicators)
    .action(score);
  program
    .command("train")
    .description("learn a scorecard from declarations with outcomes; write a profile, and the history learned from")
    .requiredOption("--input <file>", "the declarations with their outcomes; - for standard input", notEmpty)
    .addOption(new Option("--format <format>", "the format of the input").choices(["korea", "csv", "json"]).makeOptionMandatory())
    .option("--mapping <file>", "for csv: which column is which field")
    .option("--recipe <file>", "how to train; korea has a recipe of its own")
    .requiredOption("--output <file>", "where the profile goes", notEmpty)
    .option("--history <file>", "where the history goes, as JSON Lines")
    .option(...indicators)
    .action(train);
  program
    .command("check")
    .description("check a risk profile and say what is in it")
    .argument("<profile>", "the risk profile")
    .option(...indicators)
    .action(check);
  program
    .command("test")
    .description("run the cases in NAME.cases.json beside the profile NAME.json")
    .argument("<profile>", "the risk profile, NAME.json")
    .option(...indicators)
    .action(test);
  for (const command of program.commands) command.exitOverride();
  return program;
}

/** Runs the command line; gives the exit status. */
async function run(args: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync([...args], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof CommandFailure)) throw error;
    process.stderr.write(`${error.message.split("\n").map(escapeControls).join("\n")}\n`);
    return error.exitCode;
  }
}

// a reader that stops reading (`| head`) is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2));
