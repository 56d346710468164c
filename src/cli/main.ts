#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { escapeControls } from "../core/issue.js";
import { ENGINE_VERSION } from "../core/version.js";
import type { Given } from "../sql/options.js";
import type { CampaignReportOptions } from "./commands/campaign-report.js";
import { check } from "./commands/check.js";
import { demo } from "./commands/demo.js";
import type { DescribeCommandOptions } from "./commands/describe.js";
import { generate } from "./commands/generate.js";
import type { PendingAlertsOptions } from "./commands/pending-alerts.js";
import { score } from "./commands/score.js";
import { test } from "./commands/test.js";
import { FACTS_FORMATS } from "./facts-folder/facts-folder.js";
import { CommandFailure } from "./failure.js";
import { INPUT_FORMATS } from "./records.js";

const indicators = ["--indicators <module>", "a JavaScript module whose default export is a catalogue made with extendCatalogue"] as const;

const receivedAt = ["--received-at <instant>", "for wco and ens: when messages came in that do not say when they were lodged"] as const;
const utcOffset = ["--utc-offset <offset>", "for wco and ens: the offset of moments that are written without one; UTC unless told"] as const;

type Action = (options: never) => Promise<void>;

/** A command that loads what it needs, training or evaluation, only when it is called. */
function onCall(load: () => Promise<Action>): (options: unknown) => Promise<void> {
  return async (options) => (await load())(options as never);
}

function language(): Option {
  return new Option("--language <language>", "the language of the explanations").choices(["en", "vi"]).default("en");
}

function notEmpty(value: string): string {
  if (value === "") throw new InvalidArgumentError("it is empty.");
  return value;
}

/** What a query can give a row for. */
const GIVEN = ["channels", "items", "contributions", "rules", "ledger", "overlaps", "channelTable", "precision"] satisfies Given[];

/** The options of every command that reads declarations. */
function withInput(command: Command, what: string): Command {
  return command
    .requiredOption("--input <file>", `${what}; - for standard input`, notEmpty)
    .addOption(new Option("--format <format>", "the format of the input").choices(INPUT_FORMATS).makeOptionMandatory())
    .option("--mapping <file>", "for csv: which column is which field")
    .option(...receivedAt)
    .option(...utcOffset)
    .option(...indicators);
}

/** The options of every command that assesses what it reads. */
function withAssessment(command: Command, what: string): Command {
  return withInput(command, what)
    .option("--history <file>", "a snapshot of history, as train writes it")
    .option("--selection-key-file <file>", "the secret that random inspections are drawn with, at least 16 bytes");
}

/** The options of every command that draws bootstrap samples. */
function withResampling(command: Command): Command {
  return command.option("--seed <n>", "seeds the bootstrap samples", "1").option("--replicates <n>", "how many bootstrap samples", "1000");
}

const asJson = ["--json", "print one JSON document instead of text"] as const;

