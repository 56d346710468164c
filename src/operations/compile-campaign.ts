import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, isInForce, type PeriodMs, toPeriodMs } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { own } from "../core/own.js";
import { orThrow, type Result, settle } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { millisecondsOf } from "../intelligence/alert-use.js";
import type { GovernedIntelligence, ViewerIntelligence } from "../intelligence/governed-intelligence.js";
import type { IntelligenceReader } from "../intelligence/reader.js";
import type { Viewer } from "../intelligence/viewer.js";
import type { Subject } from "../model/subject.js";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.js";
import type { RiskProfile } from "../profile/profile.js";
import { type Campaign, type CampaignPhase, campaign } from "./campaign.js";

/** What says that a result belongs to a campaign. */
export interface CampaignTag {
  readonly campaign: string;
  readonly phase: string;
  /** The participant whose office the declaration was registered at, where one is. */
  readonly participant?: string;
  /** Whether the channel reaches that from which on the profile selects for inspection. */
  readonly isSelected: boolean;
}

/** A campaign that has been checked with the profile that it changes, ready to be asked for any moment. */
export interface CompiledCampaign {
  readonly document: Campaign;
  /** The profile in force at a moment: that of the phase, with a fingerprint of its own, else the profile as it is. */
  readonly profileAt: (asOf: Instant) => CompiledProfile;
  readonly phaseAt: (asOf: Instant) => CampaignPhase | undefined;
  /** The same alerts, those of the campaign's sets only in the phases that use them. */
  readonly govern: (intelligence: GovernedIntelligence) => GovernedIntelligence;
  /** The tag of a result; `undefined` outside the phases, and for goods that it is not about. */
  readonly tagOf: (scored: Subject, asOf: Instant, channel: string) => CampaignTag | undefined;
  /** Whether a viewer may be told of the campaign: officers and analysts of the administration, and of the participants. */
  readonly isToldTo: (viewer: Viewer, administration: string) => boolean;
}

interface Variant {
  readonly phase: CampaignPhase;
  readonly period: PeriodMs;
  readonly profile: CompiledProfile;
  /** Alerts that this phase does not use though they stand in a set. */
  readonly alertsOff: ReadonlySet<string>;
}

/**
 * Checks a campaign and makes one profile for each phase, compiled and linted like any other; or says with paths what is wrong: phases that overlap or end before they
 * start, domains, rules and sets that do not exist, and what is wrong with the profile of a phase.
 */
export function compileCampaign(input: unknown, profile: CompiledProfile): Result<CompiledCampaign> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(campaign, snapshot.value);
  if (!parsed.ok) return parsed;
  const document = deepFreeze(parsed.value);
  const sound = settle([...checkPeriods(document), ...checkNames(document, profile.document)], () => undefined);
  if (!sound.ok) return sound;
  const issues: Issue[] = [];
  const variants = document.phases.flatMap((phase, index): readonly Variant[] => {
    const compiled = compileProfile(profileOf(phase, profile.document), { catalogue: profile.catalogue });
    if (compiled.ok) return [{ phase, period: toPeriodMs(phase), profile: compiled.value, alertsOff: alertsOff(document, phase) }];
    for (const issue of compiled.issues) issues.push(prefixIssue(issue, "phases", index, "profile"));
    return [];
  });
  return settle(issues, () => createCampaign(document, profile, variants));
}

/**
 * {@link compileCampaign} that throws.
 * @throws {IssueError} if the campaign is refused
 */
export function compileCampaignOrThrow(input: unknown, profile: CompiledProfile): CompiledCampaign {
  return orThrow(compileCampaign(input, profile));
}

