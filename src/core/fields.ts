import * as z from "zod";
import { parseDate, parseInstant } from "./instant.js";

/** Schemas of the fields that many documents share. Nothing is ever converted. */

/** A short text that is not empty and has no white space around it. */
export const shortText: z.ZodType<string> = z
  .string()
  .max(256)
  .refine((text) => text !== "" && text.trim() === text, { error: "a text that is not empty and has no white space around it" });

/** A free text of at most 20,000 characters that is not empty. */
export const freeText: z.ZodType<string> = z.string().min(1).max(20_000);

/** A stable identifier in a profile: a letter, then letters, digits, `.`, `_` or `-`; at most 64. */
export const identifier: z.ZodType<string> = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, { error: "an identifier: a letter, then letters, digits, `.`, `_` or `-`, at most 64" });

/** A code as its issuer writes it: printable ASCII without white space, at most 64. */
export const codeText: z.ZodType<string> = z.string().regex(/^[!-~]{1,64}$/, { error: "a code of printable ASCII characters without white space, at most 64" });

/** An instant, see `core/instant`. */
export const instant: z.ZodType<string> = z
  .string()
  .max(40)
  .refine((text) => parseInstant(text) !== undefined, {
    error: "an instant such as 2026-11-21T08:30:00+07:00 (RFC 3339 with offset, a real date, years 1900 to 2199)",
    params: { issue: "time.invalid" },
  });

/** A calendar date, see `core/instant`. */
export const calendarDate: z.ZodType<string> = z
  .string()
  .max(40)
  .refine((text) => parseDate(text) !== undefined, { error: "a real date such as 2026-11-21, years 1900 to 2199", params: { issue: "time.invalid" } });

/** A text in one or more languages. */
export const localizedText: z.ZodType<Readonly<Record<string, string>>> = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "a BCP 47 language tag" }), z.string().min(1).max(2_000))
  .refine((text) => Object.keys(text).length > 0, { error: "a text in at least one language" });
