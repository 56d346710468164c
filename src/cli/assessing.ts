import type { JsonRecord } from "../adapters/read-json-records.js";
import { assess } from "../assessment/assess.js";
import type { Assessment } from "../assessment/assessment.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { escapeControls, formatIssue } from "../core/issue.js";
import type { Result } from "../core/result.js";
import type { InspectionOutcome } from "../evaluation/inspection-outcome.js";
import { factsOf, type Reading } from "./facts-of.js";

/** What the options of every command that assesses an input have in common. */
export interface AssessingOptions {
  readonly history?: string;
  readonly selectionKeyFile?: string;
  readonly indicators?: string;
}

/** The assessment of a record, as `score` gives it. */
export function assessRecord(record: JsonRecord, reading: Reading, selectionKey: SelectionKey | undefined): Result<Assessment> {
  const facts = factsOf(record, reading);
  return facts.ok ? assess(reading.profile, facts.value, selectionKey === undefined ? {} : { selectionKey }) : facts;
}

/** What a record says that an inspection found, to be joined to an assessment. */
export function outcomeOf(record: JsonRecord): { readonly outcome?: InspectionOutcome } {
  return record.kind !== "declaration" || record.outcome === undefined ? {} : { outcome: { finding: record.outcome.finding } };
}

/** Tells on standard error how many assessments went on without something that failed, and what the first of it was. */
export function reportFaults(assessments: readonly Assessment[]): void {
  const faulty = assessments.filter(({ issues }) => issues.length > 0);
  const [first] = faulty;
  const [issue] = first?.issues ?? [];
  if (first === undefined || issue === undefined) return;
  process.stderr.write(
    `${escapeControls(`${faulty.length} of ${assessments.length} assessed in spite of faults, such as ${first.id}: ${formatIssue(issue)}`)}\n`,
  );
}
