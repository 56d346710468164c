import * as z from "zod";
import { freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { record } from "../model/record.js";

/** The labels of the Traffic Light Protocol 2.0 (FIRST, 2022), from the narrowest to the widest; upper case, never translated, no classification. */
export type Tlp = "TLP:RED" | "TLP:AMBER+STRICT" | "TLP:AMBER" | "TLP:GREEN" | "TLP:CLEAR";

export const TLP_LABELS: readonly Tlp[] = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];

/** What the originator has to agree to first. */
export type ConsentSubject = "automatedUse" | "onwardSharing" | "evidence";

/** Limits that an originator often sets; they travel with the alert and into feedback. */
export type Caveat = "notAsEvidence" | "notWhereDeathPenaltyApplies" | "intelligenceOnly" | "doNotContactSubject";

/** With whom and for what an alert may be used. */
export interface Handling {
  readonly tlp: Tlp;
  /** The organisations it may go to, the receiving administration among them; without a list the label alone decides. */
  readonly releasableTo?: readonly string[];
  /** The purposes it may serve, such as `drugControl`; without a list any. */
  readonly purposes?: readonly string[];
  /** For what the originator has to be asked first. */
  readonly consentNeededFor?: readonly ConsentSubject[];
  /** For what the originator has agreed. */
  readonly consentGivenFor?: readonly ConsentSubject[];
  readonly caveats?: readonly Caveat[];
  /** Conditions in the originator's words. */
  readonly conditions?: string;
  /** The national classification, as its own scheme writes it; nothing here interprets it. */
  readonly classification?: string;
}

export const CONSENT_SUBJECTS: readonly ConsentSubject[] = ["automatedUse", "onwardSharing", "evidence"];
export const CAVEATS: readonly Caveat[] = ["notAsEvidence", "notWhereDeathPenaltyApplies", "intelligenceOnly", "doNotContactSubject"];
const consentSubject = z.enum(CONSENT_SUBJECTS as readonly [ConsentSubject, ...ConsentSubject[]]);
const names = z.array(shortText).min(1).max(999);

export const handling: z.ZodType<Handling> = exactly<Handling>()(
  record({
    tlp: z.enum(TLP_LABELS as readonly [Tlp, ...Tlp[]]),
    releasableTo: z.exactOptional(names),
    purposes: z.exactOptional(names),
    consentNeededFor: z.exactOptional(z.array(consentSubject).max(9)),
    consentGivenFor: z.exactOptional(z.array(consentSubject).max(9)),
    caveats: z.exactOptional(z.array(z.enum(CAVEATS as readonly [Caveat, ...Caveat[]])).max(9)),
    conditions: z.exactOptional(freeText),
    classification: z.exactOptional(shortText),
  }),
);
