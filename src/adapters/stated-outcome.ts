import * as z from "zod";
import { instant, shortText } from "../core/fields.js";
import type { Result } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import type { HistoryOutcome } from "../history/event.js";

/** What an inspection found, as a record states it beside its declaration. */
export type StatedOutcome = Omit<HistoryOutcome, "declarationId" | "item">;

export const statedOutcome: z.ZodType<StatedOutcome> = exactly<StatedOutcome>()(
  z.strictObject({
    finding: z.boolean(),
    knownAt: instant,
    selection: z.exactOptional(z.strictObject({ reason: shortText, probability: z.number().gt(0).max(1) })),
  }),
);

/** Reads what an inspection found. */
export function parseStatedOutcome(input: unknown): Result<StatedOutcome> {
  return parseWith(statedOutcome, input);
}
