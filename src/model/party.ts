import * as z from "zod";
import { calendarDate, freeText } from "../core/fields.js";
import type { CalendarDate } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, count, countryCode, type Money, money, type SchemedCode, schemedCode } from "./codes.js";
import { record } from "./record.js";

/** A person or company in one role; at least an identifier or a name. */
export interface Party {
  /** The identifier that customs knows it by, such as a tax code, with its scheme. */
  readonly identifier?: SchemedCode;
  /** Further identifiers, such as an LEI, with their schemes. */
  readonly otherIdentifiers?: readonly SchemedCode[];
  readonly name?: string;
  readonly address?: string;
  readonly addressKind?: "business" | "residential" | "serviceAddress";
  readonly countryCode?: CountryCode;
  readonly phone?: string;
  readonly email?: string;
  /** When it was established. */
  readonly establishedOn?: CalendarDate;
  readonly registeredCapital?: Money;
  readonly employeeCount?: number;
  /** The HS chapters, of two digits, that it says it trades in. */
  readonly businessLines?: readonly string[];
  /** What the administration rates it, such as schemes `vn-tt81-compliance-level` and `vn-tt81-risk-class`: inputs, never computed here. */
  readonly officialRatings?: readonly SchemedCode[];
}

const contact = z.string().min(1).max(256);
const hsChapter = z.string().regex(/^\d\d$/, { error: "an HS chapter of two digits" });

export const party: z.ZodType<Party> = exactly<Party>()(
  record({
    identifier: z.exactOptional(schemedCode),
    otherIdentifiers: z.exactOptional(z.array(schemedCode).max(99)),
    name: z.exactOptional(freeText),
    address: z.exactOptional(freeText),
    addressKind: z.exactOptional(z.enum(["business", "residential", "serviceAddress"])),
    countryCode: z.exactOptional(countryCode),
    phone: z.exactOptional(contact),
    email: z.exactOptional(contact),
    establishedOn: z.exactOptional(calendarDate),
    registeredCapital: z.exactOptional(money),
    employeeCount: z.exactOptional(count),
    businessLines: z.exactOptional(z.array(hsChapter).max(99)),
    officialRatings: z.exactOptional(z.array(schemedCode).max(99)),
  }).refine((value) => value.identifier !== undefined || value.name !== undefined, { error: "a party with an identifier or a name" }),
);

/** A party's identifier as one text, `scheme:code`, else `undefined`. */
export function partyKey(party: Party | undefined): string | undefined {
  return party?.identifier === undefined ? undefined : schemedText(party.identifier);
}

/** A code with its scheme as one text, `scheme:code`. */
export function schemedText(code: SchemedCode): string {
  return `${code.scheme}:${code.code}`;
}