function createCampaign(document: Campaign, base: CompiledProfile, variants: readonly Variant[]): CompiledCampaign {
  const variantAt = (asOf: Instant): Variant | undefined => {
    const at = millisecondsOf(asOf);
    return variants.find(({ period }) => isInForce(period, at));
  };
  const inSets = new Set(Object.values(document.alertSets ?? {}).flat());
  const switched = (reader: IntelligenceReader["matches"]): IntelligenceReader["matches"] => {
    return (scored, asOf) => {
      const off = variantAt(asOf)?.alertsOff ?? inSets;
      return reader(scored, asOf).filter(({ alertId }) => !off.has(alertId));
    };
  };
  const offices = new Map(document.participants.flatMap(({ organisation, customsOffices = [] }) => customsOffices.map((office) => [office, organisation])));
  return Object.freeze({
    document,
    profileAt: (asOf: Instant) => variantAt(asOf)?.profile ?? base,
    phaseAt: (asOf: Instant) => variantAt(asOf)?.phase,
    govern: (intelligence: GovernedIntelligence): GovernedIntelligence => ({
      matches: switched(intelligence.matches),
      knownTo: (viewer): ViewerIntelligence => {
        const known = intelligence.knownTo(viewer);
        return { matches: switched(known.matches), notifications: switched(known.notifications) };
      },
    }),
    tagOf: ({ items, customsOffice }: Subject, asOf: Instant, channel: string): CampaignTag | undefined => {
      const variant = variantAt(asOf);
      const { commodities } = document;
      const isAbout = commodities === undefined || items.some(({ hsCode = "" }) => commodities.some((prefix) => hsCode.startsWith(prefix)));
      if (variant === undefined || !isAbout) return undefined;
      const participant = customsOffice === undefined ? undefined : offices.get(customsOffice);
      const { channels, selection } = variant.profile.document;
      return Object.freeze({
        campaign: document.id,
        phase: variant.phase.id,
        ...(participant === undefined ? {} : { participant }),
        isSelected: channels.indexOf(channel) >= channels.indexOf(selection.channel),
      });
    },
    isToldTo: ({ organisation, role }: Viewer, administration: string) =>
      role !== "declarant" &&
      ((organisation === administration && role !== "partner") || document.participants.some((participant) => participant.organisation === organisation)),
  });
}

function checkPeriods({ phases }: Campaign): readonly Issue[] {
  return phases.flatMap((phase, index): readonly Issue[] => {
    const { from, to } = toPeriodMs(phase);
    const path = ["phases", index];
    if (from >= to) {
      return [createIssue("time.inverted", expectation([...path, "to"], `an instant after ${phase.from}`, phase.to, "exchange the two, or mend one"))];
    }
    return phases.slice(0, index).flatMap((other): readonly Issue[] => {
      if (other.id === phase.id) {
        return [createIssue("value.duplicate", { ...expectation([...path, "id"], "an id of its own", phase.id, "rename the phase"), key: phase.id })];
      }
      const period = toPeriodMs(other);
      if (period.to <= from || to <= period.from) return [];
      return [
        createIssue("value.invalid", expectation([...path, "from"], `a phase that does not overlap ${other.id}`, phase.from, "let one end before the other")),
      ];
    });
  });
}

function checkNames({ phases, alertSets = {} }: Campaign, profile: RiskProfile): readonly Issue[] {
  const unknown = (path: readonly (string | number)[], what: string, name: string): Issue =>
    createIssue("value.invalid", expectation(path, what, name, "mend the name, or add what it names"));
  return phases.flatMap(({ domains = {}, alertSets: used = [] }, index) => [
    ...used.flatMap((name, at) =>
      Object.hasOwn(alertSets, name) ? [] : [unknown(["phases", index, "alertSets", at], "a set of alerts of the campaign", name)],
    ),
    ...Object.entries(domains).flatMap(([id, { rulesOff = [] }]) => {
      const domain = own(profile.domains, id);
      if (domain === undefined) return [unknown(["phases", index, "domains", id], "a domain of the profile", id)];
      return rulesOff.flatMap((ruleId, at) =>
        domain.rules.some((rule) => rule.id === ruleId)
          ? []
          : [unknown(["phases", index, "domains", id, "rulesOff", at], "a rule of the domain in the profile", ruleId)],
      );
    }),
  ]);
}

/** The profile's document as a phase changes it. */
function profileOf({ domains = {} }: CampaignPhase, profile: RiskProfile): RiskProfile {
  const changed = Object.entries(profile.domains).map(([id, domain]) => {
    const { rules = [], rulesOff = [], thresholds = {} } = own(domains, id) ?? {};
    const kept = domain.rules.filter((rule) => !rulesOff.includes(rule.id));
    return [id, { ...domain, rules: [...kept, ...rules], thresholds: { ...domain.thresholds, ...thresholds } }] as const;
  });
  return { ...profile, domains: Object.fromEntries(changed) };
}

function alertsOff({ alertSets = {} }: Campaign, { alertSets: used = [] }: CampaignPhase): ReadonlySet<string> {
  const on = new Set(used.flatMap((name) => own(alertSets, name) ?? []));
  return new Set(
    Object.values(alertSets)
      .flat()
      .filter((id) => !on.has(id)),
  );
}
