import * as z from "zod";
import { codeText, identifier, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { prefixIssue } from "../core/issue.js";
import { type Issues, type Result, success } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { HistoryOutcome } from "../history/event.js";
import type { SuppliedValue } from "../indicators/extract-facts.js";
import { type Facts, fact, parseFacts } from "../indicators/facts.js";
import type { Consignment } from "../model/consignment.js";
import type { Declaration } from "../model/declaration.js";
import { type ParseOptions, parseConsignment, parseDeclaration } from "../model/parse.js";
import { findJsonLines } from "./read-json-lines.js";
import type { Chunks } from "./read-lines.js";
import { type FoundRecord, type RowResult, readAll } from "./row-result.js";
import { statedOutcome } from "./stated-outcome.js";

/** A declaration or a consignment to be scored, or facts that were computed elsewhere. */
export type JsonRecord =
  | {
      readonly kind: "declaration";
      readonly declaration: Declaration;
      readonly supplied: readonly SuppliedValue[];
      /** What an inspection found, to learn from; never an input of a score. */
      readonly outcome?: HistoryOutcome;
    }
  | { readonly kind: "consignment"; readonly consignment: Consignment; readonly supplied: readonly SuppliedValue[] }
  | { readonly kind: "facts"; readonly facts: Facts };

/** What a record other than facts scores, and the moment of its own: registered, or lodged. */
export function scoredOf(record: Exclude<JsonRecord, { readonly kind: "facts" }>): { readonly scored: Declaration | Consignment; readonly moment: Instant } {
  if (record.kind === "declaration") return { scored: record.declaration, moment: record.declaration.registeredAt };
  return { scored: record.consignment, moment: record.consignment.lodgedAt };
}

const suppliedValues: z.ZodType<readonly SuppliedValue[]> = exactly<readonly SuppliedValue[]>()(
  z.array(z.strictObject({ indicator: identifier, item: z.exactOptional(z.int()), value: fact, source: shortText, knownAt: instant })),
);

const declarationEnvelope = z.strictObject({
  declaration: z.unknown(),
  supplied: z.exactOptional(suppliedValues),
  outcome: z.exactOptional(statedOutcome),
});
const consignmentEnvelope = z.strictObject({ consignment: z.unknown(), supplied: z.exactOptional(suppliedValues) });
const factsEnvelope = z.strictObject({ id: codeText, asOf: instant, facts: z.looseObject({}) });

/**
 * Reads one record: `{ declaration, supplied?, outcome? }`, `{ consignment, supplied? }`, or `{ id, asOf, facts }` where `facts` holds
 * `header` and `items` (its own `id` and `asOf`, if it states them, must agree).
 */
export function parseJsonRecord(input: unknown, options: ParseOptions): Result<JsonRecord> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const { value } = snapshot;
  if (states(value, "facts")) return parseFactsRecord(value);
  return states(value, "consignment") ? parseConsignmentRecord(value, options) : parseDeclarationRecord(value, options);
}

/** Whether a record states this and no declaration; what states both is refused as a declaration with a key too many. */
function states(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) && !Object.hasOwn(value, "declaration");
}

function parseConsignmentRecord(input: unknown, options: ParseOptions): Result<JsonRecord> {
  const parsed = parseWith(consignmentEnvelope, input);
  if (!parsed.ok) return parsed;
  const result = within(parseConsignment(parsed.value.consignment, options), "consignment");
  return result.ok ? success({ kind: "consignment", consignment: result.value, supplied: parsed.value.supplied ?? [] }) : result;
}

function parseDeclarationRecord(input: unknown, options: ParseOptions): Result<JsonRecord> {
  const parsed = parseWith(declarationEnvelope, input);
  if (!parsed.ok) return parsed;
  const { declaration, supplied, outcome } = parsed.value;
  const result = within(parseDeclaration(declaration, options), "declaration");
  if (!result.ok) return result;
  const found = outcome === undefined ? {} : { outcome: { declarationId: result.value.id, ...outcome } };
  return success({ kind: "declaration", declaration: result.value, supplied: supplied ?? [], ...found });
}

function parseFactsRecord(input: unknown): Result<JsonRecord> {
  const parsed = parseWith(factsEnvelope, input);
  if (!parsed.ok) return parsed;
  const { facts, ...stated } = parsed.value;
  const result = within(parseFacts({ ...stated, ...facts }), "facts");
  if (!result.ok) return result;
  const agreed = within(parseWith(z.looseObject({ id: z.literal(stated.id), asOf: z.literal(stated.asOf) }), result.value), "facts");
  return agreed.ok ? success({ kind: "facts", facts: result.value }) : agreed;
}

/** Records of JSON Lines, pulled one by one, see {@link parseJsonRecord}. */
export function readJsonRecords(chunks: Chunks, options: ParseOptions = {}): AsyncGenerator<RowResult<JsonRecord>> {
  return readAll(findJsonRecords(chunks, options));
}

/** The records that {@link readJsonRecords} gives, each read when it is asked for. */
export function findJsonRecords(chunks: Chunks, options: ParseOptions): AsyncGenerator<FoundRecord<JsonRecord>> {
  return findJsonLines(chunks, (value) => parseJsonRecord(value, options));
}

function within<T>(result: Result<T>, key: string): Result<T> {
  if (result.ok) return result;
  const [first, ...rest] = result.issues;
  const issues: Issues = [prefixIssue(first, key), ...rest.map((issue) => prefixIssue(issue, key))];
  return { ok: false, issues };
}
