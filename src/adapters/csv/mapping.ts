import * as z from "zod";
import { codeText, identifier } from "../../core/fields.js";
import { offsetMinutes } from "../../core/instant.js";
import { orThrow, type Result } from "../../core/result.js";
import { exactly, parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import { currencyCode } from "../../model/codes.js";
import type { ExtensionDefinition } from "../../model/extensions.js";

/** A field filled from a column; an empty cell is absent. */
export interface ColumnSource {
  readonly column: string;
  /** The scheme of the codes in the column, for fields that hold a code with its scheme or an identifier. */
  readonly scheme?: string;
  /** The currency of the amounts in the column. */
  readonly currency?: string;
  /** Another column that states the currency. */
  readonly currencyColumn?: string;
  /** The unit of the column; masses become kilograms, fractions become percent. */
  readonly unit?: "kg" | "g" | "t" | "percent" | "fraction";
  /** Rounds numbers half away from zero to so many decimals; without it a number stays as it is. */
  readonly decimals?: number;
  /** For an instant column that holds only dates: that day's 00:00 at this offset. */
  readonly dateAt?: string;
  /** Replaces cell texts; a text that is not listed stays. */
  readonly replace?: Readonly<Record<string, string>>;
}

/** A field that is the same on every row. */
export interface ConstantSource {
  readonly constant: string | number | boolean;
  readonly scheme?: string;
}

/** Where a field comes from. */
export type FieldSource = ColumnSource | ConstantSource;

/** How the columns of someone's table become the fields of a declaration. */
export interface CsvMapping {
  readonly schema: "consignment-risk/mapping@1";
  readonly delimiter: "," | ";" | "\t" | "|";
  /** `declaration`: a row is a declaration with one item; `item`: consecutive rows with the same id are one declaration. */
  readonly rows: "declaration" | "item";
  /** Sources by field of the declaration, such as `registeredAt` or `parties.importer`. */
  readonly header: Readonly<Record<string, FieldSource>>;
  /** Sources by field of a goods item, such as `hsCode`. */
  readonly item: Readonly<Record<string, FieldSource>>;
  /**
   * The column that says 1 or 0: whether an inspection found something, known from 00:00 of so many days
   * after the day of registration, 1 or more. An outcome, never read by a score.
   */
  readonly finding?: { readonly column: string; readonly knownAfterDays: number };
  /** Columns that are there and not used; any other column that nothing uses is an issue. */
  readonly ignore: readonly string[];
  /** The extensions that the mapping fills. */
  readonly extensions: readonly ExtensionDefinition[];
}

const columnName = z.string().min(1).max(256);
const columnSource = z.strictObject({
  column: columnName,
  scheme: z.exactOptional(codeText),
  currency: z.exactOptional(currencyCode),
  currencyColumn: z.exactOptional(columnName),
  unit: z.exactOptional(z.enum(["kg", "g", "t", "percent", "fraction"])),
  decimals: z.exactOptional(z.int().min(0).max(6)),
  dateAt: z.exactOptional(z.string().refine((text) => offsetMinutes(text) !== undefined, { error: "an offset such as +07:00" })),
  replace: z.exactOptional(z.record(z.string(), z.string())),
});
const constantSource = z.strictObject({ constant: z.union([z.string(), z.number(), z.boolean()]), scheme: z.exactOptional(codeText) });
const sources = z.record(z.string().max(256), z.union([columnSource, constantSource]));
const fieldTypes = z.record(identifier, z.enum(["text", "code", "number", "boolean", "date", "instant"]));

const csvMapping: z.ZodType<CsvMapping> = exactly<CsvMapping>()(
  z.strictObject({
    schema: z.literal("consignment-risk/mapping@1"),
    delimiter: z.enum([",", ";", "\t", "|"]),
    rows: z.enum(["declaration", "item"]),
    header: sources,
    item: sources,
    finding: z.exactOptional(z.strictObject({ column: columnName, knownAfterDays: z.int().min(1).max(3_660) })),
    ignore: z.array(columnName),
    extensions: z.array(z.strictObject({ namespace: identifier, header: fieldTypes, item: fieldTypes })),
  }),
);

/** Reads a mapping from unknown input; whether its fields exist is checked when a table is read with it. */
export function parseCsvMapping(input: unknown): Result<CsvMapping> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  return snapshot.ok ? parseWith(csvMapping, snapshot.value) : snapshot;
}

/**
 * {@link parseCsvMapping} that throws.
 * @throws {IssueError} if the input is not a mapping
 */
export function parseCsvMappingOrThrow(input: unknown): CsvMapping {
  return orThrow(parseCsvMapping(input));
}
