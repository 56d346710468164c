import { basename, resolve } from "node:path";
import { type JsonRecord, scoredOf } from "../../adapters/read-json-records.js";
import type { RowResult } from "../../adapters/row-result.js";
import { assess } from "../../assessment/assess.js";
import type { SelectionKey } from "../../assessment/selection-key.js";
import { parseInstant } from "../../core/instant.js";
import { type Result, success } from "../../core/result.js";
import { explain } from "../../explanation/explain.js";
import type { ExplanationLanguage } from "../../explanation/explanation.js";
import type { HistoryReader } from "../../history/reader.js";
import { subjectOf } from "../../model/subject.js";
import type { CompiledCampaign } from "../../operations/compile-campaign.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import { factsOf } from "../facts-of.js";
import { CommandFailure } from "../failure.js";
import { isFileError, jsonLine, type LineSink, openSink, unreadable } from "../files.js";
import { type Governed, loadGoverned, viewRecord } from "../governed.js";
import { loadCampaign } from "../load-campaign.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import { startProgress } from "../progress.js";
import { type InputOptions, openRecords, reportIssues } from "../records.js";
import { withWorkList } from "../work-list/with-work-list.js";

/** The options of `score`. */
export interface ScoreOptions extends InputOptions {
  readonly profile: string;
  readonly history?: string;
  readonly output?: string;
  readonly rejects?: string;
  readonly explain?: ExplanationLanguage;
  readonly asOf?: string;
  readonly selectionKeyFile?: string;
  readonly indicators?: string;
  readonly expectFingerprint?: string;
  readonly alerts?: string;
  readonly viewer?: string;
  readonly campaign?: string;
  readonly audit?: string;
  readonly html?: string;
}

/** `score`: one line per record, in input order; what is refused is reported, kept and counted. */
export async function score(given: ScoreOptions): Promise<void> {
  // a work list is made of explanations
  const options: ScoreOptions = given.html === undefined ? given : { explain: "en", ...given };
  if (options.asOf !== undefined && parseInstant(options.asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${options.asOf}\``, 2);
  }
  if (options.output !== undefined && options.rejects !== undefined && resolve(options.output) === resolve(options.rejects)) {
    throw new CommandFailure("--output and --rejects name the same file", 2);
  }
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue, options.expectFingerprint);
  const selectionKey = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  for (const option of ["viewer", "audit"] as const) {
    if (options[option] !== undefined && options.alerts === undefined) throw new CommandFailure(`--${option} goes with --alerts, and only with it`, 2);
  }
  const campaign = options.campaign === undefined ? undefined : await loadCampaign(options.campaign, profile);
  const governed = options.alerts === undefined ? undefined : await loadGoverned(options.alerts, options.viewer, campaign, options.audit);
  const records = await openRecords(options, toolbox);
  const output = withWorkList(openSink(options.output), options.html, basename(options.input));
  const rejects = options.rejects === undefined ? undefined : openSink(options.rejects);
  try {
    const refused = await scoreRecords(records, { profile, selectionKey, history, governed, campaign, options }, output, rejects);
    await output.close();
    await rejects?.close();
    if (refused > 0) throw new CommandFailure(`${refused} refused${options.rejects === undefined ? "" : `, kept in ${options.rejects}`}`, 1);
  } catch (error) {
    await output.discard();
    await rejects?.discard();
    throw isFileError(error) ? unreadable(options.input, error) : error;
  } finally {
    governed?.trail?.close();
  }
}

interface Scoring {
  readonly profile: CompiledProfile;
  readonly selectionKey: SelectionKey | undefined;
  readonly history: HistoryReader | undefined;
  readonly governed: Governed | undefined;
  readonly campaign: CompiledCampaign | undefined;
  readonly options: ScoreOptions;
}

/** Scores record by record; gives the number of those refused. */
async function scoreRecords(
  records: AsyncGenerator<RowResult<JsonRecord>>,
  scoring: Scoring,
  output: LineSink,
  rejects: LineSink | undefined,
): Promise<number> {
  const progress = startProgress("declarations");
  const isInteractive = scoring.options.input === "-";
  let refused = 0;
  for await (const record of records) {
    if (record.ok && record.warnings !== undefined) reportIssues(scoring.options.input, record.line, record.warnings);
    const line = record.ok ? scoreRecord(record.value, scoring) : record;
    if (line.ok) await output.write(line.value);
    else {
      refused += 1;
      const raw = record.ok ? rawOf(record.value) : record.raw;
      reportIssues(scoring.options.input, record.line, line.issues);
      await rejects?.write(jsonLine({ line: record.line, issues: line.issues, raw }));
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

/** A record that was read but not scored, as the line of JSON that would be read again. */
function rawOf(record: JsonRecord): string {
  if (record.kind === "facts") return JSON.stringify({ id: record.facts.id, asOf: record.facts.asOf, facts: record.facts });
  const read = record.kind === "declaration" ? { declaration: record.declaration } : { consignment: record.consignment };
  return JSON.stringify({ ...read, ...(record.supplied.length === 0 ? {} : { supplied: record.supplied }) });
}

/** One record as its output line. */
function scoreRecord(record: JsonRecord, scoring: Scoring): Result<string> {
  const { selectionKey, history, governed, campaign, options } = scoring;
  if (governed !== undefined) {
    const view = viewRecord(record, governed, { profile: scoring.profile, selectionKey, history, asOf: options.asOf, language: options.explain });
    return view.ok ? success(jsonLine(view.value)) : view;
  }
  const asOf = record.kind === "facts" ? record.facts.asOf : (options.asOf ?? scoredOf(record).moment);
  const profile = campaign?.profileAt(asOf) ?? scoring.profile;
  const facts = factsOf(record, { profile, history, asOf: options.asOf });
  if (!facts.ok) return facts;
  const assessment = assess(profile, facts.value, selectionKey === undefined ? {} : { selectionKey });
  if (!assessment.ok) return assessment;
  const tag = record.kind === "facts" ? undefined : campaign?.tagOf(subjectOf(scoredOf(record).scored), asOf, assessment.value.channel);
  const line = tag === undefined ? assessment.value : { ...assessment.value, campaign: tag };
  if (options.explain === undefined) return success(jsonLine(line));
  const explanation = explain(assessment.value, { profile, facts: facts.value, language: options.explain });
  return explanation.ok ? success(jsonLine({ ...line, explanation: explanation.value })) : explanation;
}
