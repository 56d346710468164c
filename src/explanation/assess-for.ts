import { assess, assessOrThrow } from "../assessment/assess.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { orThrow, type Result, settle, success } from "../core/result.js";
import type { HistoryReader } from "../history/reader.js";
import { type ExtractOptions, extractFacts, extractFactsOrThrow, type SuppliedValue } from "../indicators/extract-facts.js";
import type { Facts } from "../indicators/facts.js";
import type { GovernedIntelligence } from "../intelligence/governed-intelligence.js";
import type { AlertMatch, IntelligenceReader } from "../intelligence/reader.js";
import type { Viewer } from "../intelligence/viewer.js";
import type { Consignment } from "../model/consignment.js";
import type { Declaration } from "../model/declaration.js";
import type { ExchangeRate } from "../model/exchange-rate.js";
import { subjectOf } from "../model/subject.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { explain } from "./explain.js";
import type { Explanation, ExplanationLanguage } from "./explanation.js";
import type { ViewedAssessment } from "./viewed-assessment.js";

/** What an assessment for a viewer is made of. */
export interface ViewInputs {
  readonly declaration: Declaration | Consignment;
  /** The moment of the assessment; the clock is never read. */
  readonly asOf: Instant;
  /** All alerts that may be used for scoring. */
  readonly intelligence: GovernedIntelligence;
  readonly history?: HistoryReader;
  readonly rates?: readonly ExchangeRate[];
  /** Values computed elsewhere; none of an indicator that reads intelligence, since nobody knows who may know them. */
  readonly supplied?: readonly SuppliedValue[];
  /** Required by a profile with a random rate. */
  readonly selectionKey?: SelectionKey;
  /** With a language, the view is explained. */
  readonly language?: ExplanationLanguage;
}

/** What officers, analysts, auditors and partners are given. */
export interface StaffView {
  readonly audience: "staff";
  readonly assessment: ViewedAssessment;
  /** The facts that it was made of: what-ifs and orders of work are to be computed from these. */
  readonly facts: Facts;
  /** The alerts behind the facts, with the evidence of the match. */
  readonly matches: readonly AlertMatch[];
  /** Silent alerts that the viewer is cleared for: they changed nothing. */
  readonly notifications: readonly AlertMatch[];
  readonly explanation?: Explanation;
}

/** What a declarant is given. */
export interface DeclarantView {
  readonly audience: "declarant";
  readonly id: string;
  readonly asOf: Instant;
  readonly channel: string;
  readonly explanation?: Explanation;
}

/** What a viewer is given. */
export type View = StaffView | DeclarantView;

/**
 * Assesses a declaration, or a consignment by itself, for a viewer: everything is computed from what that viewer may know, as if the other alerts did not exist; only the overall channel
 * is that of the full assessment. Nothing is filtered out afterwards. Fails where extraction or assessment fail, and where a supplied value stands for an
 * indicator that reads intelligence.
 */
export function assessFor(profile: CompiledProfile, inputs: ViewInputs, viewer: Viewer): Result<View> {
  const { declaration, asOf, intelligence, selectionKey, language } = inputs;
  const governed = settle(ungoverned(profile, inputs.supplied ?? []), () => undefined);
  if (!governed.ok) return governed;
  const known = intelligence.knownTo(viewer);
  const facts = extractFacts(declaration, extraction(profile, inputs, known));
  if (!facts.ok) return facts;
  const key = selectionKey === undefined ? {} : { selectionKey };
  const world = assess(profile, facts.value, key);
  if (!world.ok) return world;
  // what makes extraction or assessment fail does not depend on intelligence, so that this cannot
  const { channel } = assessOrThrow(profile, extractFactsOrThrow(declaration, extraction(profile, inputs, intelligence)), key);
  const { selection: _, ...rest } = world.value;
  const assessment = { ...rest, channel };
  const explained = language === undefined ? undefined : explain(assessment, { profile, facts: facts.value, language, viewer });
  if (explained?.ok === false) return explained;
  const explanation = explained === undefined ? {} : { explanation: explained.value };
  if (viewer.role === "declarant") return success(deepFreeze({ audience: "declarant", id: assessment.id, asOf, channel, ...explanation }));
  const subject = subjectOf(declaration);
  return success(
    deepFreeze({
      audience: "staff",
      assessment,
      facts: facts.value,
      matches: known.matches(subject, asOf),
      notifications: known.notifications(subject, asOf),
      ...explanation,
    }),
  );
}

/**
 * {@link assessFor} that throws.
 * @throws {IssueError} where {@link assessFor} fails
 */
export function assessForOrThrow(profile: CompiledProfile, inputs: ViewInputs, viewer: Viewer): View {
  return orThrow(assessFor(profile, inputs, viewer));
}

function extraction(
  { catalogue, document }: CompiledProfile,
  { asOf, history, rates, supplied }: ViewInputs,
  intelligence: IntelligenceReader,
): ExtractOptions {
  return {
    asOf,
    catalogue,
    currency: document.currency,
    intelligence,
    ...(history === undefined ? {} : { history }),
    ...(rates === undefined ? {} : { rates }),
    ...(supplied === undefined ? {} : { supplied }),
  };
}

function ungoverned({ catalogue }: CompiledProfile, supplied: readonly SuppliedValue[]): readonly Issue[] {
  return supplied.flatMap(({ indicator }, index) =>
    catalogue.indicators.get(indicator)?.reads.includes("intelligence") === true
      ? [
          createIssue("indicator.misused", {
            ...expectation(
              ["supplied", index, "indicator"],
              "an indicator that reads no intelligence",
              indicator,
              "pass the alerts themselves, which say who may know them",
            ),
            indicator,
          }),
        ]
      : [],
  );
}
