import type { Assessment } from "../../assessment/assessment.js";
import { success } from "../../core/result.js";
import { type Comparison, compareAssessments, type PrecisionComparison } from "../../evaluation/compare-assessments.js";
import { contributionShifts } from "../../evaluation/contribution-shifts.js";
import type { InspectionOutcome } from "../../evaluation/inspection-outcome.js";
import { mergeChannels } from "../../evaluation/merge-channels.js";
import { type AssessingOptions, assessRecord, outcomeOf, reportFaults } from "../assessing.js";
import { bootstrapOf, type ResamplingOptions, sharesOf } from "../bootstrap-options.js";
import { eachRecord } from "../each-record.js";
import { CommandFailure, orFail } from "../failure.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";
import { comparisonText, movesTo } from "../text/comparison-text.js";
import { printJson, printLines } from "../text/print.js";
import { wholeNumber } from "../whole-number.js";

/** The options of `compare`. */
export interface CompareOptions extends InputOptions, AssessingOptions, ResamplingOptions {
  readonly profile: string;
  readonly with: string;
  readonly maxRaised?: string;
  readonly maxLowered?: string;
  readonly at: string;
  readonly json?: true;
}

/** `compare`: what a changed profile does to the same declarations; fails where it moves more of them than the gates allow. */
export async function compare(options: CompareOptions): Promise<void> {
  const gates = [
    { option: "--max-raised", limit: options.maxRaised, moved: ({ raised }: Comparison) => raised, verb: "raises" },
    { option: "--max-lowered", limit: options.maxLowered, moved: ({ lowered }: Comparison) => lowered, verb: "lowers" },
  ].flatMap(({ limit, ...gate }) => (limit === undefined ? [] : [{ ...gate, limit: wholeNumber(limit, gate.option) }]));
  const [cutoff, ...more] = sharesOf(options.at);
  if (cutoff === undefined || more.length > 0) throw new CommandFailure(`--at: expected one percentage, received \`${options.at}\``, 2);
  const bootstrap = bootstrapOf(options);
  const { before, after, outcomes, channels, refused } = await assessTwice(options);
  reportFaults([...before, ...after]);
  const comparison = orFail(compareAssessments(before, after, { channels }), options.input);
  const shifts = contributionShifts(before, after);
  const precision: Record<string, PrecisionComparison> = {};
  for (const domain of comparedDomains(before, after, outcomes)) {
    const compared = orFail(compareAssessments(before, after, { channels, precision: { domain, at: cutoff, outcomes, bootstrap } }), options.input);
    if (compared.precision !== undefined) precision[domain] = compared.precision;
  }
  if (options.json === true) printJson({ ...comparison, shifts, precision });
  else printLines(comparisonText({ comparison, channels, shifts, precision, at: options.at }));

  const failures = gates.flatMap(({ option, limit, moved, verb }) => {
    const number = moved(comparison);
    return number > limit ? [`this edit ${verb} ${number} declarations, more than the ${limit} of ${option}`] : [];
  });
  if (failures.length > 0) failures.unshift(...movesTo(comparison, channels));
  if (refused > 0) failures.push(`${refused} refused`);
  if (failures.length > 0) throw new CommandFailure(failures.join("\n"), 1);
}

interface AssessedTwice {
  readonly before: readonly Assessment[];
  readonly after: readonly Assessment[];
  /** By id, of those that state one. */
  readonly outcomes: ReadonlyMap<string, InspectionOutcome>;
  /** Of both profiles, from the lowest to the highest. */
  readonly channels: readonly string[];
  readonly refused: number;
}

async function assessTwice(options: CompareOptions): Promise<AssessedTwice> {
  const toolbox = await loadToolbox(options.indicators);
  const [old, edited] = [await loadProfile(options.profile, toolbox.catalogue), await loadProfile(options.with, toolbox.catalogue)];
  const channels = mergeChannels(old.document.channels, edited.document.channels);
  if (channels === undefined) throw new CommandFailure(`${options.with}: expected the channels in the order of ${options.profile}`, 1);
  const key = await loadKeyFor([old, edited], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  const before: Assessment[] = [];
  const after: Assessment[] = [];
  const outcomes = new Map<string, InspectionOutcome>();
  const refused = await eachRecord(options, toolbox, (record) => {
    const first = assessRecord(record, { profile: old, history }, key);
    const second = assessRecord(record, { profile: edited, history }, key);
    if (first.ok) before.push(first.value);
    if (second.ok) after.push(second.value);
    if (!first.ok || !second.ok) return first.ok ? second : first;
    const { outcome } = outcomeOf(record);
    if (outcome !== undefined) outcomes.set(first.value.id, outcome);
    return success(undefined);
  });
  return { before, after, outcomes, channels, refused };
}

/** The domains of both profiles, in which precision can be compared; none without outcomes. */
function comparedDomains([before]: readonly Assessment[], [after]: readonly Assessment[], outcomes: ReadonlyMap<string, InspectionOutcome>): readonly string[] {
  if (outcomes.size === 0 || before === undefined || after === undefined) return [];
  return Object.keys(before.domains).filter((domain) => after.domains[domain] !== undefined);
}
