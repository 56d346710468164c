import { type JsonRecord, scoredOf } from "../adapters/read-json-records.js";
import type { FoundRecord, RowResult } from "../adapters/row-result.js";
import { assess } from "../assessment/assess.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { type Result, success } from "../core/result.js";
import { explain } from "../explanation/explain.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import type { HistoryReader } from "../history/reader.js";
import { subjectOf } from "../model/subject.js";
import type { CompiledCampaign } from "../operations/compile-campaign.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { factsOf } from "./facts-of.js";
import { CommandFailure } from "./failure.js";
import { jsonLine } from "./files.js";
import { type Governed, loadGoverned, viewRecord } from "./governed.js";
import { loadCampaign } from "./load-campaign.js";
import { loadHistory } from "./load-history.js";
import { loadKeyFor } from "./load-key.js";
import { loadProfile, loadToolbox, type Toolbox } from "./load-profile.js";
import { type InputOptions, issuesText } from "./records.js";

/** The options that say how records are scored. */
export interface ScoringOptions extends InputOptions {
  readonly profile: string;
  readonly history?: string;
  readonly explain?: ExplanationLanguage;
  readonly asOf?: string;
  readonly selectionKeyFile?: string;
  readonly indicators?: string;
  readonly expectFingerprint?: string;
  readonly alerts?: string;
  readonly viewer?: string;
  readonly campaign?: string;
  readonly audit?: string;
}

/** What records are scored with. */
export interface Scoring {
  readonly options: ScoringOptions;
  readonly toolbox: Toolbox;
  readonly profile: CompiledProfile;
  readonly selectionKey: SelectionKey | undefined;
  readonly history: HistoryReader | undefined;
  readonly governed: Governed | undefined;
  readonly campaign: CompiledCampaign | undefined;
}

/** Reads what the options name; a history that is there already stands for the one that they name. */
export async function prepareScoring(options: ScoringOptions, evolving?: HistoryReader): Promise<Scoring> {
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue, options.expectFingerprint);
  const selectionKey = await loadKeyFor([profile], options.selectionKeyFile);
  const history = evolving ?? (options.history === undefined ? undefined : await loadHistory(options.history));
  for (const option of ["viewer", "audit"] as const) {
    if (options[option] !== undefined && options.alerts === undefined) throw new CommandFailure(`--${option} goes with --alerts, and only with it`, 2);
  }
  const campaign = options.campaign === undefined ? undefined : await loadCampaign(options.campaign, profile);
  const governed = options.alerts === undefined ? undefined : await loadGoverned(options.alerts, options.viewer, campaign, options.audit);
  return { options, toolbox, profile, selectionKey, history, governed, campaign };
}

/** What became of one record: its output line, or the line of the rejects; and what is told of it. */
export type Scored = { readonly line: string; readonly told?: string } | { readonly reject: string; readonly told: string };

/** Reads and scores one record. */
export function scoreFound(read: FoundRecord<JsonRecord>, scoring: Scoring): Scored {
  const record = read();
  return scoreRead(record, record.ok ? scoreRecord(record.value, scoring) : record, scoring);
}

/** What became of a record that was read, and whose line was made or refused. */
export function scoreRead(record: RowResult<JsonRecord>, line: Result<string>, scoring: Scoring): Scored {
  const { input } = scoring.options;
  const warned = record.ok && record.warnings !== undefined ? issuesText(input, record.line, record.warnings) : "";
  if (line.ok) return warned === "" ? { line: line.value } : { line: line.value, told: warned };
  const raw = record.ok ? rawOf(record.value) : record.raw;
  return { reject: jsonLine({ line: record.line, issues: line.issues, raw }), told: `${warned}${issuesText(input, record.line, line.issues)}` };
}

/** A record that was read but not scored, as the line of JSON that would be read again. */
function rawOf(record: JsonRecord): string {
  if (record.kind === "facts") return JSON.stringify({ id: record.facts.id, asOf: record.facts.asOf, facts: record.facts });
  const read = record.kind === "declaration" ? { declaration: record.declaration } : { consignment: record.consignment };
  return JSON.stringify({ ...read, ...(record.supplied.length === 0 ? {} : { supplied: record.supplied }) });
}

/** One record as its output line. */
export function scoreRecord(record: JsonRecord, scoring: Scoring): Result<string> {
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
