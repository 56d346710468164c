import * as z from "zod";
import { type JsonRecord, parseJsonRecord } from "../adapters/read-json-records.js";
import { expectation } from "../core/expectation.js";
import { identifier, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { failure, type Issues, orThrow, type Result, settle } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type FactSet, fact } from "../indicators/facts.js";
import { type AlertDocument, parseAlerts } from "../intelligence/parse-alerts.js";
import type { ExtensionDefinition } from "../model/extensions.js";

/** What can be said of an assessment; only what is named is checked. */
export interface Statements {
  readonly channel?: string;
  /** Points per domain, to the millionth. */
  readonly points?: Readonly<Record<string, number>>;
  /** Rule ids by outcome. */
  readonly rules?: Readonly<Partial<Record<CaseOutcome, readonly string[]>>>;
}

/** Which way points go as an indicator rises: `rising` never fall, `falling` never rise. */
export type Direction = "rising" | "falling";

/** What a case expects, and what it expects not to be. */
export interface Expectations extends Statements {
  /** Which way the points of every domain go as an indicator rises, all other facts of the case staying what they are. */
  readonly monotone?: Readonly<Record<string, Direction>>;
  /** None of this holds. */
  readonly not?: Statements;
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
  /** Declarations that were seen before, with what inspections found, from which the history of the case is made. */
  readonly history?: readonly DeclarationRecord[];
  /** Alerts that are matched, as for the administration that they name. */
  readonly alerts?: AlertDocument;
  /** Values that stand for what indicators compute. */
  readonly pinned?: PinnedValues;
  readonly expect: Expectations;
}

/** A record of a declaration. */
export type DeclarationRecord = Extract<JsonRecord, { readonly kind: "declaration" }>;

/** Values by indicator: of the header, and of items by line number. */
export interface PinnedValues {
  readonly header?: FactSet;
  readonly items?: Readonly<Record<string, FactSet>>;
}

const ids = z.exactOptional(z.array(identifier));
const statements = {
  channel: z.exactOptional(identifier),
  points: z.exactOptional(z.record(identifier, z.number())),
  rules: z.exactOptional(z.strictObject({ fired: ids, notFired: ids, undetermined: ids, notApplicable: ids, superseded: ids })),
};
const monotone = z.record(identifier, z.enum(["rising", "falling"]));
const expectations = z.strictObject({ ...statements, monotone: z.exactOptional(monotone), not: z.exactOptional(z.strictObject(statements)) });
const pinnedSet = z.record(identifier, fact);
const pinnedValues = z.strictObject({
  header: z.exactOptional(pinnedSet),
  items: z.exactOptional(z.record(z.string().regex(/^[1-9][0-9]{0,3}$/, { error: "a line number" }), pinnedSet)),
});

const casesDocument = z.strictObject({
  schema: z.literal("consignment-risk/cases@1"),
  cases: z.array(
    z.strictObject({
      name: shortText,
      declaration: z.exactOptional(z.unknown()),
      consignment: z.exactOptional(z.unknown()),
      supplied: z.exactOptional(z.unknown()),
      facts: z.exactOptional(z.looseObject({})),
      asOf: z.exactOptional(instant),
      history: z.exactOptional(z.array(z.unknown())),
      alerts: z.exactOptional(z.unknown()),
      pinned: z.exactOptional(pinnedValues),
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
  for (const [index, entry] of parsed.value.cases.entries()) {
    const read = readCase(entry, extensions);
    if (read.ok) cases.push(read.value);
    else for (const issue of read.issues) issues.push(prefixIssue(issue, "cases", index));
  }
  return settle(issues, () => cases);
}

type Entry = z.infer<typeof casesDocument>["cases"][number];

/** What goes with a declaration or consignment, and not with facts, which are computed already. */
const BESIDE_A_DECLARATION = ["declaration", "consignment", "supplied", "history", "alerts", "pinned"] as const;

function readCase(entry: Entry, extensions: readonly ExtensionDefinition[]): Result<ProfileCase> {
  const { name, expect, asOf, selectionKey, declaration, consignment, supplied, facts, pinned } = entry;
  const beside = BESIDE_A_DECLARATION.find((key) => entry[key] !== undefined);
  if (facts !== undefined && beside !== undefined) {
    return failure(createIssue("value.invalid", expectation([beside], "nothing beside facts", entry[beside], "leave one of the two out")));
  }
  const subject = consignment === undefined ? { declaration } : { consignment, ...(declaration === undefined ? {} : { declaration }) };
  const input = facts === undefined ? { ...subject, ...(supplied === undefined ? {} : { supplied }) } : factsRecord(facts, asOf);
  const record = parseJsonRecord(input, { extensions });
  const history = readHistory(entry.history ?? [], extensions);
  const alerts = entry.alerts === undefined ? undefined : readAlerts(entry.alerts);
  const issues = [record, history, alerts].flatMap((part) => (part === undefined || part.ok ? [] : part.issues));
  return settle(issues, () => ({
    name,
    expect: expect as Expectations,
    record: orThrow(record),
    ...(asOf === undefined ? {} : { asOf }),
    ...(selectionKey === undefined ? {} : { selectionKey }),
    ...(entry.history === undefined ? {} : { history: orThrow(history) }),
    ...(alerts === undefined ? {} : { alerts: orThrow(alerts) }),
    ...(pinned === undefined ? {} : { pinned: pinned as PinnedValues }),
  }));
}

function readHistory(entries: readonly unknown[], extensions: readonly ExtensionDefinition[]): Result<readonly DeclarationRecord[]> {
  const issues: Issue[] = [];
  const records: DeclarationRecord[] = [];
  for (const [index, entry] of entries.entries()) {
    const record = parseJsonRecord(entry, { extensions });
    if (!record.ok) for (const issue of record.issues) issues.push(prefixIssue(issue, "history", index));
    else if (record.value.kind === "declaration") records.push(record.value);
    else issues.push(createIssue("value.invalid", expectation(["history", index], "a declaration", record.value.kind, "a history is made of declarations")));
  }
  return settle(issues, () => records);
}

/** A document of alerts of which none is refused: a case that tests nothing by mistake is worth nothing. */
function readAlerts(input: unknown): Result<AlertDocument> {
  const document = parseAlerts(input);
  if (!document.ok) return { ok: false, issues: document.issues.map((issue) => prefixIssue(issue, "alerts")) as unknown as Issues };
  return settle(
    document.value.refused.map((issue) => prefixIssue(issue, "alerts")),
    () => document.value,
  );
}

function factsRecord(facts: Readonly<Record<string, unknown>>, asOf: Instant | undefined): object {
  return { id: facts.id ?? "case", asOf: facts.asOf ?? asOf, facts };
}
