import * as z from "zod";
import { codeText, freeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type HsCode, hsCode } from "../model/codes.js";
import { type Quantity, quantity } from "../model/goods-item.js";
import { record } from "../model/record.js";
import { type NamedSubject, namedSubject } from "./alert-subject.js";

/** A seizure as CEN has it: goods, route and concealment, and nobody's name. */
export interface NonNominalSeizure {
  readonly kind: "nonNominal";
  readonly id: string;
  /** Who reported it. */
  readonly reportedBy: string;
  readonly seizedAt: Instant;
  /** When the administration learnt of it; it counts from then on. */
  readonly knownAt: Instant;
  readonly departureCountryCode?: CountryCode;
  readonly transitCountryCodes?: readonly CountryCode[];
  readonly destinationCountryCode?: CountryCode;
  readonly hsCode?: HsCode;
  /** What was seized, as a commodity or substance. */
  readonly commodity: string;
  readonly quantity?: Quantity;
  /** How it was hidden, as a code or in a few words. */
  readonly concealment?: string;
  /** The mode of transport in words, such as `sea` or `post`. */
  readonly transportMode?: string;
}

/** A seizure as nCEN has it: the same, with suspects, companies and means, and an account of what happened. */
export interface NominalSeizure extends Omit<NonNominalSeizure, "kind"> {
  readonly kind: "nominal";
  readonly subjects: readonly NamedSubject[];
  /** Numbers of declarations and transport documents. */
  readonly documentNumbers?: readonly string[];
  readonly account?: string;
}

/** A seizure of either kind. */
export type Seizure = NonNominalSeizure | NominalSeizure;

const shared = {
  id: codeText,
  reportedBy: shortText,
  seizedAt: instant,
  knownAt: instant,
  departureCountryCode: z.exactOptional(countryCode),
  transitCountryCodes: z.exactOptional(z.array(countryCode).max(99)),
  destinationCountryCode: z.exactOptional(countryCode),
  hsCode: z.exactOptional(hsCode),
  commodity: shortText,
  quantity: z.exactOptional(quantity),
  concealment: z.exactOptional(shortText),
  transportMode: z.exactOptional(shortText),
};

export const nonNominalSeizure: z.ZodType<NonNominalSeizure> = exactly<NonNominalSeizure>()(record({ kind: z.literal("nonNominal"), ...shared }));

export const nominalSeizure: z.ZodType<NominalSeizure> = exactly<NominalSeizure>()(
  record({
    kind: z.literal("nominal"),
    ...shared,
    subjects: z.array(namedSubject).max(999),
    documentNumbers: z.exactOptional(z.array(shortText).max(999)),
    account: z.exactOptional(freeText),
  }),
);
