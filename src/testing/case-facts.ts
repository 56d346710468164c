import { scoredOf } from "../adapters/read-json-records.js";
import { createSelectionKey, type SelectionKey } from "../assessment/selection-key.js";
import type { Result } from "../core/result.js";
import { extractFacts } from "../indicators/extract-facts.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { ProfileCase } from "./cases.js";

/** The facts of a case: those that it states, or those of its declaration. */
export function caseFacts(profile: CompiledProfile, { record, asOf }: ProfileCase): Result<Facts> {
  if (record.kind === "facts") return { ok: true, value: record.facts };
  const { catalogue, document } = profile;
  const { scored, moment } = scoredOf(record);
  return extractFacts(scored, { asOf: asOf ?? moment, catalogue, currency: document.currency, supplied: record.supplied });
}

/** The key that a case states, or one of zeros. */
export function caseKey({ selectionKey }: ProfileCase): Result<SelectionKey> {
  const hex = selectionKey ?? "00".repeat(32);
  return createSelectionKey(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
}