function buildProgram(): Command {
  const program = new Command("consignment-risk")
    .description("Scores customs declarations and consignments for risk: a channel, and reasons that add up to the score exactly.")
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
    .description("score declarations or consignments, one JSON line each, in input order")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .option("--input <file>", "the declarations; - for standard input", notEmpty)
    .addOption(new Option("--format <format>", "the format of the input").choices(INPUT_FORMATS))
    .addOption(new Option("--engine <engine>", "what scores --facts: DuckDB, for tables larger than memory").choices(["duckdb"]))
    .option("--facts <folder>", "instead of --input and --format: tables of facts, as extract-facts writes them", notEmpty)
    .option("--mapping <file>", "for csv: which column is which field")
    .option(...receivedAt)
    .option(...utcOffset)
    .option("--history <file>", "a snapshot of history, as train writes it")
    .option("--output <file>", "where the lines go; standard output unless told")
    .option("--rejects <file>", "where refused records go, as JSON Lines with line, issues and the text as it came")
    .addOption(new Option("--explain <language>", "add an explanation to each line").choices(["en", "vi"]))
    .option("--html <file>", "where a work list goes, one HTML page with filters and every explanation; implies --explain en", notEmpty)
    .option("--as-of <instant>", "the moment of the assessment; each declaration's own registration unless told")
    .option("--selection-key-file <file>", "the secret that random inspections are drawn with, at least 16 bytes")
    .option("--expect-fingerprint <sha256>", "refuse the profile unless it has this fingerprint")
    .option("--alerts <file>", "alerts to match; each line then holds what the viewer may know, and no selection", notEmpty)
    .option("--viewer <file>", "for whom the alerts are used; the least cleared unless told", notEmpty)
    .option("--campaign <file>", "a campaign that switches rules, thresholds and alerts by the moment, and tags results", notEmpty)
    .option("--audit <file>", "with --alerts: an audit log of who was shown what", notEmpty)
    .option("--jobs <n>", "how many threads score; the output is the same", "1")
    .option("--evolve [file]", "learn from each declaration once it is scored, in the order of the input; the file is where the history goes")
    .option("--max-keys <number>", "with --evolve from nothing: how many keys of a dimension the history keeps, 1,000,000 unless told")
    .option(...indicators)
    .action(score);
  withAssessment(program.command("explain"), "the declarations")
    .description("say why one of the declarations or consignments has its channel, in words and pictures")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .requiredOption("--id <id>", "which of them", notEmpty)
    .addOption(new Option("--as <form>", "plain text, Markdown, or one HTML page with pictures").choices(["text", "md", "html"]).default("text"))
    .addOption(language())
    .addOption(new Option("--role <role>", "who reads").choices(["officer", "auditor", "declarant"]).default("officer"))
    .option("--as-of <instant>", "the moment of the assessment; the declaration's own registration unless told")
    .option("--alerts <file>", "alerts to match; what the viewer may know is explained", notEmpty)
    .option("--viewer <file>", "for whom the alerts are used, role included; the least cleared unless told", notEmpty)
    .option("--audit <file>", "with --alerts: an audit log of who was shown what", notEmpty)
    .option("--output <file>", "where it goes; standard output unless told")
    .action(onCall(async () => (await import("./commands/explain.js")).explain));
  withInput(program.command("train"), "the declarations with their outcomes")
    .description("learn a scorecard from declarations with outcomes; write a profile, and the history learned from")
    .option("--recipe <file>", "how to train; korea has a recipe of its own")
    .requiredOption("--output <file>", "where the profile goes", notEmpty)
    .option("--history <file>", "where the history goes, as JSON Lines")
    .action(onCall(async () => (await import("./commands/train.js")).train));
  withResampling(withAssessment(program.command("backtest"), "the declarations with their outcomes"))
    .description("replay declarations in order of time, each with what was known then, and measure what the scores were worth")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .option("--from <instant>", "the first moment that is reported; what is earlier is replayed all the same")
    .addOption(
      new Option("--inspected <which>", "whose outcomes are learned from: all, or those that the profile selects").choices(["all", "selected"]).default("all"),
    )
    .option("--at <percentages>", "where the order by score is cut", "5,10")
    .option(...asJson)
    .option("--report <file>", "where a report goes, one HTML page with pictures", notEmpty)
    .action(onCall(async () => (await import("./commands/backtest.js")).backtest));
  withResampling(withAssessment(program.command("compare"), "the declarations"))
    .description("say what a changed profile does to the same declarations")
    .requiredOption("--profile <file>", "the risk profile as it is", notEmpty)
    .requiredOption("--with <file>", "the risk profile as it would be", notEmpty)
    .option("--max-raised <n>", "fail if more declarations than these get a higher channel")
    .option("--max-lowered <n>", "fail if more declarations than these get a lower channel")
    .option("--at <percentage>", "where precision is compared, if there are outcomes", "5")
    .option(...asJson)
    .action(onCall(async () => (await import("./commands/compare.js")).compare));
  withAssessment(program.command("ledger"), "the declarations with their outcomes")
    .description("say what every rule of a profile did: fires, hits, precision, overlap")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .option(...asJson)
    .action(onCall(async () => (await import("./commands/ledger.js")).ledger));
  withAssessment(program.command("drift"), "the declarations of now")
    .description("say how far indicators and scores have moved from one lot of declarations to another")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .requiredOption("--reference <file>", "the declarations of before, in the same format", notEmpty)
    .option(...asJson)
    .action(onCall(async () => (await import("./commands/drift.js")).drift));
  withInput(program.command("export-matrix"), "the declarations, with outcomes where there are any")
    .description("write what a recipe learns from as CSV for other programs, and beside it how to read it without losing a code")
    .option("--recipe <file>", "the recipe; default for that of the format", "default")
    .requiredOption("--output <file>", "where the CSV goes; its schema goes beside it", notEmpty)
    .action(onCall(async () => (await import("./commands/export-matrix.js")).exportMatrix));
  withInput(program.command("extract-facts"), "the declarations or consignments")
    .description("write the facts of declarations as two tables, for a database or for score --engine duckdb")
    .requiredOption("--profile <file>", "the risk profile: its currency, and the indicators that it reads", notEmpty)
    .requiredOption("--output <folder>", "where the tables go, with facts.json beside them that says what they hold", notEmpty)
    .addOption(new Option("--as <form>", "how the tables are written; parquet through DuckDB").choices(FACTS_FORMATS).default("jsonl"))
    .option("--all", "every indicator of the catalogue, for profiles to come")
    .option("--history <file>", "a snapshot of history, as train writes it")
    .option("--as-of <instant>", "the moment of the facts; each declaration's own registration unless told")
    .action(onCall(async () => (await import("./commands/extract-facts.js")).extractFactsTables));
  program
    .command("to-sql")
    .description("write a profile as one query over tables of facts")
    .requiredOption("--profile <file>", "the risk profile", notEmpty)
    .addOption(new Option("--dialect <dialect>", "whose SQL").choices(["duckdb", "postgresql", "clickhouse", "spark"]).makeOptionMandatory())
    .addOption(new Option("--give <rows>", "what it gives a row for").choices(GIVEN).default("channels"))
    .option("--header <table>", "the table of declarations", "facts_header")
    .option("--items <table>", "the table of goods items", "facts_items")
    .option("--key <column>", "the column that tells declarations apart", "key")
    .addOption(new Option("--columns <columns>", "all that extract-facts writes, or the indicators' values only").choices(["full", "values"]).default("full"))
    .option("--draws <table>", "the table of random draws, for a profile with a random rate")
    .option("--outcomes <table>", "the table of what inspections found, for ledger, channelTable and precision")
    .option("--at <percentages>", "where precision cuts the order by score", "5,10")
    .option("--tables", "instead of the query: the statements that make the two tables")
    .option("--output <file>", "where it goes; standard output unless told", notEmpty)
    .option(...indicators)
    .action(onCall(async () => (await import("./commands/to-sql.js")).printSql));
  program
    .command("generate")
    .description("invent declarations with outcomes, as JSON Lines that every command reads")
    .requiredOption("--count <n>", "how many declarations")
    .requiredOption("--seed <n>", "which invented declarations")
    .option("--from <date>", "the first day of registration", "2026-01-01")
    .option("--days <n>", "how many days the registrations spread over; 180 unless told, 365 with --year")
    .option("--output <file>", "where the lines go; standard output unless told", notEmpty)
    .option("--year", "a year in order of time: a population with histories, families, manifests, delayed outcomes and planted schemes")
    .option("--schemes <which>", "with --year: the schemes to plant, open, heldOut, all, none or names with commas; open unless told")
    .option("--intensity <factor>", "with --year: what the shares of the schemes are multiplied by; 1 unless told")
    .addOption(new Option("--format <format>", "with --year: how the declarations are written; json unless told").choices(["json", "vnaccs"]))
    .option("--shuffle-hours <n>", "with --year: for how long a record may be under way, so that they arrive out of order; 0 unless told")
    .option("--manifest <file>", "with --year: where the consignments of the manifests go", notEmpty)
    .option("--truth <file>", "with --year: where the truth goes", notEmpty)
    .option("--outcomes <file>", "with --year: where the outcomes go, in the order in which they become known, instead of into the lines", notEmpty)
    .action(generate);
  program
    .command("check")
    .description("check a risk profile and say what is in it")
    .argument("<profile>", "the risk profile")
    .option(...indicators)
    .action(check);
  program
    .command("describe")
    .description("say a risk profile in words, or what changes from one to another, as a document for people")
    .argument("<profile>", "the risk profile")
    .option("--changes-to <profile>", "instead: what differs between the profile and this one", notEmpty)
    .addOption(new Option("--as <form>", "Markdown, or one HTML page").choices(["md", "html"]).default("md"))
    .addOption(new Option("--language <language>", "the language of the document").choices(["en", "vi"]).default("en"))
    .option("--output <file>", "where it goes; standard output unless told", notEmpty)
    .option(...indicators)
    .action(async (path: string, options: DescribeCommandOptions) => (await import("./commands/describe.js")).describe(path, options));
  program
    .command("test")
    .description("run the cases in NAME.cases.json beside the profile NAME.json")
    .argument("<profile>", "the risk profile, NAME.json")
    .option("--coverage", "list what no case reaches: rules by outcome, parts of conditions by truth, channels")
    .option("--mutations", "change the profile by one step, time and again, and list the changes that no case notices")
    .option("--max-uncaught <number>", "fail where more mutations than so many are noticed by no case")
    .option(...indicators)
    .action(test);
  program
    .command("conformance")
    .description("ask another implementation the cases of docs/conformance and say in what its answers differ")
    .requiredOption("--command <command>", "reads a line of JSON per case on standard input, answers with a line each; run by the shell", notEmpty)
    .option("--cases <file>", "other cases than those of the package")
    .action(onCall(async () => (await import("./commands/conformance.js")).conformance));
  const alerts = program.command("alerts").description("work on alerts");
  alerts
    .command("check")
    .description("check a document of alerts and say what is in it")
    .argument("<alerts>", "the document of alerts")
    .option("--as-of <instant>", "also say which of them may be scored at that moment, and why not the others")
    .action(async (path: string, options: { readonly asOf?: string }) => (await import("./commands/check-alerts.js")).checkAlerts(path, options));
  withInput(alerts.command("pending"), "the declarations that are still open")
    .description("find open declarations that alerts concern though they were registered before these came")
    .argument("<alerts>", "the document of alerts")
    .requiredOption("--as-of <instant>", "the moment at which they are looked for")
    .option("--since <instant>", "only alerts received from that moment on")
    .option("--viewer <file>", "who looks; the least cleared unless told", notEmpty)
    .action(async (path: string, options: PendingAlertsOptions) => (await import("./commands/pending-alerts.js")).pendingAlerts(path, options));
  program
    .command("feedback")
    .description("write what goes out to partners, answers to their alerts and requests of our own, one JSON line each")
    .requiredOption("--alerts <file>", "the alerts that were received", notEmpty)
    .requiredOption("--exchanges <file>", "what was done about them, and what was sent", notEmpty)
    .option("--viewer <file>", "who writes or reads; the least cleared unless told", notEmpty)
    .option("--tell <parts>", "what of a result is told beside its outcome: some of declaration,goods,quantity; goods,quantity unless told")
    .option("--as-of <instant>", "instead of messages, who waits for an answer at that moment, and figures by partner and channel")
    .option("--within <hours>", "with --as-of: due or ending within so many hours", "168")
    .action(onCall(async () => (await import("./commands/feedback.js")).feedback));
  program
    .command("decide")
    .description("record what officers decide of what was scored, one JSON line each")
    .requiredOption("--profile <file>", "the risk profile that scored", notEmpty)
    .requiredOption("--scored <file>", "what score wrote", notEmpty)
    .requiredOption("--decisions <file>", "JSON Lines with declarationId, channel, by, at and reason", notEmpty)
    .option("--campaign <file>", "the campaign that it was scored with", notEmpty)
    .option("--audit <file>", "an audit log of the decisions", notEmpty)
    .option("--alerts <file>", "the alerts that were matched, whose markings the audit log keeps", notEmpty)
    .option(...indicators)
    .action(onCall(async () => (await import("./commands/decide.js")).decide));
  const campaign = program.command("campaign").description("work on campaigns");
  campaign
    .command("report")
    .description("report by phase and participant what was scored, selected, inspected, seized, received and answered")
    .argument("<campaign>", "the campaign")
    .requiredOption("--profile <file>", "the risk profile that it changes", notEmpty)
    .requiredOption("--scored <file>", "what score wrote with the campaign", notEmpty)
    .requiredOption("--alerts <file>", "the alerts that were received", notEmpty)
    .requiredOption("--exchanges <file>", "what was done about them", notEmpty)
    .option("--viewer <file>", "for whom the report is; the least cleared unless told", notEmpty)
    .option(...asJson)
    .option(...indicators)
    .action(async (path: string, options: CampaignReportOptions) => (await import("./commands/campaign-report.js")).campaignReport(path, options));
  const audit = program.command("audit").description("work on audit logs");
  audit
    .command("verify")
    .description("verify a chained log, and name the first entry that does not hold")
    .argument("<log>", "the log; its head is read from LOG.head where that is there")
    .option("--head <index:hash>", "instead: the head that was kept elsewhere, as this command says it")
    .action(async (path: string, options: { readonly head?: string }) => (await import("./commands/verify-audit.js")).verifyAuditLog(path, options));
  for (const command of [...program.commands, ...alerts.commands, ...campaign.commands, ...audit.commands]) command.exitOverride();
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
