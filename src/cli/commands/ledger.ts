import { success } from "../../core/result.js";
import type { AssessedCase } from "../../evaluation/inspection-outcome.js";
import { ruleLedger } from "../../evaluation/rule-ledger.js";
import { type AssessingOptions, assessRecord, outcomeOf, reportFaults } from "../assessing.js";
import { eachRecord } from "../each-record.js";
import { CommandFailure, orFail } from "../failure.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";
import { ledgerText } from "../text/ledger-text.js";
import { printJson, printLines } from "../text/print.js";

/** The options of `ledger`. */
export interface LedgerOptions extends InputOptions, AssessingOptions {
  readonly profile: string;
  readonly json?: true;
}

/** `ledger`: what every rule of a profile did on declarations with outcomes. */
export async function ledger(options: LedgerOptions): Promise<void> {
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue);
  const key = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  const cases: AssessedCase[] = [];
  const refused = await eachRecord(options, toolbox, (record) => {
    const assessment = assessRecord(record, { profile, history }, key);
    return assessment.ok ? success(cases.push({ assessment: assessment.value, ...outcomeOf(record) })) : assessment;
  });
  reportFaults(cases.map(({ assessment }) => assessment));
  const kept = orFail(ruleLedger(profile.document, cases), options.input);
  if (options.json === true) printJson(kept);
  else printLines(ledgerText(kept));
  if (refused > 0) throw new CommandFailure(`${refused} refused`, 1);
}
