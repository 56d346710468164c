import * as z from "zod";
import { momentOf } from "./instant-text.js";

/** An instant that a snapshot can write too. */
export const instant: z.ZodType<string> = z
  .string()
  .refine((text) => momentOf(text) !== undefined, { error: "an instant (RFC 3339 with offset)", params: { issue: "time.invalid" } });

/** A count of records, declarations or the like. */
export const count: z.ZodInt = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
