import * as z from "zod";
import { freeText, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Actor, actor } from "./actor.js";
import { type VerificationResult, verificationResult } from "./verification-result.js";

/** The side that was asked has taken notice. */
export interface Acknowledge {
  readonly type: "acknowledge";
  readonly at: Instant;
  readonly by: Actor;
}

/** The side that was asked begins to look. */
export interface StartVerification {
  readonly type: "startVerification";
  readonly at: Instant;
  readonly by: Actor;
}

/** The side that was asked has found something out. */
export interface RecordResult {
  readonly type: "recordResult";
  readonly at: Instant;
  readonly by: Actor;
  readonly result: VerificationResult;
}

/** The side that was asked tells what it has not told yet; without any result, that nothing matched. */
export interface Answer {
  readonly type: "answer";
  readonly at: Instant;
  readonly by: Actor;
}

/** The side that asked reminds the other, once the answer is due. */
export interface Chase {
  readonly type: "chase";
  readonly at: Instant;
  readonly by: Actor;
}

/** The side that asked takes it back: from then on it scores nothing. */
export interface Withdraw {
  readonly type: "withdraw";
  readonly at: Instant;
  readonly by: Actor;
  readonly reason?: string;
}

/** The administration is done with it: from then on it scores nothing. */
export interface Close {
  readonly type: "close";
  readonly at: Instant;
  readonly by: Actor;
  readonly reason?: string;
}

/** One step of an exchange: what, when, by whom. */
export type ExchangeAction = Acknowledge | StartVerification | RecordResult | Answer | Chase | Withdraw | Close;

const step = { at: instant, by: actor };
const reason = z.exactOptional(freeText);

export const exchangeAction: z.ZodType<ExchangeAction> = exactly<ExchangeAction>()(
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("acknowledge"), ...step }),
    z.strictObject({ type: z.literal("startVerification"), ...step }),
    z.strictObject({ type: z.literal("recordResult"), ...step, result: verificationResult }),
    z.strictObject({ type: z.literal("answer"), ...step }),
    z.strictObject({ type: z.literal("chase"), ...step }),
    z.strictObject({ type: z.literal("withdraw"), ...step, reason }),
    z.strictObject({ type: z.literal("close"), ...step, reason }),
  ]),
);
