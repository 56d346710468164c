import { advanceExchangeOrThrow } from "../../src/operations/advance-exchange.js";
import { type Exchange, openReceived } from "../../src/operations/exchange.js";
import { sendExchangeOrThrow } from "../../src/operations/parse-exchanges.js";
import { makeAlert, USE } from "../intelligence/support.js";

export const OFFICER = { organisation: "VN-CUSTOMS", role: "officer" };
export const ANALYST = { organisation: "VN-CUSTOMS", role: "analyst" };
export const PARTNER = { organisation: "RILO-AP", role: "partner" };

/** An exchange about an alert of 1 February, due on 15 March, that ends on 1 June. */
export function received(fields: object = {}): Exchange {
  return openReceived(makeAlert({ originatorReference: "W-17", feedback: { dueAt: "2026-03-15T00:00:00Z" }, ...fields }), USE.administration);
}

/** A request for verification of our own. */
export function outgoingInput(fields: object = {}): Record<string, unknown> {
  return {
    id: "VR-1",
    kind: "verificationRequest",
    partner: "RILO-AP",
    channel: "cencomm",
    about: [{ type: "consignment", transportDocument: "HBL-1" }],
    sentAt: "2026-02-01T00:00:00Z",
    dueAt: "2026-03-15T00:00:00Z",
    expiresAt: "2026-06-01T00:00:00Z",
    handling: { tlp: "TLP:AMBER" },
    requestedAction: "documentCheck",
    ...fields,
  };
}

export function sent(fields: object = {}): Exchange {
  return sendExchangeOrThrow(outgoingInput(fields), USE.administration, new Map());
}

/** A step on a day of 2026, such as `03-01`. */
export function step(type: string, day: string, by: object = OFFICER, more: object = {}): Record<string, unknown> {
  return { type, at: `2026-${day}T00:00:00Z`, by, ...more };
}

/** Takes steps that are all allowed. */
export function take(exchange: Exchange, ...steps: readonly object[]): Exchange {
  return steps.reduce<Exchange>((now, action) => advanceExchangeOrThrow(now, action), exchange);
}

export const SEIZURE = { outcome: "seizure", declarationId: "D-1", substance: "ketamine", quantity: { amount: 12, unit: "kg" }, note: "SECRET" };
export const NOTHING = { outcome: "nothingFound", declarationId: "D-2", lineNumber: 1 };
