import * as z from "zod";
import { codeText, freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type SchemedCode, schemedCode } from "../model/codes.js";
import { record } from "../model/record.js";

/** A person (as a party of a consignment, never as a traveller), company, vessel, flight or vehicle: by identifiers with scheme, by names, or both. */
export interface NamedSubject {
  readonly type: "person" | "company" | "vessel" | "flight" | "vehicle";
  readonly identifiers?: readonly SchemedCode[];
  readonly names?: readonly string[];
}

/** Something that is known by its value as written: a container, seal, address, phone, email or document number. */
export interface ValueSubject {
  readonly type: "container" | "seal" | "address" | "phone" | "email" | "document";
  readonly values: readonly string[];
}

/** A route: all that is stated must hold. */
export interface RouteSubject {
  readonly type: "route";
  readonly departureCountryCode?: CountryCode;
  readonly originCountryCode?: CountryCode;
  /** UN/LOCODE, or its first two letters for a country. */
  readonly loadingLocation?: string;
  readonly unloadingLocation?: string;
}

/** Goods by their HS code: the digits that it starts with. */
export interface HsSubject {
  readonly type: "hs";
  readonly prefixes: readonly string[];
}

/** A substance: by CAS number in the goods description, or by names that stand in it as whole words. */
export interface SubstanceSubject {
  readonly type: "substance";
  readonly casNumbers?: readonly string[];
  readonly names?: readonly string[];
}

/** A way of hiding goods: for people to read, it matches nothing by itself. */
export interface ConcealmentSubject {
  readonly type: "concealmentMethod";
  readonly description: string;
}

/** What an alert is about. */
export type AlertSubject = NamedSubject | ValueSubject | RouteSubject | HsSubject | SubstanceSubject | ConcealmentSubject;

/** Every type of subject. */
export type AlertSubjectType = AlertSubject["type"];

/** A name of a subject: up to 1,000 characters; longer ones are no names. */
const name = z.string().min(1).max(1_000);
const names = z.array(name).min(1).max(200);
const place = z.string().regex(/^[A-Z]{2}(?:[A-Z0-9]{3})?$/, { error: "a UN/LOCODE of five characters, or a country of two" });

export const namedSubject: z.ZodType<NamedSubject> = exactly<NamedSubject>()(
  record({
    type: z.enum(["person", "company", "vessel", "flight", "vehicle"]),
    identifiers: z.exactOptional(z.array(schemedCode).min(1).max(99)),
    names: z.exactOptional(names),
  }).refine((value) => value.identifiers !== undefined || value.names !== undefined, { error: "a subject with an identifier or a name" }),
);
const valued: z.ZodType<ValueSubject> = exactly<ValueSubject>()(
  record({ type: z.enum(["container", "seal", "address", "phone", "email", "document"]), values: names }),
);
const route: z.ZodType<RouteSubject> = exactly<RouteSubject>()(
  record({
    type: z.literal("route"),
    departureCountryCode: z.exactOptional(countryCode),
    originCountryCode: z.exactOptional(countryCode),
    loadingLocation: z.exactOptional(place),
    unloadingLocation: z.exactOptional(place),
  }).refine((value) => Object.keys(value).length > 1, { error: "a route that states at least one place" }),
);
const hs: z.ZodType<HsSubject> = exactly<HsSubject>()(
  record({
    type: z.literal("hs"),
    prefixes: z
      .array(z.string().regex(/^(?:\d\d){1,6}$/, { error: "an HS code or the beginning of one: 2, 4, 6, 8, 10 or 12 digits" }))
      .min(1)
      .max(999),
  }),
);
const substance: z.ZodType<SubstanceSubject> = exactly<SubstanceSubject>()(
  record({
    type: z.literal("substance"),
    casNumbers: z.exactOptional(z.array(codeText).min(1).max(99)),
    names: z.exactOptional(z.array(shortText).min(1).max(99)),
  }).refine((value) => value.casNumbers !== undefined || value.names !== undefined, { error: "a substance with a CAS number or a name" }),
);
const concealment: z.ZodType<ConcealmentSubject> = exactly<ConcealmentSubject>()(record({ type: z.literal("concealmentMethod"), description: freeText }));

const BY_TYPE: Readonly<Record<AlertSubjectType, z.ZodType<AlertSubject>>> = {
  person: namedSubject,
  company: namedSubject,
  vessel: namedSubject,
  flight: namedSubject,
  vehicle: namedSubject,
  container: valued,
  seal: valued,
  address: valued,
  phone: valued,
  email: valued,
  document: valued,
  route,
  hs,
  substance,
  concealmentMethod: concealment,
};

const SUBJECT_TYPES: readonly AlertSubjectType[] = Object.keys(BY_TYPE) as AlertSubjectType[];

/** A subject, checked by the schema of its type, so that issues name the field and not the union. */
export const alertSubject: z.ZodType<AlertSubject> = z
  .looseObject({ type: z.enum(SUBJECT_TYPES as [AlertSubjectType, ...AlertSubjectType[]]) })
  .transform((value, context) => {
    const parsed = BY_TYPE[value.type].safeParse(value, { jitless: true, reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push(issue as z.core.$ZodRawIssue);
    return z.NEVER;
  }) as unknown as z.ZodType<AlertSubject>;
