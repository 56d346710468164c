import * as z from "zod";
import { calendarDate, codeText, identifier, localizedText } from "../core/fields.js";
import { type CalendarDate, offsetMinutes, type Period } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";
import { exactly } from "../core/schema.js";
import type { SelectionIdentityKind } from "../indicators/facts.js";
import { type CurrencyCode, currencyCode } from "../model/codes.js";
import { type DerivedIndicator, derivedIndicator } from "./derived.js";
import { period, points } from "./fields.js";
import { type ModelDocument, modelDocument } from "./model-document.js";
import { type Rule, rule } from "./rule.js";

/** A named list that many rules can use: codes, or words and phrases. */
export interface RiskList {
  readonly title: LocalizedText;
  /** The day it stands for. */
  readonly date: CalendarDate;
  /** Where its entries come from. */
  readonly source: string;
  readonly entries: readonly string[];
}

/** One risk domain: its own rules, model, score and thresholds. */
export interface Domain {
  readonly title: LocalizedText;
  /** The base rate in points, for a domain without a model (a model states its own). */
  readonly base?: number;
  readonly rules: readonly Rule[];
  readonly model?: ModelDocument;
  /** The least points per channel; a score at a threshold has reached it. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** Which declarations count as selected, and the random inspection. */
export interface Selection {
  /** The least channel that counts as selected for inspection, and the one that a random draw raises to. */
  readonly channel: string;
  /** The share drawn at random, 0 to 1. */
  readonly randomRate?: number;
  /** What a draw is tied to, in order of preference. */
  readonly identity?: readonly SelectionIdentityKind[];
}

/** Everything that a user authors, as one JSON document. */
export interface RiskProfile {
  /** For editors; not part of the profile's meaning or fingerprint. */
  readonly $schema?: string;
  readonly schema: "consignment-risk/profile@1";
  readonly id: string;
  readonly version: string;
  readonly title: LocalizedText;
  /** When it may be used; absent for always. */
  readonly validity?: Period;
  /** The offset that its people live in, for showing instants: `+07:00`. */
  readonly utcOffset: string;
  /** The currency that its amounts are in. */
  readonly currency: CurrencyCode;
  /** The version of the indicator catalogue that it was written for. */
  readonly catalogue: string;
  /** Channels from the lowest to the highest. */
  readonly channels: readonly [string, string, ...string[]];
  readonly lists: Readonly<Record<string, RiskList>>;
  readonly derived: Readonly<Record<string, DerivedIndicator>>;
  readonly domains: Readonly<Record<string, Domain>>;
  readonly selection: Selection;
}

const riskList: z.ZodType<RiskList> = exactly<RiskList>()(
  z.strictObject({ title: localizedText, date: calendarDate, source: z.string().min(1).max(1_000), entries: z.array(z.string().min(1).max(1_000)) }),
);

const domain: z.ZodType<Domain> = exactly<Domain>()(
  z.strictObject({
    title: localizedText,
    base: z.exactOptional(points),
    rules: z.array(rule).max(100_000),
    model: z.exactOptional(modelDocument),
    thresholds: z.record(identifier, points),
  }),
);

const selection: z.ZodType<Selection> = exactly<Selection>()(
  z.strictObject({
    channel: identifier,
    randomRate: z.exactOptional(z.number().min(0).max(1)),
    identity: z.exactOptional(z.array(z.enum(["transportDocument", "firstDeclaration"])).min(1)),
  }),
);

/** The schema of a risk profile's shape; {@link lintProfile} checks its sense. */
export const riskProfile: z.ZodType<RiskProfile> = exactly<RiskProfile>()(
  z.strictObject({
    $schema: z.exactOptional(z.string()),
    schema: z.literal("consignment-risk/profile@1"),
    id: identifier,
    version: codeText,
    title: localizedText,
    validity: z.exactOptional(period),
    utcOffset: z.string().refine((text) => offsetMinutes(text) !== undefined, { error: "an offset such as +07:00" }),
    currency: currencyCode,
    catalogue: codeText,
    channels: z.tuple([identifier, identifier], identifier),
    lists: z.record(identifier, riskList),
    derived: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, { error: "letters and digits, starting with a small letter" }), derivedIndicator),
    domains: z.record(identifier, domain).refine((domains) => Object.keys(domains).length > 0, { error: "at least one domain" }),
    selection,
  }),
);
