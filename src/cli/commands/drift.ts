import { assess } from "../../assessment/assess.js";
import type { Assessment } from "../../assessment/assessment.js";
import { success } from "../../core/result.js";
import { factDrift } from "../../evaluation/drift.js";
import { scoreDrift } from "../../evaluation/score-drift.js";
import type { FactSet, Facts } from "../../indicators/facts.js";
import { type AssessingOptions, reportFaults } from "../assessing.js";
import { eachRecord } from "../each-record.js";
import { factsOf } from "../facts-of.js";
import { CommandFailure, orFail } from "../failure.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";
import { driftText } from "../text/drift-text.js";
import { printJson, printLines } from "../text/print.js";

/** The options of `drift`. */
export interface DriftOptions extends InputOptions, AssessingOptions {
  readonly profile: string;
  readonly reference: string;
  readonly json?: true;
}

/** `drift`: how far the indicators that a profile reads, and its scores, have moved from one lot of declarations to another. */
export async function drift(options: DriftOptions): Promise<void> {
  if (options.reference === "-" && options.input === "-") throw new CommandFailure("--reference and --input cannot both be standard input", 2);
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue);
  const key = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);

  const readLot = async (input: string) => {
    const lot: { readonly facts: Facts[]; readonly assessments: Assessment[] } = { facts: [], assessments: [] };
    const refused = await eachRecord({ ...options, input }, toolbox, (record) => {
      const facts = factsOf(record, { profile, history });
      if (!facts.ok) return facts;
      const assessment = assess(profile, facts.value, key === undefined ? {} : { selectionKey: key });
      if (!assessment.ok) return assessment;
      lot.facts.push(onlyThose(facts.value, profile.reads));
      return success(lot.assessments.push(assessment.value));
    });
    return { ...lot, refused };
  };
  const reference = await readLot(options.reference);
  const current = await readLot(options.input);
  reportFaults([...reference.assessments, ...current.assessments]);
  const what = `${options.reference}, ${options.input}`;
  const scores = orFail(scoreDrift(reference.assessments, current.assessments), what);
  const indicators = orFail(factDrift(reference.facts, current.facts), what);
  const drifted = { reference: reference.facts.length, current: current.facts.length, scores, indicators };
  if (options.json === true) printJson(drifted);
  else printLines(driftText(drifted));
  const refused = reference.refused + current.refused;
  if (refused > 0) throw new CommandFailure(`${refused} refused`, 1);
}

/** The facts of some indicators alone. */
function onlyThose(facts: Facts, indicators: ReadonlySet<string>): Facts {
  const pick = (set: FactSet): FactSet => Object.fromEntries(Object.entries(set).filter(([id]) => indicators.has(id)));
  return { ...facts, header: pick(facts.header), items: facts.items.map(({ item, values }) => ({ item, values: pick(values) })) };
}
