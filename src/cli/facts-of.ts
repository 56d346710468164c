import { type JsonRecord, scoredOf } from "../adapters/read-json-records.js";
import { expectation } from "../core/expectation.js";
import type { Instant } from "../core/instant.js";
import { createIssue } from "../core/issue.js";
import { failure, type Result, success } from "../core/result.js";
import type { HistoryReader } from "../history/reader.js";
import { extractFacts } from "../indicators/extract-facts.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";

/** What a record is assessed with. */
export interface Reading {
  readonly profile: CompiledProfile;
  readonly history: HistoryReader | undefined;
  /** The moment of the assessment; unless told each declaration's own registration, each consignment's own lodgement. */
  readonly asOf?: Instant | undefined;
}

/** The facts of a record: those that it states, which are as of their own moment, or those of its declaration or consignment. */
export function factsOf(record: JsonRecord, { profile, history, asOf }: Reading): Result<Facts> {
  if (record.kind === "facts") {
    if (asOf === undefined || asOf === record.facts.asOf) return success(record.facts);
    return failure(
      createIssue(
        "value.invalid",
        expectation(
          ["asOf"],
          `facts as of ${asOf}, as --as-of says`,
          record.facts.asOf,
          "extract the facts again; they hold what was known at their own moment",
        ),
      ),
    );
  }
  const { scored, moment } = scoredOf(record);
  const { catalogue, document, reads } = profile;
  return extractFacts(scored, {
    asOf: asOf ?? moment,
    catalogue,
    currency: document.currency,
    supplied: record.supplied,
    only: reads,
    ...(history === undefined ? {} : { history }),
  });
}
