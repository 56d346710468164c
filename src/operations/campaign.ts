import * as z from "zod";
import { identifier, instant, localizedText, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";
import { exactly } from "../core/schema.js";
import { points } from "../profile/fields.js";
import { type Rule, rule } from "../profile/rule.js";

/** What a phase switches in one risk domain. */
export interface CampaignDomain {
  /** Rules that are in force in this phase, beside the profile's. */
  readonly rules?: readonly Rule[];
  /** Rules of the profile that are not. */
  readonly rulesOff?: readonly string[];
  /** The least points per channel, instead of the profile's. */
  readonly thresholds?: Readonly<Record<string, number>>;
}

/** One phase: in force iff `from <= asOf < to`. */
export interface CampaignPhase {
  readonly id: string;
  readonly title: LocalizedText;
  readonly from: Instant;
  readonly to: Instant;
  readonly domains?: Readonly<Record<string, CampaignDomain>>;
  /** The sets of alerts that are used in this phase. */
  readonly alertSets?: readonly string[];
}

/** A service that takes part. */
export interface Participant {
  /** As alerts and exchanges name it. */
  readonly organisation: string;
  readonly title: LocalizedText;
  /** The customs offices whose declarations are its own. */
  readonly customsOffices?: readonly string[];
}

/** A joint operation as one document: what it switches on and off, when, and who takes part. */
export interface Campaign {
  readonly schema: "consignment-risk/campaign@1";
  readonly id: string;
  readonly title: LocalizedText;
  readonly phases: readonly CampaignPhase[];
  /** The beginnings of the HS codes that it is about; without them all goods. */
  readonly commodities?: readonly string[];
  readonly participants: readonly Participant[];
  /** Alerts by set: one that stands in any set is used only in phases that use that set. */
  readonly alertSets?: Readonly<Record<string, readonly string[]>>;
}

const domain: z.ZodType<CampaignDomain> = exactly<CampaignDomain>()(
  z.strictObject({
    rules: z.exactOptional(z.array(rule).max(10_000)),
    rulesOff: z.exactOptional(z.array(identifier).max(10_000)),
    thresholds: z.exactOptional(z.record(identifier, points)),
  }),
);

export const campaign: z.ZodType<Campaign> = exactly<Campaign>()(
  z.strictObject({
    schema: z.literal("consignment-risk/campaign@1"),
    id: identifier,
    title: localizedText,
    phases: z
      .array(
        z.strictObject({
          id: identifier,
          title: localizedText,
          from: instant,
          to: instant,
          domains: z.exactOptional(z.record(identifier, domain)),
          alertSets: z.exactOptional(z.array(identifier).max(999)),
        }),
      )
      .min(1)
      .max(99),
    commodities: z.exactOptional(
      z
        .array(z.string().regex(/^(?:\d\d){1,6}$/, { error: "an HS code or the beginning of one" }))
        .min(1)
        .max(999),
    ),
    participants: z
      .array(z.strictObject({ organisation: shortText, title: localizedText, customsOffices: z.exactOptional(z.array(shortText).max(9_999)) }))
      .max(999),
    alertSets: z.exactOptional(z.record(identifier, z.array(shortText).max(1_000_000))),
  }),
);
