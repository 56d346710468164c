import * as z from "zod";
import type { Assessment } from "../assessment/assessment.js";
import { expectation } from "../core/expectation.js";
import { freeText, identifier, instant } from "../core/fields.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { orThrow, type Result, settle } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { ViewedAssessment } from "../explanation/viewed-assessment.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { type Actor, actor } from "./actor.js";

/** What an officer decides: the final channel, who, when and why. */
export interface DecisionInput {
  readonly channel: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
}

/** An officer's decision, beside the assessment that it is about and never in it. */
export interface OfficerDecision extends DecisionInput {
  readonly declarationId: string;
  /** The moment and profile of the assessment. */
  readonly assessedAsOf: Instant;
  readonly profileFingerprint: string;
  readonly assessedChannel: string;
  readonly change: "kept" | "raised" | "lowered";
  /** Whether the channel assessed, and the one decided, are selected for inspection. */
  readonly wasSelected: boolean;
  readonly isSelected: boolean;
  /** Whether it goes below what a mandatory rule demands. */
  readonly isBelowMandatory: boolean;
}

const decisionInput: z.ZodType<DecisionInput> = exactly<DecisionInput>()(
  z.strictObject({ channel: identifier, by: actor, at: instant, reason: freeText.refine((text) => text.trim() !== "", { error: "a reason" }) }),
);

/**
 * Records what an officer decides of an assessment. Refused from anybody else, for a channel that the profile does not have, before the moment of the assessment, without a
 * reason, and for an assessment of another profile.
 */
export function decideChannel(assessment: Assessment | ViewedAssessment, { document, fingerprint }: CompiledProfile, input: unknown): Result<OfficerDecision> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(decisionInput, snapshot.value);
  if (!parsed.ok) return parsed;
  const { channel, by, at } = parsed.value;
  const { channels, selection } = document;
  const rank = (name: string): number => channels.indexOf(name);
  const issues: Issue[] = [];
  if (assessment.profile.fingerprint !== fingerprint) {
    const same = expectation(["profile"], `an assessment of the profile ${fingerprint}`, assessment.profile.fingerprint, "pass the profile that assessed");
    issues.push(createIssue("fingerprint.mismatch", same));
  }
  if (rank(channel) === -1) {
    issues.push(createIssue("value.invalid", expectation(["channel"], channels.join(" or "), channel, "use one of the profile's channels")));
  }
  if (by.role !== "officer") issues.push(createIssue("value.invalid", expectation(["by", "role"], "an officer", by.role, "let an officer decide")));
  if ((parseInstant(at) as number) < (parseInstant(assessment.asOf) as number)) {
    issues.push(createIssue("time.inverted", expectation(["at"], `an instant not before ${assessment.asOf}`, at, "decide after the assessment")));
  }
  return settle(issues, () => {
    const change = Math.sign(rank(channel) - rank(assessment.channel));
    const selected = rank(selection.channel);
    const demanded = Math.max(...Object.values(assessment.domains).map(({ mandatory }) => (mandatory === undefined ? -1 : rank(mandatory))));
    return deepFreeze({
      ...parsed.value,
      declarationId: assessment.id,
      assessedAsOf: assessment.asOf,
      profileFingerprint: fingerprint,
      assessedChannel: assessment.channel,
      change: change === 0 ? ("kept" as const) : change > 0 ? ("raised" as const) : ("lowered" as const),
      wasSelected: rank(assessment.channel) >= selected,
      isSelected: rank(channel) >= selected,
      isBelowMandatory: rank(channel) < demanded,
    });
  });
}

/**
 * {@link decideChannel} that throws.
 * @throws {IssueError} if the decision is refused
 */
export function decideChannelOrThrow(assessment: Assessment | ViewedAssessment, profile: CompiledProfile, input: unknown): OfficerDecision {
  return orThrow(decideChannel(assessment, profile, input));
}
