import { basename } from "node:path";
import { type JsonRecord, scoredOf } from "../../adapters/read-json-records.js";
import { type Instant, parseInstant } from "../../core/instant.js";
import { type Issues, success } from "../../core/result.js";
import { type Backtest, type PastCase, backtest as replay } from "../../evaluation/backtest.js";
import { createBacktestReport } from "../../evaluation/report/create-backtest-report.js";
import { renderBacktestReport } from "../../evaluation/report/render-backtest-report.js";
import { summariseBacktest } from "../../evaluation/summarise-backtest.js";
import { createHistory } from "../../history/create-history.js";
import { eventOf } from "../../history/event-of.js";
import type { History } from "../../history/history.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { type AssessingOptions, outcomeOf, reportFaults } from "../assessing.js";
import { bootstrapOf, type ResamplingOptions, sharesOf } from "../bootstrap-options.js";
import { eachRecord } from "../each-record.js";
import { factsOf } from "../facts-of.js";
import { CommandFailure, describeIssues, orFail } from "../failure.js";
import { writeLines } from "../files.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import { startProgress } from "../progress.js";
import type { InputOptions } from "../records.js";
import { backtestText, domainSentences } from "../text/backtest-text.js";
import { printJson, printLines } from "../text/print.js";

/** The options of `backtest`. */
export interface BacktestOptions extends InputOptions, AssessingOptions, ResamplingOptions {
  readonly profile: string;
  readonly from?: Instant;
  readonly inspected: "all" | "selected";
  readonly at: string;
  readonly json?: true;
  readonly report?: string;
}

/** `backtest`: replays declarations in order of time, each with what was known then, and measures what the scores were worth. */
export async function backtest(options: BacktestOptions): Promise<void> {
  if (options.from !== undefined && parseInstant(options.from) === undefined) {
    throw new CommandFailure(`--from: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${options.from}\``, 2);
  }
  const [at, bootstrap] = [sharesOf(options.at), bootstrapOf(options)];
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue);
  const selectionKey = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? createHistory() : await loadHistory(options.history);
  const past: PastCase<JsonRecord>[] = [];
  const unread = await eachRecord(options, toolbox, (record) => success(past.push(pastCase(record))));

  const { result, unobserved } = replayWith(past, { profile, history, options, selectionKey });
  for (const { id, issues } of [...result.refused, ...unobserved]) process.stderr.write(`${describeIssues(issues, `${options.input}: ${id}`)}\n`);
  reportFaults(result.cases.map(({ assessment }) => assessment));
  const probabilities = selectionProbabilities(past);
  const selectionProbability = (id: string): number | undefined => probabilities.get(id);
  const { channels } = profile.document;
  const progress = startProgress("bootstrap samples");
  const selectedOnly = options.inspected === "selected";
  const summarised = summariseBacktest(result, { channels, at, bootstrap, selectionProbability, selectedOnly, onSample: progress.tick });
  progress.end();
  const summary = orFail(summarised, options.input);
  if (options.json === true) printJson({ profile: identityOf(profile), ...summary, bootstrap, cases: result.cases.map(caseOf), refusals: result.refused });
  else printLines([titleOf(profile), ...backtestText(summary)]);
  if (options.report !== undefined) {
    const described = { profile: profile.document, summary, selectionProbability, source: basename(options.input), caveats: domainSentences(summary) };
    const report = createBacktestReport(result, described);
    await writeLines(options.report, [renderBacktestReport(orFail(report, options.input))]);
  }

  const refused = unread + result.refused.length;
  if (refused + unobserved.length > 0) throw new CommandFailure(`${refused} refused, ${unobserved.length} that the history could not take`, 1);
}

/** What a record is in a replay: assessed at its own moment, with the outcome that it states. */
function pastCase(record: JsonRecord): PastCase<JsonRecord> {
  if (record.kind === "facts") return { id: record.facts.id, asOf: record.facts.asOf, source: record };
  const { scored, moment } = scoredOf(record);
  const known = record.kind === "consignment" || record.outcome === undefined ? {} : { outcomeKnownAt: record.outcome.knownAt };
  return { id: scored.id, asOf: moment, source: record, ...outcomeOf(record), ...known };
}

interface Replaying {
  readonly profile: CompiledProfile;
  readonly history: History;
  readonly options: BacktestOptions;
  readonly selectionKey: Awaited<ReturnType<typeof loadKeyFor>>;
}

interface Replayed {
  readonly result: Backtest;
  /** What the history could not take, such as an event from before its watermark. */
  readonly unobserved: readonly { readonly id: string; readonly issues: Issues }[];
}

function replayWith(past: readonly PastCase<JsonRecord>[], { profile, history, options, selectionKey }: Replaying): Replayed {
  const unobserved: { readonly id: string; readonly issues: Issues }[] = [];
  const note = (id: string, taken: ReturnType<History["observe"]>): void => {
    if (!taken.ok) unobserved.push({ id, issues: taken.issues });
  };
  const progress = startProgress("assessments");
  const result = replay(past, {
    profileAt: () => profile,
    factsOf: ({ source }) => {
      progress.tick();
      return factsOf(source, { profile, history });
    },
    observe: ({ id, source }) => {
      if (source.kind === "declaration") note(id, history.observe(eventOf(source.declaration)));
    },
    learn: ({ id, source }) => {
      if (source.kind === "declaration" && source.outcome !== undefined) note(id, history.recordOutcome(source.outcome));
    },
    ...(options.inspected === "selected" ? { inspects: ({ selection }) => selection.mechanisms.some(({ drawn }) => drawn) } : {}),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(selectionKey === undefined ? {} : { selectionKey }),
  });
  progress.end();
  return { result: orFail(result, options.input), unobserved };
}

/** With what probability each declaration was selected, where its outcome says so. */
function selectionProbabilities(past: readonly PastCase<JsonRecord>[]): ReadonlyMap<string, number> {
  return new Map(
    past.flatMap(({ id, source }) => {
      const selection = source.kind === "declaration" ? source.outcome?.selection : undefined;
      return selection === undefined ? [] : [[id, selection.probability] as const];
    }),
  );
}

function identityOf({ document, fingerprint }: CompiledProfile): object {
  return { id: document.id, version: document.version, fingerprint };
}

function titleOf({ document, fingerprint }: CompiledProfile): string {
  return `backtest of ${document.id} ${document.version} (${fingerprint})`;
}

/** One case of the replay, as short as its ranking allows. */
function caseOf({ assessment, inspected, outcome }: Backtest["cases"][number]): object {
  const { id, asOf, channel, domains } = assessment;
  const micropoints = Object.fromEntries(Object.entries(domains).map(([domain, scored]) => [domain, scored.micropoints]));
  return { id, asOf, channel, micropoints, inspected, ...(outcome === undefined ? {} : { finding: outcome.finding }) };
}
