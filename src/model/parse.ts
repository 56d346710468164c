import type * as z from "zod";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { createIssue, type Issue } from "../core/issue.js";
import { orThrow, type Result, settle } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { checkOrder, type Ordered } from "./check-order.js";
import { type Consignment, consignmentSchema } from "./consignment.js";
import { type Declaration, declaration } from "./declaration.js";
import { checkExtensions, type ExtensionDefinition, type Extensions } from "./extensions.js";

/** What a parser needs to know beyond the model. */
export interface ParseOptions {
  /** The national extensions that may occur; without them `extensions` must be empty. */
  readonly extensions?: readonly ExtensionDefinition[];
}

interface WithItems extends Ordered {
  readonly extensions?: Extensions;
  readonly items: readonly { readonly lineNumber: number; readonly extensions?: Extensions }[];
}

function parseRecord<T extends WithItems>(schemaFor: (input: unknown) => z.ZodType<T>, input: unknown, options: ParseOptions): Result<T> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(schemaFor(snapshot.value), snapshot.value);
  if (!parsed.ok) return parsed;
  const definitions = options.extensions ?? [];
  const issues: Issue[] = [...checkExtensions(parsed.value.extensions, "header", definitions, []), ...checkOrder(parsed.value)];
  const lines = new Set<number>();
  for (const [index, item] of parsed.value.items.entries()) {
    for (const issue of checkExtensions(item.extensions, "item", definitions, ["items", index])) issues.push(issue);
    if (lines.has(item.lineNumber)) issues.push(duplicateLine(index, item.lineNumber));
    lines.add(item.lineNumber);
  }
  return settle(issues, () => deepFreeze(parsed.value));
}

function duplicateLine(index: number, line: number): Issue {
  return createIssue("value.duplicate", {
    ...expectation(["items", index, "lineNumber"], "a line number of its own", line, "number the items one by one"),
    key: String(line),
  });
}

/**
 * Reads unknown input into a frozen {@link Declaration}, or says with full paths why it cannot.
 * Nothing is converted; `null` at an optional field is absent; unknown keys are refused outside declared extensions.
 */
export function parseDeclaration(input: unknown, options: ParseOptions = {}): Result<Declaration> {
  return parseRecord(() => declaration, input, options);
}

/**
 * {@link parseDeclaration} that throws.
 * @throws {IssueError} if the input is not a declaration
 */
export function parseDeclarationOrThrow(input: unknown, options: ParseOptions = {}): Declaration {
  return orThrow(parseDeclaration(input, options));
}

/**
 * Reads unknown input into a frozen {@link Consignment}, or says with full paths why it cannot. The level of its transport document
 * decides which parties it may name: carriers and forwarders on a master, the parties to the trade otherwise.
 */
export function parseConsignment(input: unknown, options: ParseOptions = {}): Result<Consignment> {
  return parseRecord(consignmentSchema, input, options);
}

/**
 * {@link parseConsignment} that throws.
 * @throws {IssueError} if the input is not a consignment
 */
export function parseConsignmentOrThrow(input: unknown, options: ParseOptions = {}): Consignment {
  return orThrow(parseConsignment(input, options));
}
