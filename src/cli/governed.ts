import { type JsonRecord, scoredOf } from "../adapters/read-json-records.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { expectation } from "../core/expectation.js";
import type { Instant } from "../core/instant.js";
import { createIssue, escapeControls, formatIssue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import { assessFor, type View } from "../explanation/assess-for.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import type { HistoryReader } from "../history/reader.js";
import type { Alert } from "../intelligence/alert.js";
import type { GovernedIntelligence } from "../intelligence/governed-intelligence.js";
import { type AlertDocument, parseAlerts } from "../intelligence/parse-alerts.js";
import { LEAST_CLEARED, parseViewer, type Viewer } from "../intelligence/viewer.js";
import { subjectOf } from "../model/subject.js";
import type { CompiledCampaign } from "../operations/compile-campaign.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { type AuditTrail, markingsOf, openTrail } from "./audit-trail.js";
import { orFail } from "./failure.js";
import { readDocument } from "./files.js";

/** Alerts, and for whom they are used. */
export interface Governed {
  readonly intelligence: GovernedIntelligence;
  readonly viewer: Viewer;
  readonly administration: string;
  readonly alerts: ReadonlyMap<string, Alert>;
  /** The campaign that switches profile and alerts, where there is one. */
  readonly campaign: CompiledCampaign | undefined;
  /** Where it is logged who was shown what. */
  readonly trail: AuditTrail | undefined;
}

/** Reads a document of alerts; tells on standard error which alerts were refused. */
export async function loadAlerts(path: string): Promise<AlertDocument> {
  const document = orFail(parseAlerts(await readDocument(path)), path);
  for (const issue of document.refused) process.stderr.write(`${escapeControls(`${path}: ${formatIssue(issue)}`)}\n`);
  return document;
}

/** Reads alerts and a viewer; without one, the least cleared. */
export async function loadGoverned(
  alertsPath: string,
  viewerPath: string | undefined,
  campaign: CompiledCampaign | undefined,
  auditPath: string | undefined,
): Promise<Governed> {
  const { alerts, administration, purpose } = await loadAlerts(alertsPath);
  // only here: the transliteration table is loaded with it
  const { createAlertIndex } = await import("../intelligence/matching/alert-index.js");
  const index = createAlertIndex(alerts, { administration, purpose });
  return {
    intelligence: campaign === undefined ? index : campaign.govern(index),
    viewer: viewerPath === undefined ? LEAST_CLEARED : orFail(parseViewer(await readDocument(viewerPath)), viewerPath),
    administration,
    alerts: new Map(alerts.map((alert) => [alert.id, alert])),
    campaign,
    trail: auditPath === undefined ? undefined : openTrail(auditPath),
  };
}

/** What a record is viewed with. */
export interface Viewing {
  readonly profile: CompiledProfile;
  readonly history: HistoryReader | undefined;
  readonly selectionKey: SelectionKey | undefined;
  readonly asOf: Instant | undefined;
  readonly language: ExplanationLanguage | undefined;
}

/** What the viewer is given of a record, as one object. Facts that were computed elsewhere are refused: nobody knows what alerts they rest on. */
export function viewRecord(record: JsonRecord, governed: Governed, viewing: Viewing): Result<object> {
  const { intelligence, viewer, administration, campaign } = governed;
  if (record.kind === "facts") {
    const expected = expectation(
      ["facts"],
      "a declaration or a consignment",
      "facts",
      "pass what was declared, so that its facts are computed from what the viewer may know",
    );
    return failure(createIssue("value.invalid", expected));
  }
  const { scored, moment } = scoredOf(record);
  const { profile, history, selectionKey, asOf = moment, language } = viewing;
  const view = assessFor(
    campaign?.profileAt(asOf) ?? profile,
    {
      declaration: scored,
      supplied: record.supplied,
      asOf,
      intelligence,
      ...(history === undefined ? {} : { history }),
      ...(selectionKey === undefined ? {} : { selectionKey }),
      ...(language === undefined ? {} : { language }),
    },
    viewer,
  );
  if (!view.ok) return view;
  logView(view.value, asOf, scored.id, governed);
  if (view.value.audience === "declarant") return view;
  const { assessment, matches, notifications, explanation } = view.value;
  const tag = campaign?.isToldTo(viewer, administration) === true ? campaign.tagOf(subjectOf(scored), asOf, assessment.channel) : undefined;
  return success({
    ...assessment,
    ...(tag === undefined ? {} : { campaign: tag }),
    matches,
    notifications,
    ...(explanation === undefined ? {} : { explanation }),
  });
}

/** Logs who was shown what, as of the moment of the assessment: the command line reads no clock. */
function logView(view: View, asOf: Instant, id: string, { viewer, alerts, trail }: Governed): void {
  const shown = view.audience === "declarant" ? [] : [...view.matches, ...view.notifications].map(({ alertId }) => alertId);
  const details =
    view.audience === "declarant"
      ? { channel: view.channel }
      : { channel: view.assessment.channel, fingerprint: view.assessment.profile.fingerprint, alerts: [...new Set(shown)] };
  const { organisation, role } = viewer;
  trail?.record({ at: asOf, by: { organisation, role }, action: "viewed", about: id, details, ...markingsOf(shown, alerts) });
}
