import * as z from "zod";
import { instant } from "../core/fields.js";
import type { Period } from "../core/instant.js";
import { exactly } from "../core/schema.js";

/** Points of one rule, level or threshold: at most a million in magnitude, so that thousands of them stay exact. */
export const points: z.ZodType<number> = z.number().min(-1e6).max(1e6);

export const period: z.ZodType<Period> = exactly<Period>()(z.strictObject({ from: instant, to: z.exactOptional(instant) }));
