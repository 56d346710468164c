import * as z from "zod";
import { expectation } from "../core/expectation.js";
import { codeText, instant, shortText } from "../core/fields.js";
import { deepFreeze } from "../core/freeze.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { exactly, parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type CurrencyCode, currencyCode } from "../model/codes.js";
import type { Fact, MissingFact } from "./fact.js";

/** Facts by indicator id. An indicator that is not named is absent. */
export type FactSet = Readonly<Record<string, Fact>>;

/** The facts of one goods item. */
export interface ItemFacts {
  /** The item's line number. */
  readonly item: number;
  readonly values: FactSet;
}

/** What a random draw may be tied to, so that neither an amendment nor a resubmission draws again. */
export type SelectionIdentityKind = "transportDocument" | "firstDeclaration";

/** Where a supplied fact came from. */
export interface SuppliedFact {
  readonly indicator: string;
  /** The item's line number; absent for a header indicator. */
  readonly item?: number;
  readonly source: string;
  readonly knownAt: Instant;
}

/** The values of all indicators of one declaration at `asOf`: plain JSON, and all that an assessment reads. */
export interface Facts {
  /** The declaration's id. */
  readonly id: string;
  readonly asOf: Instant;
  /** The currency of every amount. */
  readonly currency?: CurrencyCode;
  readonly header: FactSet;
  /** In order of line number. */
  readonly items: readonly ItemFacts[];
  /** The values of the selection identities that the declaration has; without `firstDeclaration`, `id` stands for it. */
  readonly identities?: Readonly<Partial<Record<SelectionIdentityKind, readonly string[]>>>;
  /** Which facts were supplied rather than computed, and from where. */
  readonly supplied?: readonly SuppliedFact[];
}

const missingFact: z.ZodType<MissingFact> = exactly<MissingFact>()(
  z.strictObject({ missing: z.enum(["absent", "failed", "notApplicable"]), reason: z.exactOptional(z.string().max(1_000)) }),
);

const factValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

export const fact: z.ZodType<Fact> = exactly<Fact>()(z.union([factValue, missingFact]));

const factSet: z.ZodType<FactSet> = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, { error: "an indicator's id" }), fact);
const identityValues = z.exactOptional(z.array(z.string().min(1)).min(1));

export const facts: z.ZodType<Facts> = exactly<Facts>()(
  z.strictObject({
    id: codeText,
    asOf: instant,
    currency: z.exactOptional(currencyCode),
    header: factSet,
    items: z.array(z.strictObject({ item: z.int().min(1).max(9_999), values: factSet })),
    identities: z.exactOptional(z.strictObject({ transportDocument: identityValues, firstDeclaration: identityValues })),
    supplied: z.exactOptional(z.array(z.strictObject({ indicator: shortText, item: z.exactOptional(z.int()), source: shortText, knownAt: instant }))),
  }),
);

/** Reads facts back from unknown JSON. Whether their values fit the indicators is checked when they are assessed. */
export function parseFacts(input: unknown): Result<Facts> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(facts, snapshot.value);
  if (!parsed.ok) return parsed;
  const lines = parsed.value.items.map((item) => item.item);
  const repeated = lines.findIndex((line, index) => lines.indexOf(line) !== index);
  if (repeated !== -1) return failure(duplicateItem(["items", repeated, "item"], lines[repeated] ?? 0));
  return success(deepFreeze({ ...parsed.value, items: [...parsed.value.items].sort((a, b) => a.item - b.item) }));
}

/**
 * {@link parseFacts} that throws.
 * @throws {IssueError} if the input is not facts
 */
export function parseFactsOrThrow(input: unknown): Facts {
  return orThrow(parseFacts(input));
}

function duplicateItem(path: readonly PathStep[], line: number): Issue {
  return createIssue("value.duplicate", { ...expectation(path, "each item once", line, "join the facts of one item"), key: String(line) });
}
