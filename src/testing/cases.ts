import * as z from "zod";
import { type JsonRecord, parseJsonRecord } from "../adapters/read-json-records.js";
import { expectation } from "../core/expectation.js";
import { identifier, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { type Result, settle } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { ExtensionDefinition } from "../model/extensions.js";

/** What a case expects; only what is named is checked. */
export interface Expectations {
  readonly channel?: string;
  /** Points per domain, to the millionth. */
  readonly points?: Readonly<Record<string, number>>;
  /** Rule ids by outcome. */
  readonly rules?: Readonly<Partial<Record<CaseOutcome, readonly string[]>>>;
}

/** The outcomes that a case can expect of a rule. */
export type CaseOutcome = "fired" | "notFired" | "undetermined" | "notApplicable" | "superseded";

/** One case: a declaration or facts, and what a profile must say of it. */
export interface ProfileCase {
  readonly name: string;
  readonly record: JsonRecord;
  /** The moment of the assessment, for a declaration; without it the declaration's registration. */
  readonly asOf?: Instant;
  /** A selection key as hexadecimal digits, for a profile with a random rate; without it the rate is drawn with an all-zero key. */
  readonly selectionKey?: string;
  readonly expect: Expectations;
}

const ids = z.exactOptional(z.array(identifier));
const expectations = z.strictObject({
  channel: z.exactOptional(identifier),
  points: z.exactOptional(z.record(identifier, z.number())),
  rules: z.exactOptional(z.strictObject({ fired: ids, notFired: ids, undetermined: ids, notApplicable: ids, superseded: ids })),
});

const casesDocument = z.strictObject({
  schema: z.literal("consignment-risk/cases@1"),
  cases: z.array(
    z.strictObject({
      name: shortText,
      declaration: z.exactOptional(z.unknown()),
      supplied: z.exactOptional(z.unknown()),
      facts: z.exactOptional(z.looseObject({})),
      asOf: z.exactOptional(instant),
      selectionKey: z.exactOptional(z.string().regex(/^(?:[0-9a-f]{2}){16,}$/, { error: "at least 32 hexadecimal digits" })),
      expect: expectations,
    }),
  ),
});

/** Reads a document of cases, `consignment-risk/cases@1`. Facts may leave out `id` (the name stands for it). */
export function parseCases(input: unknown, extensions: readonly ExtensionDefinition[] = []): Result<readonly ProfileCase[]> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(casesDocument, snapshot.value);
  if (!parsed.ok) return parsed;
  const issues: Issue[] = [];
  const cases: ProfileCase[] = [];
  for (const [index, { name, expect, asOf, selectionKey, declaration, supplied, facts }] of parsed.value.cases.entries()) {
    if (facts !== undefined && (declaration !== undefined || supplied !== undefined)) {
      const path = ["cases", index, declaration === undefined ? "supplied" : "declaration"];
      issues.push(createIssue("value.invalid", expectation(path, "nothing beside facts", declaration ?? supplied, "leave one of the two out")));
      continue;
    }
    const input = facts === undefined ? { declaration, ...(supplied === undefined ? {} : { supplied }) } : factsRecord(facts, asOf);
    const record = parseJsonRecord(input, { extensions });
    if (!record.ok) for (const issue of record.issues) issues.push(prefixIssue(issue, "cases", index));
    else
      cases.push({
        name,
        expect: expect as Expectations,
        record: record.value,
        ...(asOf === undefined ? {} : { asOf }),
        ...(selectionKey === undefined ? {} : { selectionKey }),
      });
  }
  return settle(issues, () => cases);
}

function factsRecord(facts: Readonly<Record<string, unknown>>, asOf: Instant | undefined): object {
  return { id: facts.id ?? "case", asOf: facts.asOf ?? asOf, facts };
}
