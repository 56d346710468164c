import * as z from "zod";
import { codeText, identifier, instant, shortText } from "../core/fields.js";
import { prefixIssue } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import { type Issues, type Result, success } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { HistoryOutcome } from "../history/event.js";
import type { SuppliedValue } from "../indicators/extract-facts.js";
import { type Facts, fact, parseFacts } from "../indicators/facts.js";
import type { Declaration } from "../model/declaration.js";
import { type ParseOptions, parseDeclaration } from "../model/parse.js";
import { type Chunks, readLines } from "./read-lines.js";
import { type FoundRecord, type RowResult, readAll } from "./row-result.js";

/** A declaration to be scored, or facts that were computed elsewhere. */
export type JsonRecord =
  | {
      readonly kind: "declaration";
      readonly declaration: Declaration;
      readonly supplied: readonly SuppliedValue[];
      /** What an inspection found, to learn from; never an input of a score. */
      readonly outcome?: HistoryOutcome;
    }
  | { readonly kind: "facts"; readonly facts: Facts };

const suppliedValues: z.ZodType<readonly SuppliedValue[]> = exactly<readonly SuppliedValue[]>()(
  z.array(z.strictObject({ indicator: identifier, item: z.exactOptional(z.int()), value: fact, source: shortText, knownAt: instant })),
);

const declarationEnvelope = z.strictObject({
  declaration: z.unknown(),
  supplied: z.exactOptional(suppliedValues),
  outcome: z.exactOptional(
    z.strictObject({
      finding: z.boolean(),
      knownAt: instant,
      selection: z.exactOptional(z.strictObject({ reason: shortText, probability: z.number().gt(0).max(1) })),
    }),
  ),
});
const factsEnvelope = z.strictObject({ id: codeText, asOf: instant, facts: z.looseObject({}) });

/**
 * Reads one record: `{ declaration, supplied?, outcome? }`, or `{ id, asOf, facts }` where `facts` holds `header` and `items` (its
 * own `id` and `asOf`, if it states them, must agree).
 */
export function parseJsonRecord(input: unknown, options: ParseOptions): Result<JsonRecord> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  return isFactsRecord(snapshot.value) ? parseFactsRecord(snapshot.value) : parseDeclarationRecord(snapshot.value, options);
}

/** A record that states facts and no declaration; what states both is refused as a declaration with a key too many. */
function isFactsRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "facts") && !Object.hasOwn(value, "declaration");
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

/** Records of JSON Lines, pulled one by one; a line that cannot be read is refused by itself. Empty lines are passed over. */
export function readJsonRecords(chunks: Chunks, options: ParseOptions = {}): AsyncGenerator<RowResult<JsonRecord>> {
  return readAll(findJsonRecords(chunks, options));
}

/** The records that {@link readJsonRecords} gives, each read when it is asked for. */
export async function* findJsonRecords(chunks: Chunks, options: ParseOptions): AsyncGenerator<FoundRecord<JsonRecord>> {
  for await (const line of readLines(chunks)) {
    if (!line.ok) yield () => line;
    else if (line.value.trim() !== "") yield () => readJsonLine(line.line, line.value, options);
  }
}

function readJsonLine(line: number, text: string, options: ParseOptions): RowResult<JsonRecord> {
  const json = parseJson(text, RECORD_LIMITS.depth);
  const record = json.ok ? parseJsonRecord(json.value, options) : json;
  return record.ok ? { ok: true, line, value: record.value } : { ok: false, line, raw: text, issues: record.issues };
}

function within<T>(result: Result<T>, key: string): Result<T> {
  if (result.ok) return result;
  const [first, ...rest] = result.issues;
  const issues: Issues = [prefixIssue(first, key), ...rest.map((issue) => prefixIssue(issue, key))];
  return { ok: false, issues };
}
