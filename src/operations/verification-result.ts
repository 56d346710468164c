import * as z from "zod";
import { codeText, freeText, shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { type HsCode, hsCode } from "../model/codes.js";
import { record } from "../model/record.js";

/** How much was seized. */
export interface SeizedQuantity {
  readonly amount: number;
  readonly unit: string;
}

/** Goods were seized of a declaration, or of one of its items. */
export interface SeizureResult {
  readonly outcome: "seizure";
  readonly declarationId: string;
  readonly lineNumber?: number;
  readonly hsCode?: HsCode;
  readonly substance?: string;
  readonly quantity?: SeizedQuantity;
  /** For the own files: it never goes out. */
  readonly note?: string;
}

/** A declaration, or one of its items, was examined, and nothing was found. */
export interface NothingFoundResult {
  readonly outcome: "nothingFound";
  readonly declarationId: string;
  readonly lineNumber?: number;
  readonly note?: string;
}

/** What was warned of did not come. */
export interface NotArrivedResult {
  readonly outcome: "notArrived";
  readonly declarationId?: string;
  readonly note?: string;
}

/** The same was known already. */
export interface DuplicateResult {
  readonly outcome: "duplicate";
  /** The exchange that it repeats. */
  readonly duplicateOf: string;
  readonly note?: string;
}

/** What was asked about is so, or is not: the answer to a request for verification that needs no goods. */
export interface AnsweredResult {
  readonly outcome: "confirmed" | "refuted";
  /** What is told about it. */
  readonly statement?: string;
  readonly note?: string;
}

/** What a verification came to. */
export type VerificationResult = SeizureResult | NothingFoundResult | NotArrivedResult | DuplicateResult | AnsweredResult;

const lineNumber = z.exactOptional(z.int().min(1).max(9_999));
const note = z.exactOptional(freeText);

export const verificationResult: z.ZodType<VerificationResult> = exactly<VerificationResult>()(
  z.discriminatedUnion("outcome", [
    z.strictObject({
      outcome: z.literal("seizure"),
      declarationId: codeText,
      lineNumber,
      hsCode: z.exactOptional(hsCode),
      substance: z.exactOptional(shortText),
      quantity: z.exactOptional(record({ amount: z.number().min(0).max(1e15), unit: shortText })),
      note,
    }),
    z.strictObject({ outcome: z.literal("nothingFound"), declarationId: codeText, lineNumber, note }),
    z.strictObject({ outcome: z.literal("notArrived"), declarationId: z.exactOptional(codeText), note }),
    z.strictObject({ outcome: z.literal("duplicate"), duplicateOf: codeText, note }),
    z.strictObject({ outcome: z.enum(["confirmed", "refuted"]), statement: z.exactOptional(freeText), note }),
  ]),
);

/** What a result is about: two results of one exchange about the same are one too many. */
export function placeOf(result: VerificationResult): string {
  switch (result.outcome) {
    case "seizure":
    case "nothingFound":
      return `declaration ${result.declarationId} line ${result.lineNumber ?? "all"}`;
    case "notArrived":
      return `declaration ${result.declarationId ?? "none"} line all`;
    case "duplicate":
      return `exchange ${result.duplicateOf}`;
    default:
      return "request";
  }
}
