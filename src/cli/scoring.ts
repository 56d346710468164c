import type { JsonRecord } from "../adapters/read-json-records.js";
import type { FoundRecord } from "../adapters/row-result.js";
import { assess } from "../assessment/assess.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { type Result, success } from "../core/result.js";
import { explain } from "../explanation/explain.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import type { HistoryReader } from "../history/reader.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { factsOf } from "./facts-of.js";
import { CommandFailure } from "./failure.js";
import { jsonLine } from "./files.js";
import { type Governed, loadGoverned, viewRecord } from "./governed.js";
import { loadHistory } from "./load-history.js";
import { loadKeyFor } from "./load-key.js";
import { loadProfile, loadToolbox, type Toolbox } from "./load-profile.js";
import { type InputOptions, refusalText } from "./records.js";

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
}

/** What records are scored with: all of it stays the same from the first record to the last. */
export interface Scoring {
  readonly options: ScoringOptions;
  readonly toolbox: Toolbox;
  readonly profile: CompiledProfile;
  readonly selectionKey: SelectionKey | undefined;
  readonly history: HistoryReader | undefined;
  readonly governed: Governed | undefined;
}

/** Reads what the options name. */
export async function prepareScoring(options: ScoringOptions): Promise<Scoring> {
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue, options.expectFingerprint);
  const selectionKey = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  if (options.viewer !== undefined && options.alerts === undefined) throw new CommandFailure("--viewer goes with --alerts, and only with it", 2);
  const governed = options.alerts === undefined ? undefined : await loadGoverned(options.alerts, options.viewer);
  return { options, toolbox, profile, selectionKey, history, governed };
}

/** What became of one record: its output line, or the line of the rejects and what is told of it. */
export type Scored = { readonly line: string } | { readonly reject: string; readonly told: string };

/** Reads and scores one record. */
export function scoreFound(read: FoundRecord<JsonRecord>, scoring: Scoring): Scored {
  const record = read();
  const line = record.ok ? scoreRecord(record.value, scoring) : record;
  if (line.ok) return { line: line.value };
  const raw = record.ok ? rawOf(record.value) : record.raw;
  return { reject: jsonLine({ line: record.line, issues: line.issues, raw }), told: refusalText(scoring.options.input, record.line, line.issues) };
}

/** A record that was read but not scored, as the line of JSON that would be read again. */
function rawOf(record: JsonRecord): string {
  if (record.kind === "facts") return JSON.stringify({ id: record.facts.id, asOf: record.facts.asOf, facts: record.facts });
  return JSON.stringify({ declaration: record.declaration, ...(record.supplied.length === 0 ? {} : { supplied: record.supplied }) });
}

/** One record as its output line. */
function scoreRecord(record: JsonRecord, scoring: Scoring): Result<string> {
  const { profile, selectionKey, history, governed, options } = scoring;
  if (governed !== undefined) {
    const view = viewRecord(record, governed, { profile, selectionKey, history, asOf: options.asOf, language: options.explain });
    return view.ok ? success(jsonLine(view.value)) : view;
  }
  const facts = factsOf(record, { profile, history, asOf: options.asOf });
  if (!facts.ok) return facts;
  const assessment = assess(profile, facts.value, selectionKey === undefined ? {} : { selectionKey });
  if (!assessment.ok || options.explain === undefined) return assessment.ok ? success(jsonLine(assessment.value)) : assessment;
  const explanation = explain(assessment.value, { profile, facts: facts.value, language: options.explain });
  return explanation.ok ? success(jsonLine({ ...assessment.value, explanation: explanation.value })) : explanation;
}
