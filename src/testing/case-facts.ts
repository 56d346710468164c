import { scoredOf } from "../adapters/read-json-records.js";
import { createSelectionKey, type SelectionKey } from "../assessment/selection-key.js";
import { expectation } from "../core/expectation.js";
import type { Instant } from "../core/instant.js";
import { createIssue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import { createHistory } from "../history/create-history.js";
import { eventOf } from "../history/event-of.js";
import type { HistoryReader } from "../history/reader.js";
import { extractFacts, type SuppliedValue } from "../indicators/extract-facts.js";
import type { FactSet, Facts } from "../indicators/facts.js";
import type { Alert } from "../intelligence/alert.js";
import type { AlertUse } from "../intelligence/alert-use.js";
import type { IntelligenceReader } from "../intelligence/reader.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { DeclarationRecord, PinnedValues, ProfileCase } from "./cases.js";

/** What cases need that not every user of this entry loads. */
export interface CaseTools {
  /** `createAlertIndex` of `consignment-risk/intelligence`, for cases with alerts: it brings a table of transliterations with it. */
  readonly createAlertIndex?: (alerts: Iterable<Alert>, use: AlertUse) => IntelligenceReader;
}

/** The facts of a case: those that it states, or those of its declaration or consignment with its history, alerts and pinned values. */
export function caseFacts(profile: CompiledProfile, profileCase: ProfileCase, tools: CaseTools = {}): Result<Facts> {
  const { record, asOf, history, alerts, pinned } = profileCase;
  if (record.kind === "facts") return success(record.facts);
  const { catalogue, document } = profile;
  const { scored, moment } = scoredOf(record);
  const remembered = history === undefined ? undefined : historyOf(history);
  if (remembered?.ok === false) return remembered;
  if (alerts !== undefined && tools.createAlertIndex === undefined) return failure(noAlertIndex());
  const intelligence = alerts === undefined ? undefined : tools.createAlertIndex?.(alerts.alerts, alerts);
  const at = asOf ?? moment;
  return extractFacts(scored, {
    asOf: at,
    catalogue,
    currency: document.currency,
    supplied: [...record.supplied, ...pinnedValues(pinned, at)],
    ...(remembered === undefined ? {} : { history: remembered.value }),
    ...(intelligence === undefined ? {} : { intelligence }),
  });
}

function noAlertIndex(): ReturnType<typeof createIssue> {
  const expected = "`createAlertIndex` of consignment-risk/intelligence among the tools";
  return createIssue("value.invalid", expectation(["alerts"], expected, undefined, "pass it, so that alerts can be matched"));
}

/** What was known of earlier declarations and their inspections. */
function historyOf(records: readonly DeclarationRecord[]): Result<HistoryReader> {
  const history = createHistory();
  for (const { declaration, outcome } of records) {
    const observed = history.observe(eventOf(declaration));
    if (!observed.ok) return observed;
    const recorded = outcome === undefined ? observed : history.recordOutcome(outcome);
    if (!recorded.ok) return recorded;
  }
  return success(history);
}

function pinnedValues(pinned: PinnedValues | undefined, knownAt: Instant): readonly SuppliedValue[] {
  const of = (set: FactSet, item?: number): readonly SuppliedValue[] =>
    Object.entries(set).map(([indicator, value]) => ({ indicator, ...(item === undefined ? {} : { item }), value, source: "pinned by the case", knownAt }));
  return [...of(pinned?.header ?? {}), ...Object.entries(pinned?.items ?? {}).flatMap(([line, set]) => of(set, Number(line)))];
}

/** The key that a case states, or one of zeros. */
export function caseKey({ selectionKey }: ProfileCase): Result<SelectionKey> {
  const hex = selectionKey ?? "00".repeat(32);
  return createSelectionKey(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
