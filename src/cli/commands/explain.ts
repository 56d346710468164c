import { scoredOf } from "../../adapters/read-json-records.js";
import { assess } from "../../assessment/assess.js";
import { parseInstant } from "../../core/instant.js";
import { type Result, success } from "../../core/result.js";
import { explain as explainAssessment } from "../../explanation/explain.js";
import type { Explanation, ExplanationLanguage } from "../../explanation/explanation.js";
import { renderHtml } from "../../explanation/html/render-html.js";
import { renderMarkdown } from "../../explanation/render-markdown.js";
import { renderText } from "../../explanation/render-text.js";
import type { Viewer } from "../../intelligence/viewer.js";
import type { AssessingOptions } from "../assessing.js";
import { eachRecord } from "../each-record.js";
import { factsOf } from "../facts-of.js";
import { CommandFailure, orFail } from "../failure.js";
import { writeLines } from "../files.js";
import { loadGoverned, viewRecord } from "../governed.js";
import { loadHistory } from "../load-history.js";
import { loadKeyFor } from "../load-key.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";

type Form = "text" | "md" | "html";

const RENDERERS: Readonly<Record<Form, (explanation: Explanation) => string>> = { text: renderText, md: renderMarkdown, html: renderHtml };

/** The options of `explain`. */
export interface ExplainCommandOptions extends InputOptions, AssessingOptions {
  readonly profile: string;
  readonly id: string;
  readonly as: Form;
  readonly language: ExplanationLanguage;
  readonly role: "officer" | "auditor" | "declarant";
  readonly asOf?: string;
  readonly alerts?: string;
  readonly viewer?: string;
  readonly audit?: string;
  readonly output?: string;
}

/** `explain`: one declaration or consignment of the input, in words and pictures. */
export async function explain(options: ExplainCommandOptions): Promise<void> {
  const { id, asOf, language, role } = options;
  if (asOf !== undefined && parseInstant(asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${asOf}\``, 2);
  }
  for (const option of ["viewer", "audit"] as const) {
    if (options[option] !== undefined && options.alerts === undefined) throw new CommandFailure(`--${option} goes with --alerts, and only with it`, 2);
  }
  const toolbox = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, toolbox.catalogue);
  const selectionKey = await loadKeyFor([profile], options.selectionKeyFile);
  const history = options.history === undefined ? undefined : await loadHistory(options.history);
  const governed = options.alerts === undefined ? undefined : await loadGoverned(options.alerts, options.viewer, undefined, options.audit);
  const found: Result<Explanation>[] = [];
  await eachRecord(options, toolbox, (record) => {
    const named = record.kind === "facts" ? record.facts.id : scoredOf(record).scored.id;
    if (named !== id || found.length > 0) return success(undefined);
    if (governed !== undefined) {
      const view = viewRecord(record, governed, { profile, selectionKey, history, asOf, language });
      // it is explained, since there is a language
      found.push(view.ok ? success((view.value as { readonly explanation: Explanation }).explanation) : view);
      return success(undefined);
    }
    const facts = factsOf(record, { profile, history, asOf });
    const assessment = facts.ok ? assess(profile, facts.value, selectionKey === undefined ? {} : { selectionKey }) : facts;
    const viewer: Pick<Viewer, "role"> = { role };
    found.push(
      facts.ok && assessment.ok ? explainAssessment(assessment.value, { profile, facts: facts.value, language, viewer }) : (assessment as Result<never>),
    );
    return success(undefined);
  });
  governed?.trail?.close();
  const [explanation] = found;
  if (explanation === undefined) throw new CommandFailure(`${options.input}: no record with the id ${id} that can be read`, 1);
  await writeLines(options.output, [RENDERERS[options.as](orFail(explanation, options.input)).trimEnd()]);
}
