import * as z from "zod";
import { freeText, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { count } from "./codes.js";
import { record } from "./record.js";

/** A change to what was declared, after it was first lodged. */
export interface Amendment {
  readonly at: Instant;
  /** Its number in the series of amendments, where one is counted. */
  readonly sequence?: number;
  /** What it changed, as paths of the model such as `parties.consignee` or `transport.unloadingLocation`. */
  readonly fields: readonly string[];
  readonly reason?: string;
}

const fieldPath = z
  .string()
  .max(256)
  .regex(/^[A-Za-z]\w*(?:\[\d*\])?(?:\.[A-Za-z]\w*(?:\[\d*\])?)*$/, { error: "a path of the model such as `parties.consignee` or `items[2].hsCode`" });

const amendment: z.ZodType<Amendment> = exactly<Amendment>()(
  record({ at: instant, sequence: z.exactOptional(count), fields: z.array(fieldPath).max(1_000), reason: z.exactOptional(freeText) }),
);

/** Amendments, at most 1,000; that they stand in order of time is checked after they are read. */
export const amendments: z.ZodType<readonly Amendment[]> = z.array(amendment).max(1_000);
